// SPDX-License-Identifier: MIT
// Brings scripts and style sheets only when their bytes are those of a known hash.
import { fetchFile, kPatienceSeconds } from '../core/fetch-file.js';
import { LoadFailure } from '../core/load-failure.js';
import type { Policy } from './parts.js';

/**
 * The module at `url`, whose bytes have the hash `integrity` (`sha384-…`).
 *
 * `import()` takes no hash, and a verified fetch before it proves nothing: the import may ask the server a
 * second time. A module script element does take one; the browser checks it before the module enters the
 * document's module map, where `import()` of the same address then finds it. So what runs is what was
 * verified, in every browser that has modules. The module must import nothing further: the hash covers its
 * own bytes alone. Throws LoadFailure, as addVerified does.
 */
export async function importVerified<Module>(url: string, integrity: string, policy: Policy): Promise<Module> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = policy.createScriptURL(url);
  await addVerified(script, url, integrity, document.head);
  script.remove();
  return import(url) as Promise<Module>;
}

/**
 * Puts `node`, which names the file at `url`, first into `place`. Resolves once it has run or applies; else it is
 * removed. Throws LoadFailure `integrity`, `type`, `redirected`, or as fetchFile does.
 */
export async function addVerified(
  node: HTMLScriptElement | HTMLLinkElement,
  url: string,
  integrity: string,
  place: ParentNode,
): Promise<void> {
  // Such an element holds back the page's load event, and a file that hangs would hold it for good. Before that event
  // the file is fetched first, which holds nothing; the element then finds it in the cache. A sheet always is: Firefox
  // lets other requests wait for it. Where a policy forbids fetching, the element is tried all the same.
  const isSheet = node.nodeName === 'LINK';
  if (isSheet || document.readyState !== 'complete') {
    await fetchPublic(url).catch((error: LoadFailure) => {
      if (error.code !== 'network') throw error;
    });
  }
  node.integrity = integrity;
  node.crossOrigin = 'anonymous';
  node.nonce = ownNonce();
  const loaded = new Promise<boolean | undefined>((resolve) => {
    // Chromium loads a sheet of another type, and finds no rule in it.
    node.onload = () => resolve((node as HTMLLinkElement).sheet?.cssRules.length !== 0);
    node.onerror = () => resolve(false);
    setTimeout(resolve, kPatienceSeconds * 1000);
  });
  place.prepend(node);
  const isLoaded = await loaded;
  if (isLoaded) return;
  node.remove();
  if (isLoaded === undefined) throw new LoadFailure('timeout', url, String(kPatienceSeconds));
  await fetchPublic(url, isSheet ? /css/ : /script/);
  throw new LoadFailure('integrity', url, integrity);
}

/** As an element with `crossorigin` asks for it, so that both share what the browser keeps. */
const fetchPublic = (url: string, types?: RegExp) => fetchFile(url, { credentials: 'same-origin', types });

// A page that allows scripts by nonce has given ours one; the parts pass it on.
function ownNonce(): string {
  const own = [...document.scripts].find((script) => script.src === import.meta.url);
  return own?.nonce ?? '';
}
