// SPDX-License-Identifier: MIT
// The command line as a person or a tool meets it: words, exit codes, formats.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = new URL('../../', import.meta.url).pathname;
mkdirSync(join(root, 'build'), { recursive: true });
const work = mkdtempSync(join(root, 'build/cli-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Runs the command in a scratch folder. `input` goes to its standard input. */
function run(args, { input = '', cwd = work } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'lib/cli.js'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const put = (name, text) => writeFileSync(join(work, name), text);
const good =
  '## Alpha (Org)\n\n<span class="fr-tag">Durée : 2 heures</span> <span class="fr-tag">[Licence CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)</span>\n\nTexte.\n\n[Voir](https://exemple.fr/alpha)\n';
const doubtful = good.replace(/\[(Licence CC BY) 4\.0\]\([^)]*\)/, '$1');
const wrong = good.replace('2 heures', '14h30 – 16h30');
put('bon.md', good);
put('douteux.md', doubtful);
put('faux.md', wrong);
put('vide.md', '# Rien\n\nRien à suivre.\n');

test('a page that is understood ends with 0 and a summary', () => {
  const { status, stdout, stderr } = run(['check', 'bon.md']);
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /erreur|avertissement/);
  assert.match(stderr, /1 page, 1 formation/);
});

test('a warning names file, line, column and what to write, and ends with 0, or 1 when strict', () => {
  const { status, stdout } = run(['check', 'douteux.md']);
  assert.match(stdout, /^douteux\.md:3:46: avertissement: .*Licence CC BY.*4\.0/m);
  assert.equal(status, 0);
  assert.equal(run(['check', '--strict', 'douteux.md']).status, 1);
});

test('an error ends with 1', () => {
  const { status, stdout } = run(['check', 'faux.md']);
  assert.match(stdout, /^faux\.md:3:1: erreur: .*14h30.*Durée : 2 heures/);
  assert.equal(status, 1);
});

test('a page without training is told so', () => {
  assert.match(run(['check', 'vide.md']).stdout, /^vide\.md:1:1: avertissement: aucune formation/);
});

test('several pages and standard input are checked in their order', () => {
  const { stdout, stderr } = run(['check', 'douteux.md', '-', 'bon.md'], { input: doubtful });
  const files = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(':')[0]);
  assert.deepEqual([...new Set(files)].slice(0, 2), ['douteux.md', '<stdin>']);
  assert.match(stderr, /3 pages, 3 formations/);
});

test('JSON, SARIF and workflow commands say the same as the text', () => {
  const { findings, warnings } = JSON.parse(run(['check', '--format', 'json', 'douteux.md']).stdout);
  const [finding] = findings;
  assert.deepEqual([finding.file, finding.line, finding.column, finding.severity], ['douteux.md', 3, 46, 'warning']);
  assert.equal(warnings, findings.filter(({ severity }) => severity === 'warning').length);
  const sarif = JSON.parse(run(['check', '--format', 'sarif', 'douteux.md']).stdout);
  const [result] = sarif.runs[0].results;
  assert.equal(sarif.version, '2.1.0');
  assert.deepEqual(result.locations[0].physicalLocation, {
    artifactLocation: { uri: 'douteux.md' },
    region: { startLine: 3, startColumn: 46 },
  });
  assert.ok(sarif.runs[0].tool.driver.rules.some(({ id }) => id === result.ruleId));
  assert.match(
    run(['check', '--format', 'github', 'douteux.md']).stdout,
    new RegExp(`^::warning file=douteux.md,line=3,col=46,title=${finding.code}::`),
  );
});

test('a line end in the editor’s words cannot forge a workflow command', () => {
  put('forge.md', wrong.replace('14h30', '14h30%0A::error ::x'));
  const { stdout } = run(['check', '--format', 'github', 'forge.md']);
  assert.ok(
    stdout
      .split('\n')
      .filter(Boolean)
      .every((line) => line.startsWith('::')),
  );
  assert.doesNotMatch(stdout, /^::error ::x/m);
  assert.match(stdout, /%250A/);
});

