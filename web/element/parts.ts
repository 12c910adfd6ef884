// SPDX-License-Identifier: MIT
// What the two parts of the element agree on, and the events that pages listen to.
import type { fetchFile } from '../core/fetch-file.js';
import type { LoadFailure } from '../core/load-failure.js';
import type { Language } from './language.js';
import type { AddressPairs } from './query-keys.js';

/** The Trusted Types policy `catalogue-formations`; its rules alone where the browser has no Trusted Types. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

/** An error with the code that `catalogue-error` tells, and what the visitor is told. */
export type CodedError = Error & { code?: string; url?: string; alert?: string | undefined };

/** What the visitor is told of some failures, by key of data/strings/element.*.json. */
export type Alert = 'changed' | 'no_style';

export interface Circumstances {
  /** What the page's policy refused so far. */
  reports?: readonly SecurityPolicyViolationEvent[];
  alert?: Alert;
}

/** What the first part lends to the second, so that no visitor downloads it twice. */
export interface FirstPart {
  policy: Policy;
  /** The module of a built file beside the first part, verified. Throws LoadFailure. */
  bring<Module>(file: { file: string; integrity: string }): Promise<Module>;
  fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void;
  /** Puts a style sheet into `place`, verified. Throws LoadFailure. */
  addVerified(node: HTMLLinkElement, url: string, integrity: string, place: ParentNode): Promise<void>;
  fetchFile: typeof fetchFile;
  LoadFailure: typeof LoadFailure;
  /**
   * Tells the page of whatever was thrown, in a whole sentence where that can be had, unless `signal` aborts meanwhile.
   * Resolves to the sentence `alert` for the visitor, where it can be had. Never rejects.
   */
  tellPage(
    host: HTMLElement,
    error: unknown,
    signal: AbortSignal,
    circumstances?: Circumstances,
  ): Promise<string | undefined>;
  /** Tells the visitor; without `words`, that the filter or the catalogue failed. */
  showAlert(host: HTMLElement, words?: string): void;
  languageOf(host: Element): Language;
  splitAddress(urlState: string): AddressPairs;
}

export interface StartOptions extends FirstPart {
  /** Aborts when the element leaves the page or is set up anew. */
  signal: AbortSignal;
  /** A visitor's gesture asked for it: the state of the form is what is wanted, not the address. */
  byVisitor: boolean;
  /**
   * Ends what was started, tells visitor and page of whatever was thrown, and starts anew at the next gesture. Without
   * `alert` the visitor is told at once.
   */
  fail(error: unknown, circumstances?: Circumstances): Promise<void>;
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

/** `catalogue-error`: a FailureCode of sentences.ts, or a CatalogueError's code. */
export interface ErrorDetail {
  code: string;
  message: string;
  /** Of the file at fault; '' where it is none. */
  url: string;
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
