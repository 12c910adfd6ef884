// SPDX-License-Identifier: MIT
// Small Eleventy sites on disk, built by the real Eleventy 2 and 3.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

/** Where each version's command is, and the configuration file that its users write. */
const versions = {
  2: {
    command: join(root, 'node_modules/eleventy-2/cmd.js'),
    config: 'eleventy.config.cjs',
    write: (options, body, dir) => `const catalogue = require(${JSON.stringify(join(root, 'lib/eleventy.cjs'))});
module.exports = (eleventyConfig) => {
  eleventyConfig.addPlugin(catalogue, ${options});
  ${body}
  return { dir: ${dir} };
};
`,
  },
  3: {
    command: join(root, 'node_modules/@11ty/eleventy/cmd.cjs'),
    config: 'eleventy.config.js',
    write: (options, body, dir) => `import catalogue from ${JSON.stringify(join(root, 'lib/eleventy.js'))};
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(catalogue, ${options});
  ${body}
  return { dir: ${dir} };
}
`,
  },
};

export const layouts = {
  plain:
    '<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>{{ title }}</title>\n</head>\n<body>\n<header><h2>Menu</h2></header>\n<main id="contenu">\n{{ content | safe }}\n</main>\n<footer>Pied</footer>\n</body>\n</html>\n',
  dsfr: '<!doctype html>\n<html lang="fr" data-fr-scheme="system">\n<head><meta charset="utf-8"><title>{{ title }}</title><link rel="stylesheet" href="../dsfr/dsfr.min.css"></head>\n<body><main><div class="fr-container">\n{{ content | safe }}\n</div></main></body>\n</html>\n',
};

const kDir = { input: 'src', output: '_site' };

/** A site of `files` (path under src/ → text) on disk; `dispose()` removes it. `dir`: as its configuration says. */
export function makeSite(version, files, { options = {}, body = '', dir = kDir } = {}) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, `build/eleventy-${version}-`));
  const { command, config, write } = versions[version];
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('package.json', JSON.stringify({ type: version === 3 ? 'module' : 'commonjs' }));
  put(config, write(JSON.stringify(options), body, JSON.stringify(dir)));
  for (const [name, text] of Object.entries(layouts)) put(`src/_includes/${name}.njk`, text);
  for (const [path, text] of Object.entries(files)) put(`src/${path}`, text);
  return {
    folder,
    put,
    command,
    config,
    build: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, `--config=${config}`, ...args], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 120_000,
      });
      return { status, output: stdout + stderr };
    },
    read: (path) => readFileSync(join(folder, '_site', path), 'utf8'),
    has: (path) => existsSync(join(folder, '_site', path)),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
