// SPDX-License-Identifier: MIT
// Where the built files lie: beside the loader. The entry for bundlers has another module in place of this one, which names
// each file (toolchain/steps/bundler-entry.mjs).

/** Address of a built file. */
export const urlOf = (file: string): string => new URL(file, import.meta.url).href;

/** Whether scripts and style sheets keep their bytes. Those of a bundler may be made smaller with the rest of its project. */
export const keepsBytes: boolean = true;
