// SPDX-License-Identifier: MIT
// data/tables/query.json and the modalities of vocabulary.json -> catalogue/query_words.h: the words of a query string.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { literal } from '../phrases.mjs';

/** The key of vocabulary.json for phrases without a value. */
const NO_VALUE = '-';

const array = (name, words) =>
  `inline constexpr std::array<std::string_view, ${words.length}> ${name} = {${words.map(literal).join(', ')}};`;

export function generate(dataDir, outDir) {
  const read = (name) => JSON.parse(readFileSync(join(dataDir, 'tables', name), 'utf8'));
  const table = read('query.json');
  const { modality } = read('vocabulary.json');
  mkdirSync(join(outDir, 'catalogue'), { recursive: true });
  writeFileSync(
    join(outDir, 'catalogue/query_words.h'),
    `// SPDX-License-Identifier: MIT
// The words of a query string. Written from data/tables/query.json and vocabulary.json: edit these files.
#pragma once

#include <array>
#include <string_view>

namespace catalogue {

// By QueryKey: the facets, the text, and what chooses no training by itself.
${array('kQueryKeys', [...table.facets, table.text, table.sort, table.page, table.min, table.max])}

// By Sort: the order of the source has no name.
${array('kSortNames', ['', ...table.sorts])}

${array('kRightValues', table.rights)}

${array(
  'kModalityValues',
  Object.keys(modality).filter((value) => value !== NO_VALUE),
)}

inline constexpr std::string_view kUnknownValue = ${literal(table.unknown)};

}  // namespace catalogue
`,
  );
}
