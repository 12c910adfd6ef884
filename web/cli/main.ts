#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// catalogue-formations: the command line. Exit codes are those of failure.ts.
import { readFileSync } from 'node:fs';
import { CompileError, openCompiler } from '../compiler/index.js';
import { CatalogueError } from '../core/catalogue-error.js';
import { inWords } from '../core/sentences.js';
import { sentenceOf } from '../report/finding.js';
import { readArguments, type Settings } from './arguments.js';
import { build } from './build.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { exportAll } from './export.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { report } from './report.js';
import { tell } from './tell.js';
import { say, usage } from './texts.js';

async function run(args: string[]): Promise<ExitCode> {
  const settings = readArguments(args);
  if (settings === 'help') return print(usage);
  if (settings === 'version') return print(`${readVersion()}\n`);
  return runCommand(settings);
}

async function runCommand(settings: Settings): Promise<ExitCode> {
  const compiler = await openCompiler();
  if (settings.command === 'check') return check(compiler, settings, readVersion());
  if (settings.command === 'build') return build(compiler, settings);
  if (settings.command === 'report') return report(compiler, settings);
  if (settings.command === 'compare') return compare(compiler, settings);
  return exportAll(compiler, settings);
}

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return kExit.ok;
}

/** Ends the program with one sentence, whatever was thrown. */
function stop(error: unknown): never {
  try {
    tell(`catalogue-formations : ${explain(error)}`);
  } finally {
    process.exit(kExit.usage);
  }
}

/** The sentence for an error. Anything unexpected is called an internal error. */
function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof CatalogueError) return sentenceOf('refused', { detail: inWords(error, 'fr').message });
  if (error instanceof CompileError) return sentenceOf('refused', { detail: error.message });
  return say('internal', { detail: messageOf(error) });
}

/** Anything can be thrown, even an object that cannot be converted to a string. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return typeof error;
  }
}

// A reader such as `head` may close the pipe before the end: that is not an error. A full disk is.
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(kExit.ok);
  stop(new Failure(say('cannot-print', { detail: code })));
});
// A closed standard error leaves no place to report it.
process.stderr.on('error', () => {});
process.on('uncaughtException', stop);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  stop(error);
}
