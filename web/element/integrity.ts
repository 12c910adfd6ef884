// SPDX-License-Identifier: MIT
// Loads scripts and style sheets, each with the hash of its bytes.
import { keepsBytes } from './addresses.js';
import { kPatienceSeconds } from '../core/fetch-file.js';
import { LoadFailure } from '../core/load-failure.js';
import { fetchFile } from './early.js';
import type { Policy } from './loader.js';

/**
 * Imports the module at `url`, if its bytes have the hash `integrity` (`sha384-…`). Throws LoadFailure, as addVerified does.
 *
 * `import()` takes no hash, and fetching the file with its hash before proves nothing: the import may fetch it again. A
 * module script element takes a hash. The browser checks it before the module enters the document's module map, where
 * `import()` of the same address finds it. The module itself must import nothing: the hash covers its own bytes only.
 */
export async function importVerified<Module>(url: string, integrity: string, policy: () => Policy): Promise<Module> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = policy().createScriptURL(url);
  await addVerified(script, url, integrity, document.head);
  script.remove();
  // Its address is known only here: bundlers leave it alone.
  return import(/* webpackIgnore: true */ /* @vite-ignore */ url) as Promise<Module>;
}

/**
 * Inserts `node`, whose file is at `url`, as the first child of `place`. Resolves once the script has run or the sheet
 * applies; otherwise removes the node and throws LoadFailure `integrity`, or as fetchFile does.
 */
export async function addVerified(
  node: HTMLScriptElement | HTMLLinkElement,
  url: string,
  integrity: string,
  place: ParentNode,
): Promise<void> {
  // Such an element delays the page's load event, for ever if its file hangs. Before that event the file is fetched
  // first, which delays nothing, and the element finds it in the cache. Sheets are always fetched first: in Firefox other
  // requests wait for them. If the page's policy forbids the fetch, the element may still load.
  const isSheet = node.nodeName === 'LINK';
  if (isSheet || document.readyState !== 'complete') {
    await fetchPublic(url).catch((error: LoadFailure) => {
      if (error.code !== 'network') throw error;
    });
  }
  if (keepsBytes) node.integrity = integrity;
  node.crossOrigin = 'anonymous';
  node.nonce = ownNonce();
  const loaded = new Promise<boolean | undefined>((resolve) => {
    // Chromium fires load for a sheet of a wrong type, which then has no rules.
    node.onload = () => resolve((node as HTMLLinkElement).sheet?.cssRules.length !== 0);
    node.onerror = () => resolve(false);
    setTimeout(resolve, kPatienceSeconds * 1000);
  });
  place.prepend(node);
  const isLoaded = await loaded;
  if (isLoaded) return;
  node.remove();
  if (isLoaded === undefined) throw new LoadFailure('timeout', url, `${kPatienceSeconds}`);
  await fetchPublic(url, isSheet ? /css/ : /script/);
  throw new LoadFailure('integrity', url, integrity);
}

/** The same request as that of an element with `crossorigin`, so that both share the browser's cache. */
const fetchPublic = (url: string, types?: RegExp) => fetchFile(url, { credentials: 'same-origin', types });

// A page that allows scripts by nonce has put one on our script: the files that it loads get the same.
function ownNonce(): string {
  const own = [...document.scripts].find((script) => script.src === import.meta.url);
  return own?.nonce ?? '';
}
