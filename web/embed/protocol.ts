// SPDX-License-Identifier: MIT
// The messages between a page and the catalogue's iframe. Any other message is refused.

/** Version of the protocol. Messages of another version are refused whole. */
export const kProtocolVersion = 1;

const kName = 'catalogue-formations';

/** Heights are CSS pixels, clamped to this range. */
export const kMinHeight = 50;
export const kMaxHeight = 20_000;

/** `auto` leaves the choice to the visitor's system. */
export type Scheme = 'light' | 'dark' | 'auto';

/** Messages of the frame. `present` holds no data: it may be sent to any parent. */
export type FrameMessage =
  | { type: 'present' }
  | { type: 'height'; height: number }
  | { type: 'change'; query: string; total: number }
  | { type: 'error'; code: string; message: string };

/** Messages of the page. `hello` asks for heights and gives the page's colour scheme. */
export type HostMessage = { type: 'hello'; scheme: Scheme };

/** Adds the protocol's name and version to a message. */
export function pack<Message extends FrameMessage | HostMessage>(message: Message) {
  return { protocol: kName, version: kProtocolVersion, ...message };
}

/**
 * The version of a message of this protocol; null for any other message (other scripts of the page use
 * postMessage too).
 */
export function protocolVersion(data: unknown): number | null {
  if (!isRecord(data) || data.protocol !== kName) return null;
  return typeof data.version === 'number' ? data.version : null;
}

/** The frame's message in `data`, or null when it is not a valid one of this version. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (!isRecord(data) || protocolVersion(data) !== kProtocolVersion) return null;
  switch (data.type) {
    case 'present':
      return { type: 'present' };
    case 'height':
      return readHeight(data.height);
    case 'change':
      return isText(data.query) && isCount(data.total)
        ? { type: 'change', query: data.query, total: data.total }
        : null;
    case 'error':
      return isText(data.code) && isText(data.message)
        ? { type: 'error', code: data.code, message: data.message }
        : null;
    default:
      return null;
  }
}

/** The page's message in `data`, or null. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (!isRecord(data) || protocolVersion(data) !== kProtocolVersion || data.type !== 'hello') return null;
  const scheme = data.scheme;
  return scheme === 'light' || scheme === 'dark' || scheme === 'auto' ? { type: 'hello', scheme } : null;
}

function readHeight(height: unknown): FrameMessage | null {
  if (typeof height !== 'number' || !Number.isFinite(height) || height <= 0) return null;
  return { type: 'height', height: Math.min(kMaxHeight, Math.max(kMinHeight, Math.ceil(height))) };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2000;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
