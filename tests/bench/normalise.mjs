// SPDX-License-Identifier: MIT
// The speed of normalise(): the same made-up page through the compiler, in wasm and natively.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { run } from '../../toolchain/lib/run.mjs';

const durations = [
  'Durée : 2 h 30',
  'Durées : 30 minutes ou 4 heures',
  'Durée : environ 5 heures',
  'Durée : 6 semaines, 2 h/semaine',
  'Durée : 1/2 journée',
  'Durée : de 30 min à 1 h',
  'Durée : 3 x 45 minutes',
  'Duration: less than an hour',
];
const licences = [
  ['Licence CC BY-NC-ND 4.0', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'],
  ['Licence etalab-2.0', ''],
  ['Licence CC BY-SA 3.0', 'https://creativecommons.org/licenses/by-sa/3.0/fr/'],
  ['Tous droits réservés', ''],
  ['Creative Commons', ''],
];
const others = ['En ligne', 'Présentiel', 'Débutant', 'Écoconception', 'Accessibilité'];

/** Raw records as the extractor gives them; `size` of them, always the same. */
function makeRawRecords(size) {
  const records = Array.from({ length: size }, (_, index) => {
    const [text, url] = licences[index % licences.length];
    const tags = [
      { text: durations[index % durations.length], url: '' },
      { text, url },
      { text: others[index % others.length], url: '' },
    ];
    return {
      level: 2,
      heading: `Formation numéro ${index} (Organisme ${index % 40})`,
      section: '',
      lang: '',
      line: 10 * index + 1,
      column: 1,
      description: `Ce que la formation ${index} apporte, en une phrase.`,
      tags: tags.map((tag, place) => ({ ...tag, line: 10 * index + 3, column: 1 + 30 * place })),
      links: [
        {
          text: `Voir la formation ${index}`,
          url: `https://example.org/formations/${index}`,
          line: 10 * index + 7,
          column: 1,
        },
      ],
    };
  });
  return { page: { title: 'Formations', lang: 'fr' }, records };
}

async function timeWasm(raw) {
  const { openCompiler } = await import('../../lib/compiler.js');
  const compiler = await openCompiler();
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    const { catalogue } = compiler.normalise(raw);
    if (catalogue.trainings.length !== raw.records.length) throw new Error('a training was lost');
    return performance.now() - start;
  });
  return Math.min(...times);
}

async function timeNative(path) {
  await run('cmake', ['--preset', 'native-release']);
  await run('cmake', ['--build', '--preset', 'native-release', '--target', 'normalise_bench', '--parallel', '2']);
  const { output } = await run(fromRoot('build/native-release/normalise_bench'), [path]);
  return Number(output);
}

/** Best of three, in trainings per second: `{ size, wasm, native }`. Makes the native build when needed. */
export async function measureNormalise(size) {
  const raw = makeRawRecords(size);
  const path = fromRoot('build/bench', `records-${size}.json`);
  mkdirSync(fromRoot('build/bench'), { recursive: true });
  writeFileSync(path, JSON.stringify(raw));
  const perSecond = (ms) => Math.round((size * 1000) / ms);
  return { size, wasm: perSecond(await timeWasm(raw)), native: perSecond(await timeNative(path)) };
}