const misuses = [
  [[], /commande attendue/],
  [['chek', 'bon.md'], /vouliez-vous dire check/],
  [['publier', 'bon.md'], /commande inconnue/],
  [['check'], /aucune page/],
  [['check', '--wat', 'bon.md'], /--wat/],
  [['check', '--format', 'xml', 'bon.md'], /text, json, sarif, github/],
  [['export', '--format', 'xls', 'bon.md'], /json, csv, jsonld, atom/],
  [['build', 'bon.md'], /--out/],
  [['check', 'absent.md'], /absent\.md.*introuvable/],
  [['check', '.'], /dossier/],
  [['check', '-', '-'], /qu’une fois/],
  [['check', '--hours-per-day', '-3', 'bon.md'], /hours-per-day|entre 0 et 24/],
  [['export', '--url', 'javascript:x', 'bon.md'], /adresse complète/],
];
for (const [args, words] of misuses) {
  test(`\`${args.join(' ') || '(rien)'}\` ends with 2 and one clear sentence`, () => {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^catalogue-formations : [^\n]+\n$/);
    assert.match(stderr, words);
  });
}

test('a file that is not UTF-8 is refused with the place of the first wrong byte', () => {
  writeFileSync(join(work, 'latin.md'), Buffer.from('## Formation \xe9t\xe9\n', 'latin1'));
  const { status, stderr } = run(['check', 'latin.md']);
  assert.equal(status, 2);
  assert.match(stderr, /latin\.md.*UTF-8.*octet 13/);
});

test('front matter that is code is refused and never run', () => {
  const trace = join(work, 'trace');
  put('code.md', `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(trace)}, 'x') }\n---\n${good}`);
  const { status, stdout } = run(['check', 'code.md']);
  assert.equal(status, 1);
  assert.match(stdout, /^code\.md:1:4: erreur: .*jamais exécuté/);
  assert.ok(!readdirSync(work).includes('trace'));
});

test('front matter that cannot be read is shown where it goes wrong', () => {
  put('tete.md', `---\ntitle: "ouvert\ndate: 2024-01-01\n---\n${good}`);
  assert.match(run(['check', 'tete.md']).stdout, /^tete\.md:\d+:\d+: erreur: les données en tête/);
});

test('dead relative links are told, living ones are not', () => {
  put('guide.pdf', '');
  put(
    'liens.md',
    good.replace('Texte.', 'Lire [le guide](guide.pdf), [l’annexe](annexe.pdf), [bon](bon/) et [la racine](/rien).'),
  );
  const { stdout } = run(['check', 'liens.md']);
  assert.match(stdout, /liens\.md:5:\d+: avertissement: .*annexe\.pdf/);
  assert.doesNotMatch(stdout, /guide\.pdf|bon\/|rien/);
  assert.match(run(['check', '--root', '.', 'liens.md']).stdout, /«\s\/rien\s»/);
});

test('several pages export as one catalogue that fits the schema', () => {
  put('autre.md', good.replaceAll('Alpha', 'Beta').replace('/alpha', '/beta'));
  const { status, stdout } = run(['export', 'bon.md', 'autre.md']);
  assert.equal(status, 0);
  const catalogue = JSON.parse(stdout);
  const ajv = addFormats(new Ajv2020());
  assert.ok(
    ajv.validate(JSON.parse(readFileSync(join(root, 'data/schema/catalogue.schema.json'), 'utf8')), catalogue),
    ajv.errorsText(),
  );
  assert.deepEqual(
    catalogue.trainings.map(({ title }) => title),
    ['Alpha', 'Beta'],
  );
});

test('every export format starts as it should', () => {
  const starts = { csv: '\uFEFFid;titre;', jsonld: '{"@context"', atom: '<?xml', html: '<h2 id="alpha">', json: '{\n' };
  for (const [format, start] of Object.entries(starts)) {
    assert.ok(run(['export', '--format', format, 'bon.md']).stdout.startsWith(start), format);
  }
});

test('a catalogue.json exports in every format, as the page that it came from', () => {
  put('copie.json', run(['export', 'bon.md']).stdout);
  for (const format of ['json', 'csv', 'jsonld', 'atom', 'html']) {
    const { status, stdout } = run(['export', '--format', format, 'copie.json']);
    assert.equal(stdout, run(['export', '--format', format, 'bon.md']).stdout, format);
    assert.equal(status, 0);
  }
  put('faux.json', '{"trainings":[{"id":"a"}]}');
  put('texte.json', 'non');
  for (const args of [['faux.json'], ['texte.json'], ['copie.json', 'bon.md']]) {
    const { status, stdout, stderr } = run(['export', ...args]);
    assert.match(stderr, /^catalogue-formations : [^\n]*\.json\s: [^\n]+\n$/);
    assert.deepEqual([status, stdout], [2, '']);
  }
});

