// SPDX-License-Identifier: MIT
// data/tables/training.json -> training_members.h: the members of a training, and their C++ members.
// web/core/trainings.ts reads the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `registrationLabel` -> `registration_label`. */
const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const enumName = (name) => `k${name[0].toUpperCase()}${name.slice(1)}`;

/** As one literal, each name ended by NUL. */
const names = (members) => `"${Object.keys(members).join('\\0')}\\0"`;

const enumerators = (members, isWanted = () => true) =>
  Object.entries(members)
    .map(([name, type], index) => (isWanted(type) ? `${enumName(name)} = ${index}` : ''))
    .filter(Boolean)
    .join(', ');

const field = (type, name) => `&${type}::${snakeCase(name)}`;

const texts = (type, members) =>
  Object.entries(members)
    .map(([name, kind]) => (kind === 'text' ? field(type, name) : 'nullptr'))
    .join(', ');

export function generate(dataDir, outDir) {
  const { training, licence, duration } = JSON.parse(readFileSync(join(dataDir, 'tables/training.json'), 'utf8'));
  const lists = Object.keys({ ...training, ...licence }).filter((name) => (training[name] ?? licence[name]) === 'list');
  writeFileSync(
    join(outDir, 'training_members.h'),
    `// SPDX-License-Identifier: MIT
// Members of a training. Written from data/tables/training.json: edit that file.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalogue/training.h"

namespace catalogue {

// ListedName of the members, and the index of those that are no text.
inline constexpr char kTrainingMembers[] = ${names(training)};
enum : size_t { ${enumerators(training, (type) => type !== 'text')} };
inline constexpr char kLicenceMembers[] = ${names(licence)};
inline constexpr char kDurationMembers[] = ${names(duration)};
enum : size_t { ${enumerators(duration)} };

// By member: null for those that are no text.
inline constexpr std::string_view Training::* kTrainingTexts[] = {${texts('Training', training)}};
inline constexpr std::string_view Licence::* kLicenceTexts[] = {${texts('Licence', licence)}};

// The lists of a training, then those of its licence, which Training keeps too.
inline constexpr std::span<const std::string_view> Training::* kTrainingLists[] = {
    ${lists.map((name) => field('Training', name)).join(', ')}};

}  // namespace catalogue
`,
  );
}
