// SPDX-License-Identifier: MIT
// Rebuilds while an editor works: the catalogue follows, and nothing stale stays.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSite } from './sites.mjs';

const kLimitMs = 30_000;

const page = (hours) =>
  `---\nlayout: plain.njk\ntitle: F\ncatalogue: true\n---\n\n## Alpha (Org)\n\n<span class="fr-tag">Durée : ${hours}</span>\n\nTexte.\n\n[Voir](https://exemple.fr/)\n\n## Beta (Org)\n\n<span class="fr-tag">Durée : 5 heures</span>\n\nTexte.\n\n[Voir](https://exemple.fr/b)\n`;

/** Waits for a claim about files; `again` repeats what may have come before the watcher was ready. */
async function until(claim, what, again = () => {}) {
  const start = Date.now();
  for (let round = 1; Date.now() < start + kLimitMs; round++, await sleep(100)) {
    if (round % 30 === 0) again();
    try {
      if (claim()) return;
    } catch {
      // a file half written: read it again
    }
  }
  assert.fail(`waited in vain until ${what}`);
}

for (const version of [2, 3]) {
  test(`Eleventy ${version} --watch --incremental follows a change and removes pages of values that are gone`, async () => {
    const site = makeSite(version, {
      'formations.md': page('1 heure'),
      'autre.md': '---\nlayout: plain.njk\ntitle: A\n---\nA',
    });
    const eleventy = spawn(process.execPath, [site.command, `--config=${site.config}`, '--watch', '--incremental'], {
      cwd: site.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    eleventy.stdout.on('data', (text) => {
      output += text;
    });
    eleventy.stderr.on('data', (text) => {
      output += text;
    });
    try {
      await until(
        () => site.has('formations/duree/1-h-au-plus/index.html') && /Watching/.test(output),
        'the first build',
      );
      const edit = () => site.put('src/formations.md', page('5 heures'));
      edit();
      await until(
        () => JSON.parse(site.read('formations/catalogue.json')).trainings[0].durations[0].min === 300,
        'the catalogue follows',
        edit,
      );
      await until(() => !site.has('formations/duree/1-h-au-plus/index.html'), 'the stale page is gone');
      assert.match(site.read('formations/index.html'), /<li data-id="alpha"/);
    } finally {
      eleventy.kill();
      await once(eleventy, 'exit');
      site.dispose();
    }
  });
}
