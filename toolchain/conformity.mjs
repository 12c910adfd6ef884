// SPDX-License-Identifier: MIT
// Writes docs/conformity.md from data/conformity.json: criterion, what is done, and the test that proves it.
// Usage: node toolchain/conformity.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, ToolchainError } from './lib/run.mjs';

const kIntroduction = `# Conformity: criterion, test, result

For the accessibility statement and the eco-design declaration of a site that uses the widget. Each line
holds as long as its test passes: \`npm test\` runs them all, and a line whose test is gone fails it. The
accessibility tests run in Chromium, Firefox and WebKit; those of colours, motion and paper where the engine
can be told what the visitor prefers. What only a person can judge (do the words say enough?) is not here.
Written by \`node toolchain/conformity.mjs\` from \`data/conformity.json\`, which has a
[schema](../data/schema/conformity.schema.json): a site may build its own statement from it.

RGAA 4.1.2 is mapped as its own references say. RGAA 5, on WCAG 2.2, is announced; its numbers are not known yet.`;

/** The text of docs/conformity.md. Throws a ToolchainError for a criterion whose test does not exist. */
export function conformityText() {
  const { how, wcag22, en301549, rgesn2024 } = JSON.parse(readFileSync(fromRoot('data/conformity.json'), 'utf8'));
  const proof = (row) => proofOf(row, how);
  return `${[
    kIntroduction,
    section(
      'WCAG 2.2, levels A and AA',
      ['criterion', 'RGAA 4.1.2', 'EN 301 549'],
      wcag22.map((row) => [
        `${row.criterion} (${row.level})`,
        row.rgaa.join(', ') || '–',
        `9.${row.criterion}`,
        ...proof(row),
      ]),
    ),
    section(
      'EN 301 549, beyond WCAG',
      ['clause'],
      en301549.map((row) => [row.clause, ...proof({ ...row, criterion: row.clause })]),
    ),
    section(
      'RGESN 2024',
      ['criterion'],
      rgesn2024.map((row) => [row.criterion, ...proof(row)]),
    ),
  ].join('\n\n')}\n`;
}

function section(title, keys, rows) {
  const heads = [...keys, 'what is done', 'proved by', 'test'];
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${title}`, '', ...lines].join('\n');
}

/** The last three cells of a row: what is done, the kind of proof, the test. */
function proofOf({ criterion, doesNotApply, what, how, test }, ways) {
  if (doesNotApply) return [`Does not apply. ${doesNotApply}`, '–', '–'];
  if (!hasTest(test.file, test.name))
    throw new ToolchainError(`data/conformity.json: ${criterion}: ${test.file} has no test called "${test.name}"`);
  return [what, how.map((way) => ways[way]).join(', '), `\`${test.file}\`: ${test.name.replaceAll('_', ' ')}`];
}

/** Whether the file's code, comments aside, has a test of that name. */
function hasTest(file, name) {
  const path = fromRoot(file);
  return (
    existsSync(path) &&
    readFileSync(path, 'utf8')
      .replace(/^\s*\/\/.*$/gm, '')
      .includes(name)
  );
}

if (isMain(import.meta.url)) writeFileSync(fromRoot('docs/conformity.md'), conformityText());
