// SPDX-License-Identifier: MIT
// The files that every widget with `src` needs: engine, style sheet, catalogues. On a slow line the list comes a round trip
// sooner if they are asked for together with the widget.
import runtimeFile from 'catalogue:runtime-wasm';
import { urlOf } from './addresses.js';
import { fetchEarly, fetchFile } from './early.js';
import type { FileRequest } from './early.js';
import { isStyled, sheetUrl } from './styles.js';

const requestOf = ({ file, integrity }: BuiltFile): FileRequest => [urlOf(file), { integrity }];

/** The bytes of a built file, verified; by default the engine's wasm. Throws LoadFailure. */
export const loadBytes = async (file = runtimeFile): Promise<ArrayBuffer> =>
  (await fetchFile(...requestOf(file))).bytes;

/** Servers that do not know JSON send any type. HTML is an error page. */
const kJsonTypes = /^(?!.*html)/;

/** Whether `src` is one catalogue in parts that is shown as it is: what joins or changes catalogues needs them whole. */
export const isInParts = (host: Element): boolean =>
  /^\S+\.parts$/.test(host.getAttribute('src') as string) && !host.matches('[overlay],[only]');

/** For each address in `src`. `integrity`: a hash for each, `-` for none. What is no address is asked for as written. */
export function requestsOf(src: string | null, integrity: string | null): FileRequest[] {
  const listOf = (text: string | null): string[] => text?.match(/\S+/g) ?? [];
  const hashes = listOf(integrity);
  const link = document.createElement('a');
  return listOf(src).map((address, index) => {
    link.href = address;
    return [link.href, { integrity: hashes[index]?.replace(/^-$/, ''), types: kJsonTypes }];
  });
}

/** Asks for them before the widget has come. `isInParts`: the script for parts asks for its own engine. */
export function askEarly(host: HTMLElement, isInParts: boolean): void {
  const requests = requestsOf(host.getAttribute('src'), host.getAttribute('integrity'));
  if (!requests[0]) return;
  if (!isInParts) requests.push(requestOf(runtimeFile));
  if (!isStyled(host)) requests.push([sheetUrl(host), { credentials: 'same-origin' }]);
  for (const request of requests) fetchEarly(...request);
}
