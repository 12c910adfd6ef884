#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// catalogue-formations: the command line. Exit codes are those of failure.ts.
import { readFileSync } from 'node:fs';
import { CompileError, openCompiler } from '../compiler/index.js';
import { sentenceOf } from '../report/finding.js';
import { readArguments, type Settings } from './arguments.js';
import { build } from './build.js';
import { check } from './check.js';
import { exportPages } from './export.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { say, usage } from './texts.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

async function run(args: string[]): Promise<ExitCode> {
  const settings = readArguments(args);
  if (settings === 'help') return print(usage);
  if (settings === 'version') return print(`${version}\n`);
  return runCommand(settings);
}

async function runCommand(settings: Settings): Promise<ExitCode> {
  const compiler = await openCompiler();
  if (settings.command === 'check') return check(compiler, settings, version);
  if (settings.command === 'build') return build(compiler, settings);
  return exportPages(compiler, settings);
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return kExit.ok;
}

/** One sentence on standard error; a bug of ours says so. */
function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof CompileError) return sentenceOf('refused', { detail: error.message });
  return say('internal', { detail: error instanceof Error ? error.message : String(error) });
}

// A reader such as `head` may close the pipe before the end: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(kExit.ok);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`catalogue-formations : ${explain(error)}\n`);
  process.exitCode = kExit.usage;
}
