// SPDX-License-Identifier: MIT
// data/tables/dates.json -> date_phrases.h: the words of days.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phraseRows } from '../phrases.mjs';

export function generate(dataDir, outDir) {
  const { months, skipped } = JSON.parse(readFileSync(join(dataDir, 'tables/dates.json'), 'utf8'));
  const rows = [
    ...months.flatMap((names, index) => names.map((phrase) => ({ phrase, kind: 'kMonth', value: index + 1 }))),
    ...skipped.map((phrase) => ({ phrase, kind: 'kSkipped', value: 0 })),
  ];
  writeFileSync(
    join(outDir, 'date_phrases.h'),
    `// SPDX-License-Identifier: MIT
// Words of days. Written from data/tables/dates.json: edit that file.
#pragma once

inline constexpr Phrase<DateWord> kDateWords[] = {
${phraseRows(rows, 'DateWord').join('\n')}
};
`,
  );
}
