// SPDX-License-Identifier: MIT
// Writes docs/conformity.md from data/conformity.json: criterion, what is done, and the test that
// proves it, found by its name. Usage: node toolchain/conformity.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './lib/paths.mjs';
import { isMain } from './lib/run.mjs';

const kFolders = ['tests/browser', 'tests/core', 'tests/web'];
const kHow = {
  A: 'axe-core',
  K: 'keyboard',
  T: 'accessibility tree',
  V: 'viewport or style',
  B: 'budget or unit test',
  M: 'reading',
};

/** The test files, by path. */
function testFiles() {
  const paths = kFolders.flatMap((folder) =>
    readdirSync(fromRoot(folder))
      .sort()
      .map((name) => join(folder, name)),
  );
  return paths
    .filter((path) => /\.test\.mjs$|_test\.cpp$/.test(path))
    .map((path) => [path, readFileSync(fromRoot(path), 'utf8')]);
}

/** The text of docs/conformity.md. Throws for a criterion whose test does not exist. */
export function conformityText() {
  const files = testFiles();
  const { about, ...tables } = JSON.parse(readFileSync(fromRoot('data/conformity.json'), 'utf8'));
  const sections = Object.entries(tables).map(([name, rows]) =>
    [
      `## ${name}`,
      '',
      '| criterion | what is done | proved by | test |',
      '|---|---|---|---|',
      ...rows.map((row) => line(row, files)),
    ].join('\n'),
  );
  return `${kIntroduction}\n\n${sections.join('\n\n')}\n`;
}

const kIntroduction = `# Conformity: criterion, test, result

For the accessibility statement and the eco-design declaration of a site that uses the widget. Each line
holds as long as its test passes: \`npm test\` runs them all, and a line whose test is gone fails it. The
accessibility tests run in Chromium, Firefox and WebKit; those of colours, motion and paper where the engine
can be told what the visitor prefers. What only a person can judge (do the words say enough?) is not here.
Written by \`node toolchain/conformity.mjs\` from \`data/conformity.json\`.`;

function line([criterion, what, how, name], files) {
  const found = files.find(([, text]) => text.includes(name));
  if (!found) throw new Error(`data/conformity.json: ${criterion}: no test is called "${name}"`);
  const ways = how
    .split(' ')
    .map((way) => kHow[way])
    .join(', ');
  return `| ${criterion} | ${what} | ${ways} | \`${found[0]}\`: ${name.replaceAll('_', ' ')} |`;
}

if (isMain(import.meta.url)) writeFileSync(fromRoot('docs/conformity.md'), conformityText());