test('`export --filters` writes the style sheet beside the list, links to it, and adds no script', () => {
  const { status, stdout } = run(['export', 'bon.md', '--format', 'html', '--filters', 'style.css']);
  assert.equal(status, 0);
  assert.match(stdout, /^<link rel="stylesheet" href="style\.css">\n<catalogue-formations lang="fr">/);
  assert.match(stdout, /<li class="catalogue-item" data-id="alpha" data-duree="[^"]*-120[^"]*" data-licence="CC-BY"/);
  assert.doesNotMatch(stdout, /<script|<style| style=| on\w+=/);
  assert.ok(readFileSync(join(work, 'style.css'), 'utf8').includes(' .catalogue-panel{display:block}\n'));
  for (const args of [
    ['--format', 'csv', '--filters', 'a.css'],
    ['--filters', 'a.css'],
    ['--format', 'html', '--filters', 'non/a.css'],
  ]) {
    const refused = run(['export', 'bon.md', ...args]);
    assert.match(refused.stderr, /^catalogue-formations : .*(--filters|non\/a\.css)/);
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
  }
});

test('nothing to export is said, and ends with 1', () => {
  put('rien.json', '{"trainings":[]}');
  for (const file of ['vide.md', 'rien.json']) {
    for (const format of ['json', 'csv', 'jsonld', 'atom', 'html']) {
      const { status, stdout, stderr } = run(['export', '--format', format, file]);
      assert.match(stderr, /rien à exporter/);
      assert.deepEqual([status, stdout], [1, ''], `${file} as ${format}`);
    }
  }
});

test('`build` of one page fills the folder, of several a folder each', () => {
  assert.equal(run(['build', 'bon.md', '--out', 'un']).status, 0);
  assert.ok(
    ['index.html', 'catalogue.json', 'catalogue.css', 'catalogue-formations'].every((name) =>
      readdirSync(join(work, 'un')).includes(name),
    ),
  );
  run(['build', 'bon.md', 'douteux.md', '--out', 'deux']);
  assert.deepEqual(readdirSync(join(work, 'deux')).sort(), ['bon', 'catalogue-formations', 'douteux']);
  assert.match(
    readFileSync(join(work, 'deux/bon/index.html'), 'utf8'),
    /src="\.\.\/catalogue-formations\/catalogue-formations\.js"/,
  );
});

test('conventions on hours are those of the command line, then of the page', () => {
  put('jour.md', good.replace('2 heures', '1 jour'));
  put('jour-six.md', `---\ncatalogue:\n  hoursPerDay: 6\n---\n${good.replace('2 heures', '1 jour')}`);
  const minutes = (...args) => JSON.parse(run(['export', ...args]).stdout).trainings[0].durations[0].min;
  assert.equal(minutes('jour.md'), 420);
  assert.equal(minutes('jour-six.md'), 360);
  assert.equal(minutes('--hours-per-day', '5', 'jour-six.md'), 300);
});

test('help and version go to standard output', () => {
  assert.match(run(['--help']).stdout, /check PAGE/);
  assert.equal(run(['--version']).stdout.trim(), JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});

test('build of a catalogue that something else wrote gives a copy, and what a page needs to show it', () => {
  const trainings = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
  put('national.json', JSON.stringify({ trainings }));
  const { status, stderr } = run(['build', 'national.json', '--out', 'national']);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /2\sformations\s: \d+\sfichiers dans national/);
  assert.deepEqual(...['national/catalogue.json', 'national.json'].map((file) => readFileSync(join(work, file))));
  assert.ok(existsSync(join(work, 'national/catalogue-formations/catalogue-formations.js')));
});

test('build tells why a catalogue is refused, and ends with 2', () => {
  put('refuse.json', JSON.stringify({ trainings: [{ id: 'a' }] }));
  const { status, stderr } = run(['build', 'refuse.json', '--out', 'refuse']);
  assert.equal(status, 2);
  assert.match(stderr, /refuse\.json.*missing-member \/trainings\/0/);
});
