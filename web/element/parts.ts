// SPDX-License-Identifier: MIT
// What the two parts of the element agree on, and the events that pages listen to.
import type { Language } from './language.js';
import type { SplitPairs } from './query-keys.js';

/** The Trusted Types policy `catalogue-formations`; its rules alone where the browser has no Trusted Types. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

/** An error with the code that `catalogue-error` tells. */
export type CodedError = Error & { code?: string };

/** What the first part lends to the second, so that no visitor downloads it twice. */
export interface FirstPart {
  policy: Policy;
  /** The module of a built file beside the first part, verified. Throws LoadFailure. */
  bring<Module>(file: { file: string; integrity: string }): Promise<Module>;
  fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void;
  /** Puts a style sheet into `place`, verified. Throws LoadFailure. */
  addVerified(node: HTMLLinkElement, url: string, integrity: string, place: ParentNode): Promise<void>;
  /**
   * Tells the page of whatever was thrown, in a whole sentence where that can be had, unless `signal` aborts meanwhile.
   * `reports`: what the page's policy refused so far. Never rejects.
   */
  tellPage(
    host: HTMLElement,
    error: unknown,
    reports: readonly SecurityPolicyViolationEvent[],
    signal: AbortSignal,
  ): Promise<void>;
  /** Tells the visitor; `words` where the failure's own would say too much. */
  showAlert(host: HTMLElement, error: unknown, words?: string): void;
  languageOf(host: Element): Language;
  prefixOf(urlState: string): string;
  splitPairs(search: string, prefix: string): SplitPairs;
}

export interface StartOptions extends FirstPart {
  /** Aborts when the element leaves the page or is set up anew. */
  signal: AbortSignal;
  /** A visitor's gesture asked for it: the state of the form is what is wanted, not the address. */
  byVisitor: boolean;
  /** Lets the next gesture try again after a failure. */
  retry: () => void;
}

/** Resolves when the widget stands or has told why it does not; never rejects. */
export type Start = (host: HTMLElement, options: StartOptions) => Promise<void>;

/** `catalogue-ready`: trainings in the catalogue. */
export interface ReadyDetail {
  total: number;
}

/** `catalogue-change`: the canonical query, how many trainings answer it, and those of this page. */
export interface ChangeDetail {
  query: string;
  total: number;
  page: number;
  ids: string[];
}

/** `catalogue-error`: a FailureCode of failures.ts, or a CatalogueError's code. */
export interface ErrorDetail {
  code: string;
  message: string;
}

export interface EventDetails {
  'catalogue-ready': ReadyDetail;
  'catalogue-change': ChangeDetail;
  'catalogue-error': ErrorDetail;
}

declare global {
  interface HTMLElementEventMap {
    'catalogue-ready': CustomEvent<ReadyDetail>;
    'catalogue-change': CustomEvent<ChangeDetail>;
    'catalogue-error': CustomEvent<ErrorDetail>;
  }
}
