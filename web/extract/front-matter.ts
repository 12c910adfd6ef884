// SPDX-License-Identifier: MIT
// The front matter of a page: its data, and where the content behind it starts.
import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import { PageError } from './page-error.js';

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Offset (UTF-16 units) and 1-based line of the first character after the block. */
  offset: number;
  line: number;
}

const kOpen = /^---([^\S\r\n]*\S*)[^\S\r\n]*(?:\r\n|\n|\r)/;
const kClose = /(?:^|[\r\n])---[^\S\r\n]*(?:\r\n|\n|\r|$)/;

/**
 * Reads YAML (or `---json`) front matter. Code (`---js`) is refused, never run.
 * `text` has no byte order mark. Throws PageError.
 */
export function readFrontMatter(text: string): FrontMatter {
  const open = kOpen.exec(text);
  const close = open && kClose.exec(text.slice(open[0].length));
  if (!open || !close) return { data: {}, offset: 0, line: 1 };
  const start = open[0].length;
  const block = text.slice(start, start + close.index + 1);
  const offset = start + close.index + close[0].length;
  const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return { data: parseBlock((open[1] ?? '').trim().toLowerCase(), block), offset, line };
}

function parseBlock(language: string, block: string): Record<string, unknown> {
  if (language === 'json') return asRecord(parseJson(block));
  if (!['', 'yaml', 'yml'].includes(language)) {
    throw new PageError('front-matter-code', 1, 4, language);
  }
  try {
    return asRecord(load(block));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    throw new PageError('front-matter', line + 2, column + 1, error.reason);
  }
}

function parseJson(block: string): unknown {
  try {
    return load(block, { schema: JSON_SCHEMA });
  } catch (error) {
    throw new PageError('front-matter', 2, 1, error instanceof Error ? error.message : String(error));
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
