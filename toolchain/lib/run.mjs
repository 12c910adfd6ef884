// SPDX-License-Identifier: MIT
// Runs other programs, and prints one line per step.
import { spawn } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** An error whose message is enough for the user: it is printed without a stack. */
export class ToolchainError extends Error {
  name = 'ToolchainError';
}

/** Absolute path of a command on PATH (or in `extraDirs`), or undefined. */
export function findCommand(name, extraDirs = []) {
  const dirs = [...extraDirs, ...(process.env.PATH ?? '').split(delimiter)].filter(Boolean);
  return dirs
    .map((dir) => join(dir, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Ends a program and its process group; `detached` gave it one. */
function endGroup(child) {
  console.log(`${child.spawnfile} took too long and was ended`);
  process.kill(-child.pid, 'SIGKILL');
}

/** Passes Ctrl-C on: a separate process group does not receive it. Returns the function that undoes this. */
function passInterrupt(child) {
  const pass = () => process.kill(-child.pid, 'SIGINT');
  process.once('SIGINT', pass);
  return () => process.off('SIGINT', pass);
}

/**
 * Runs a program to its end, from the top of the repository.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: object, live?: boolean, allowFailure?: boolean, cwd?: string, timeoutSeconds?: number}} [options]
 *   `live` passes its output through; otherwise it is kept, and shown only on failure.
 *   After `timeoutSeconds` the program and those that it started are ended.
 * @returns {Promise<{status: number, output: string}>} throws ToolchainError on a non-zero status
 *   unless `allowFailure`
 */
export function run(
  command,
  args,
  { env = {}, live = false, allowFailure = false, cwd = root, timeoutSeconds = 0 } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: timeoutSeconds > 0,
    });
    let output = '';
    const timer = timeoutSeconds > 0 && setTimeout(() => endGroup(child), timeoutSeconds * 1000);
    const forget = timer ? passInterrupt(child) : () => {};
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (live) process.stdout.write(text);
      });
    }
    child.on('error', (error) => reject(new ToolchainError(`cannot run ${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      forget();
      const status = code ?? 1;
      if (status === 0 || allowFailure) return resolve({ status, output });
      const tail = live ? '' : `\n${output.trimEnd()}`;
      reject(new ToolchainError(`${[command, ...args].join(' ')}: ${signal ?? `exit ${status}`}${tail}`));
    });
  });
}

/** Does one step and prints its name, its note (the string that `work` returns) and its time. */
export async function step(name, work) {
  const start = performance.now();
  const note = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(10)} ${typeof note === 'string' ? `${note} ` : ''}(${seconds} s)`);
}

/** Runs the main function of a command. A ToolchainError ends it with its message and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof ToolchainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Whether `node` was told to run this module, rather than importing it. */
export const isMain = (url) =>
  process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url;
