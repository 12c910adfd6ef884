// SPDX-License-Identifier: MIT
// For pages with the catalogue in an iframe: gives the frame the height of its content, no border, and the page's
// light or dark scheme. Without this script the frame keeps the height of its tag.
import { other_version as otherVersionEn } from '../../data/strings/frame.en.json';
import { other_version } from '../../data/strings/frame.fr.json';
import { languageOf } from '../element/language.js';
import { kProtocolVersion, pack, protocolVersion, readFrameMessage } from './protocol.js';
import type { FrameMessage, Scheme } from './protocol.js';
import { schemeBehind } from './scheme.js';

/** A frame is ours when its address is in the folder of this script. */
const folder = new URL('./', import.meta.url);

/** The scheme last sent to each frame. */
const sentSchemes = new WeakMap<HTMLIFrameElement, Scheme>();

/** Starts listening. Called once by the entry point. */
export function watchFrames(): void {
  addEventListener('message', receive);
  for (const frame of ourFrames()) if (isLoaded(frame)) greet(frame);
  const watcher = new MutationObserver(tellScheme);
  for (const node of [document.documentElement, document.body]) watcher.observe(node, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tellScheme);
}

function ourFrames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll('iframe')].filter(isOurs);
}

function isOurs(frame: HTMLIFrameElement): boolean {
  return frame.src.startsWith(folder.href);
}

// A frame that has not begun to load shows about:blank, which this page may read.
function isLoaded(frame: HTMLIFrameElement): boolean {
  try {
    const { contentDocument } = frame;
    return (
      contentDocument === null || (contentDocument.URL !== 'about:blank' && contentDocument.readyState === 'complete')
    );
  } catch {
    return true;
  }
}

function receive(event: MessageEvent): void {
  const version = protocolVersion(event.data);
  if (version === null || !isFromFolder(event.origin)) return;
  const frame = ourFrames().find((candidate) => candidate.contentWindow === event.source);
  if (!frame) return;
  if (version !== kProtocolVersion) return warnOnce(frame, version);
  const message = readFrameMessage(event.data);
  if (message) obey(frame, message);
}

// The window tells which frame speaks. A sandboxed frame has no origin of its own.
function isFromFolder(origin: string): boolean {
  return origin === folder.origin || origin === 'null';
}

function obey(frame: HTMLIFrameElement, message: FrameMessage): void {
  if (message.type === 'present') return greet(frame);
  if (message.type === 'height') return setHeight(frame, message.height);
  const { type, ...detail } = message;
  frame.dispatchEvent(new CustomEvent(`catalogue-${type}`, { detail, bubbles: true }));
}

// Where `height` includes the borders (border-box), they are added: else the content would be cut.
function setHeight(frame: HTMLIFrameElement, height: number): void {
  const isBorderCounted = getComputedStyle(frame).boxSizing === 'border-box';
  const borders = isBorderCounted ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.setProperty('height', `${height + borders}px`, 'important');
}

function greet(frame: HTMLIFrameElement): void {
  removeBorder(frame);
  const scheme = schemeBehind(frame);
  sentSchemes.set(frame, scheme);
  // To any origin, since that of a sandboxed frame cannot be named: it holds no secret.
  frame.contentWindow?.postMessage(pack({ type: 'hello', scheme }), '*');
}

// A policy may refuse the snippet's `style` attribute, which is there then and sets nothing. None refuses a script's.
function removeBorder(frame: HTMLIFrameElement): void {
  if (frame.hasAttribute('style') && frame.style.length === 0) frame.style.border = '0';
}

function tellScheme(): void {
  for (const frame of ourFrames()) {
    if (sentSchemes.has(frame) && sentSchemes.get(frame) !== schemeBehind(frame)) greet(frame);
  }
}

let warned = false;
function warnOnce(frame: HTMLIFrameElement, version: number): void {
  if (!warned) {
    const text = languageOf(frame) === 'en' ? otherVersionEn : other_version;
    const told = text.replace('{frame}', String(version)).replace('{script}', String(kProtocolVersion));
    console.warn(`catalogue-formations: ${told}`);
  }
  warned = true;
}
