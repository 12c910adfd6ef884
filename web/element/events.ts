// SPDX-License-Identifier: MIT
// The events that pages listen to.

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
