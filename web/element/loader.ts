// SPDX-License-Identifier: MIT
// The interface between the loader (element.ts) and the widget (widget.ts).
import type { fetchFile } from './early.js';
import type { LoadFailure } from '../core/load-failure.js';
import type { EventDetails } from './events.js';
import type { Language } from './language.js';
import type { loadBytes, requestsOf } from './needs.js';
import type { AddressPairs } from './query-keys.js';
import type { addSheet, loadStyles, skinOf } from './styles.js';

/** The Trusted Types policy `catalogue-formations`; its rules alone where the browser has no Trusted Types. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

/** An error with the fields of `catalogue-error`. `alert`: the sentence for the visitor. */
export type CodedError = Error & { code?: string; url?: string; alert?: string | undefined };

/** Failures with an alert of their own: keys of data/strings/element.*.json. */
export type Alert = 'changed' | 'no_style';

/** Functions of the loader that the widget uses too: no visitor downloads them twice. */
export interface Loader {
  policy: Policy;
  /** Imports a built file after checking its hash. Throws LoadFailure. */
  loadModule<Module>(file: { file: string; integrity: string }): Promise<Module>;
  fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void;
  loadBytes: typeof loadBytes;
  loadStyles: typeof loadStyles;
  addSheet: typeof addSheet;
  /** Throws LoadFailure. */
  loadExplain(): Promise<typeof import('./explain.js')>;
  /** False unless the element's catalogue is one in parts. Throws LoadFailure. */
  loadParts(host: Element): Promise<typeof import('./parts.js')> | false;
  fetchFile: typeof fetchFile;
  requestsOf: typeof requestsOf;
  skinOf: typeof skinOf;
  LoadFailure: typeof LoadFailure;
  languageOf(host: Element): Language;
  splitAddress(urlState: string): AddressPairs;
}

export interface StartOptions extends Loader {
  /** Aborted when the element leaves the page, restarts or fails. */
  signal: AbortSignal;
  /** Started by a visitor's gesture: the first query is the form's, not the address's. */
  byVisitor: boolean;
  /**
   * Fires `catalogue-error` for `error`, of any type, with a sentence if explain.ts can be loaded; then shows `alert`, if it is
   * given, or without explain.ts the default alert. Does nothing once `signal` is aborted. Never rejects.
   */
  report(error: unknown, alert?: Alert): Promise<void>;
  /**
   * Stops the widget, reports `error` and shows `alert`; without one, the default alert, at once. The next gesture starts
   * the widget again.
   */
  fail(error: unknown, alert?: Alert): Promise<void>;
}

/** Starts the widget. Resolves once it is ready, or has failed and reported it; never rejects. */
export type Start = (host: HTMLElement, options: StartOptions) => Promise<void>;
