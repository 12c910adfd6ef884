// SPDX-License-Identifier: MIT
// Starts a program of a test host, waits until it answers, and stops it by its own id.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kStartMs = 30_000;
const kStopMs = 10_000;

/** A port of the loopback interface that nothing listened on a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A new temporary folder; `remove()` takes it away. */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `catalogue-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Absolute path of a program, or ''. */
export function findProgram(name) {
  try {
    const path = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;
    return execFileSync('sh', ['-c', `command -v ${name}`], {
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    }).trim();
  } catch {
    return '';
  }
}

/** Resolves once something accepts connections at `address` ({port} or {path} of a socket). */
export async function waitUntilListening(address, child) {
  const end = Date.now() + kStartMs;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the program ended with code ${child.exitCode}: ${child.output()}`);
    if (await accepts(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens at ${JSON.stringify(address)}: ${child.output()}`);
}

function accepts(address) {
  return new Promise((resolve) => {
    const socket = connect(address.path ? { path: address.path } : { port: address.port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

// A test run that dies leaves no server behind.
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a program in the foreground; `stop()` ends that process and waits for it. */
export function startProgram(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  const keep = (data) => {
    output = (output + data).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => keep(String(error)));
  child.output = () => output;
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.stop = () => stopProgram(child);
  return child;
}

async function stopProgram(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), kStopMs);
  await ended;
  clearTimeout(timer);
}
