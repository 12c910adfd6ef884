// SPDX-License-Identifier: MIT
// The interface between the loader (element.ts) and the widget (widget.ts).
import type { fetchFile } from '../core/fetch-file.js';
import type { LoadFailure } from '../core/load-failure.js';
import type { EventDetails } from './events.js';
import type { Language } from './language.js';
import type { AddressPairs } from './query-keys.js';

/** The Trusted Types policy `catalogue-formations`; its rules alone where the browser has no Trusted Types. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

/** An error with the fields of `catalogue-error`. `alert`: the sentence for the visitor. */
export type CodedError = Error & { code?: string; url?: string; alert?: string | undefined };

/** Failures with an alert of their own: keys of data/strings/element.*.json. */
export type Alert = 'changed' | 'no_style';

export interface ReportOptions {
  /** Loads that the page's policy refused so far. */
  violations?: readonly SecurityPolicyViolationEvent[];
  alert?: Alert;
}

/** Functions of the loader that the widget uses too: no visitor downloads them twice. */
export interface Loader {
  policy: Policy;
  /** Address of a built file, which lies beside the loader. */
  urlOf(file: string): string;
  /** Imports a built file after checking its hash. Throws LoadFailure. */
  loadModule<Module>(file: { file: string; integrity: string }): Promise<Module>;
  fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void;
  /** Adds a style sheet to `place` after checking its hash. Throws LoadFailure. */
  addVerified(node: HTMLLinkElement, url: string, integrity: string, place: ParentNode): Promise<void>;
  /** Throws LoadFailure. */
  loadExplain(): Promise<typeof import('./explain.js')>;
  fetchFile: typeof fetchFile;
  LoadFailure: typeof LoadFailure;
  /**
   * Fires `catalogue-error` for `error`, of any type, with a sentence if explain.ts can be loaded; nothing once `signal` is
   * aborted. Resolves to the sentence of `options.alert`, undefined without explain.ts. Never rejects.
   */
  reportFailure(
    host: HTMLElement,
    error: unknown,
    signal: AbortSignal,
    options?: ReportOptions,
  ): Promise<string | undefined>;
  /** Shows an alert to the visitor. Default: the filter, or the catalogue, could not load. */
  showAlert(host: HTMLElement, text?: string): void;
  languageOf(host: Element): Language;
  splitAddress(urlState: string): AddressPairs;
}

export interface StartOptions extends Loader {
  /** Aborted when the element leaves the page, restarts or fails. */
  signal: AbortSignal;
  /** Started by a visitor's gesture: the first query is the form's, not the address's. */
  byVisitor: boolean;
  /**
   * Stops the widget, shows an alert and reports `error`, of any type. The next gesture starts the widget again. The alert
   * shows at once, unless `options.alert` names one: its sentence comes with explain.ts.
   */
  fail(error: unknown, options?: ReportOptions): Promise<void>;
}

/** Starts the widget. Resolves once it is ready, or has failed and reported it; never rejects. */
export type Start = (host: HTMLElement, options: StartOptions) => Promise<void>;
