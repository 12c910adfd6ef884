// SPDX-License-Identifier: MIT
// The front matter of a page: its data, and where the content after it starts.
import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import { PageError } from './page-error.js';

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Offset (UTF-16 units) and 1-based line of the first character after the block. */
  offset: number;
  line: number;
}

const kLine = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
/** In UTF-16 units. A usual front matter is a hundred times shorter; the limit bounds the cost of reading. */
const kMaxBlock = 65_536;
/** Each merge key of YAML (`<<`) copies what it names: many of them cost the square of the block's length. */
const kMaxBlockWithMerges = 4_096;

/**
 * Reads YAML (or `---json`) front matter. Code (`---js`) is refused, never run.
 * `text` has no byte order mark. Linear in the text. Throws PageError.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none = { data: {}, offset: 0, line: 1 };
  if (!text.startsWith('---')) return none;
  const first = lineAt(text, 0);
  const language = first.trim().slice(3).trim().toLowerCase();
  if (first === text || /\s/.test(language)) return none;
  let line = 2;
  for (let at = first.length; at < text.length; line++) {
    const current = lineAt(text, at);
    if (current.trimEnd() === '---') {
      const block = text.slice(first.length, at);
      return {
        data: parseBlock(language, block),
        offset: at + current.length,
        line: line + Number(/[\r\n]$/.test(current)),
      };
    }
    at += current.length;
  }
  return none;
}

/** The line that starts at `offset`, with its end. */
function lineAt(text: string, offset: number): string {
  kLine.lastIndex = offset;
  return kLine.exec(text)?.[0] ?? '';
}

function parseBlock(language: string, block: string): Record<string, unknown> {
  if (language === 'json') return asRecord(parseJson(block));
  if (!['', 'yaml', 'yml'].includes(language)) {
    throw new PageError('front-matter-code', 1, 4, language);
  }
  refuseTooLong(block);
  try {
    return asRecord(load(block));
  } catch (error) {
    // js-yaml throws its own error, or the engine's where values nest too deep.
    const { mark, reason = 'YAML' } = error instanceof YAMLException ? error : {};
    throw new PageError('front-matter', (mark?.line ?? 0) + 2, Math.max(0, mark?.column ?? 0) + 1, reason);
  }
}

function refuseTooLong(block: string): void {
  const most = block.includes('<<') ? kMaxBlockWithMerges : kMaxBlock;
  if (block.length > most) throw new PageError('front-matter-too-long', 1, 1, String(most));
}

function parseJson(block: string): unknown {
  refuseTooLong(block);
  try {
    return load(block, { schema: JSON_SCHEMA });
  } catch (error) {
    throw new PageError('front-matter', 2, 1, error instanceof Error ? error.message : String(error));
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
