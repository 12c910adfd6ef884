// SPDX-License-Identifier: MIT
// Counts what test runners report: Node's TAP summary and CTest's JUnit file.

/** @typedef {{passed: number, failed: number, skipped: number}} Tally */

/** @returns {Tally} */
export const noTests = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = noTests();
  for (const tally of tallies) for (const key of Object.keys(total)) total[key] += tally[key];
  return total;
}

/** Reads the `# pass 12` lines that close a TAP report. Cancelled tests have failed. @returns {Tally} */
export function readTap(report) {
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/** Reads the attributes of CTest's `<testsuite tests failures disabled skipped>`. @returns {Tally} */
export function readJUnit(xml) {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0] ?? '';
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count('failures');
  const skipped = count('disabled') + count('skipped');
  return { passed: count('tests') - failed - skipped, failed, skipped };
}

/** The closing line of `npm test`. @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
