// SPDX-License-Identifier: MIT
// Does what README tells a newcomer to do, on this system: `npm start`, opens each page that it names, Ctrl-C; then
// `npm test`. Prints a report. `node toolchain/newcomer.mjs web wasm` runs these suites only.
// Imports only what a fresh clone has: Node's own modules, and modules of toolchain/ that need no package.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { root } from './lib/paths.mjs';
import { isMain, main, run, ToolchainError } from './lib/run.mjs';
import { debianPackages } from './setup/packages.mjs';

const kStartMinutes = 30;
const kTestMinutes = 75;
const kStopSeconds = 20;
const kPages = ['publication', 'integration', 'iframe', 'partner'];

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, () => server.close(() => resolve(true)));
  });

/** 8080 when it and the next port are free, else the first free pair above. */
async function freePort() {
  for (let port = 8080; port < 8200; port += 2) if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new ToolchainError('no two ports are free from 8080 to 8199');
}

/** Starts `npm start` in its own process group, as a terminal does, and passes its output through. */
function startServer(port) {
  const env = port === 8080 ? process.env : { ...process.env, PORT: String(port) };
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
  }
  return { child, exited: once(child, 'exit'), output: () => output };
}

/** The addresses that `npm start` prints when it serves, by name; undefined while one is missing. */
export function namedPages(output) {
  const found = [...output.matchAll(/^ {2}(\w+) +(http:\S+)$/gm)].map(([, name, url]) => [name, url]);
  return kPages.every((name) => found.some(([other]) => other === name)) ? found : undefined;
}

async function untilServed({ child, output }) {
  const end = Date.now() + kStartMinutes * 60_000;
  while (Date.now() < end) {
    const pages = namedPages(output());
    if (pages) return pages;
    if (child.exitCode !== null) throw new ToolchainError(`npm start ended with exit code ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new ToolchainError(`npm start serves nothing after ${kStartMinutes} minutes`);
}

/** Fetches each page. */
async function fetchPages(pages) {
  const seen = [];
  for (const [name, url] of pages) {
    const response = await fetch(url);
    const { length } = await response.text();
    seen.push({
      name,
      isFine: response.status === 200 && length > 0,
      result: `${response.status}, ${length} characters`,
    });
  }
  return seen;
}

/** Sends Ctrl-C and waits for the end of the process. */
async function stop({ child, exited }) {
  if (child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGINT');
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), kStopSeconds * 1000);
  const [, signal] = await exited;
  clearTimeout(timer);
  if (signal === 'SIGKILL') throw new ToolchainError(`npm start did not stop within ${kStopSeconds} s of Ctrl-C`);
}

async function tryStart() {
  const server = startServer(await freePort());
  try {
    return await fetchPages(await untilServed(server));
  } finally {
    await stop(server);
  }
}

async function tryTest(suites) {
  const args = suites.length ? ['test', '--', ...suites] : ['test'];
  const options = { live: true, allowFailure: true, timeoutSeconds: kTestMinutes * 60 };
  const { status, output } = await run('npm', args, options);
  const closing = output.split('\n').filter((line) => /^── \w+: |^\d+ passed, \d+ failed/.test(line));
  return { isFine: status === 0, closing };
}

const firstLine = async (command, args) => {
  const { output } = await run(command, args, { allowFailure: true }).catch((error) => ({ output: error.message }));
  return output.split('\n')[0];
};

/** The versions of the system and tools. */
async function describeSystem() {
  const names = debianPackages.map(({ name }) => name);
  const format = '${Package} ${Version}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...names], { allowFailure: true });
  const installed = output.split('\n').filter((line) => /^\S+ \d/.test(line));
  return [
    `Debian ${readFileSync('/etc/debian_version', 'utf8').trim()}, Node ${process.versions.node}, npm ${await firstLine('npm', ['--version'])}`,
    await firstLine('emcc', ['--version']),
    await firstLine('g++', ['--version']),
    `packages: ${installed.join(', ')}`,
  ];
}

async function visit(suites) {
  console.log('\n$ npm start');
  const pages = await tryStart();
  console.log('\n$ npm test');
  const tests = await tryTest(suites);
  console.log('\nWhat a newcomer sees');
  for (const line of await describeSystem()) console.log(`  ${line}`);
  for (const { name, result } of pages) console.log(`  npm start: ${name} ${result}`);
  for (const line of tests.closing) console.log(`  npm test: ${line}`);
  if (!tests.isFine || pages.some(({ isFine }) => !isFine)) process.exitCode = 1;
}

if (isMain(import.meta.url)) await main(() => visit(process.argv.slice(2)));
