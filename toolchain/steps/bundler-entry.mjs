// SPDX-License-Identifier: MIT
// The package's entry for bundlers. They follow `new URL('./name', import.meta.url)` where the name is written out: the
// entry names every file that the element may load. Bundlers and their development servers may rewrite scripts and styles: their
// hashes are not asked for. The wasm's is.

/** Of what the build knows, the names of files, once each. */
function fileNames(built) {
  const names = [...built.values()].flatMap((value) => (value.file ? [value] : Object.values(value)));
  return [...new Set(names.map(({ file }) => file))].filter((name) => /\.(?:js|css|wasm)$/.test(name));
}

/**
 * An esbuild plugin: puts the table of addresses in place of web/element/addresses.ts.
 * @param {Map<string, unknown>} built  files by name, or maps of them
 */
export function namedAddresses(built) {
  const lines = fileNames(built).map((name) => `  "${name}": new URL("./${name}", import.meta.url).href,\n`);
  const contents = `const urls = {\n${lines.join('')}};\nexport const urlOf = (file) => urls[file];\nexport const keepsBytes = false;\n`;
  return {
    name: 'catalogue-named-addresses',
    setup(build) {
      build.onLoad({ filter: /web[\\/]element[\\/]addresses\.ts$/ }, () => ({ contents, loader: 'js' }));
    },
  };
}
