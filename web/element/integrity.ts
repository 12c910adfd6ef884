// SPDX-License-Identifier: MIT
// Imports a script only when its bytes are those of a known hash.
import { firstFailure } from '../core/failure.js';
import type { Policy } from './parts.js';

/** As long as fetch-file.ts gives a file. */
const kPatienceMs = 15_000;

/**
 * The module at `url`, whose bytes have the hash `integrity` (`sha384-…`).
 *
 * `import()` takes no hash, and a verified fetch before it proves nothing: the import may ask the server a
 * second time. A module script element does take one; the browser checks it before the module enters the
 * document's module map, where `import()` of the same address then finds it. So what runs is what was
 * verified, in every browser that has modules. The module must import nothing further: the hash covers its
 * own bytes alone. Throws LoadFailure `integrity`, `network` or `timeout`.
 */
export async function importVerified<Module>(url: string, integrity: string, policy: Policy): Promise<Module> {
  const script = document.createElement('script');
  script.type = 'module';
  script.integrity = integrity;
  script.crossOrigin = 'anonymous';
  script.nonce = ownNonce();
  script.src = policy.createScriptURL(url);
  const verified = new Promise<boolean | 'late'>((resolve) => {
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    setTimeout(resolve, kPatienceMs, 'late');
  });
  document.head.append(script);
  const outcome = await verified;
  script.remove();
  if (outcome === 'late') throw firstFailure('timeout', url, String(kPatienceMs / 1000));
  if (!outcome) throw firstFailure(await causeOf(url), url, integrity);
  return import(url) as Promise<Module>;
}

// A page that allows scripts by nonce has given ours one; the parts pass it on.
function ownNonce(): string {
  const own = [...document.scripts].find((script) => script.src === import.meta.url);
  return own?.nonce ?? '';
}

async function causeOf(url: string): Promise<'integrity' | 'network'> {
  const response = await fetch(url, { credentials: 'omit' }).catch(() => null);
  return response?.ok ? 'integrity' : 'network';
}
