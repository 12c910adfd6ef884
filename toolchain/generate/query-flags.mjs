// SPDX-License-Identifier: MIT
// wasm/bindings/query_flags.json -> query_flags.h: the flags of a query. web/core reads the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = new URL('../../wasm/bindings/query_flags.json', import.meta.url);

export function generate(_dataDir, outDir) {
  const flags = Object.entries(JSON.parse(readFileSync(source, 'utf8')));
  const wrong = flags.find(([, value], i) => value !== 2 ** i);
  if (wrong) throw new Error(`wasm/bindings/query_flags.json: "${wrong[0]}" must be the next power of two`);
  const lines = flags.map(([name, value]) => `  k${name[0].toUpperCase()}${name.slice(1)} = ${value},`);
  writeFileSync(
    join(outDir, 'query_flags.h'),
    `// SPDX-License-Identifier: MIT
// Written from wasm/bindings/query_flags.json: edit that file.
#pragma once

#include <cstdint>

namespace catalogue {

enum QueryFlag : uint32_t {
${lines.join('\n')}
};

}  // namespace catalogue
`,
  );
}
