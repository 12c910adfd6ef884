// SPDX-License-Identifier: MIT
// What the two parts of the element agree on, and the events that pages listen to.

/** The Trusted Types policy `catalogue-formations`. Plain strings where the browser has none. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

export interface StartOptions {
  /** Aborts when the element leaves the page or is set up anew. */
  signal: AbortSignal;
  policy: Policy | undefined;
  /** A visitor's gesture asked for it: the state of the form is what is wanted, not the address. */
  byVisitor: boolean;
  /** Lets the next gesture try again after a failure. */
  retry: () => void;
}

export type Start = (host: HTMLElement, options: StartOptions) => void;

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

declare global {
  interface HTMLElementEventMap {
    'catalogue-ready': CustomEvent<ReadyDetail>;
    'catalogue-change': CustomEvent<ChangeDetail>;
    'catalogue-error': CustomEvent<ErrorDetail>;
  }
}
