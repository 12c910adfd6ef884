// SPDX-License-Identifier: MIT
// data/tables/links.json -> link_schemes.h: the schemes that a link may have.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { literal } from '../phrases.mjs';

const array = (name, schemes) => `inline constexpr std::string_view ${name}[] = {${schemes.map(literal).join(', ')}};`;

export function generate(dataDir, outDir) {
  const { web, contact } = JSON.parse(readFileSync(join(dataDir, 'tables/links.json'), 'utf8'));
  writeFileSync(
    join(outDir, 'link_schemes.h'),
    `// SPDX-License-Identifier: MIT
// Schemes that a link may have. Written from data/tables/links.json: edit that file.
#pragma once

#include <string_view>

namespace catalogue::generated {

${array('kWebSchemes', web)}
${array('kContactSchemes', contact)}

}  // namespace catalogue::generated
`,
  );
}
