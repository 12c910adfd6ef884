// SPDX-License-Identifier: MIT
// Sentences of data/strings with values in them.

/** `template` with each `{name}` replaced by its value; '' for a name without one. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
