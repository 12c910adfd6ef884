#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// What Emscripten calls as its Closure Compiler: npm's, native where it ships a binary, else Java.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The command of the installed compiler: its native binary, or `java -jar`. */
function compilerCommand() {
  try {
    return [require.resolve(`google-closure-compiler-linux/compiler`)];
  } catch {
    return ['java', '-jar', require.resolve('google-closure-compiler-java/compiler.jar')];
  }
}

const [command, ...prefix] = compilerCommand();
const { status, error } = spawnSync(command, [...prefix, ...process.argv.slice(2)], { stdio: 'inherit' });
if (error) console.error(`closure-compiler: ${error.message}`);
process.exit(status ?? 1);
