// SPDX-License-Identifier: MIT
// An answer, as plain data.
import type { FacetKey } from './query-words.js';

/** One choice: its value in a URL, its label, and how many trainings it would give. */
export interface FacetChoice {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

/** A bar of the duration histogram, in minutes, both ends included; `max` null: no end. */
export interface HistogramBar {
  min: number;
  max: number | null;
  count: number;
}

/**
 * A smallest change that gives results. `key`, `value`: the filter that changes; `to`: its new value, `''` if it is
 * dropped. Several keys, separated by spaces, without a value: all their filters are dropped.
 */
export interface Exit {
  kind: 'drop' | 'widen' | 'correct';
  key: string;
  value: string;
  to: string;
  query: string;
  total: number;
}

/** Text matches that the filter `key` hides; `query` shows them. */
export interface Hidden {
  key: string;
  count: number;
  query: string;
}

/** A part of the query that was not understood, or a value that no training holds. */
export interface Warning {
  code:
    | 'unknown-value'
    | 'bad-range'
    | 'bad-sort'
    | 'bad-page'
    | 'too-long'
    | 'reversed-range'
    | 'corrected'
    | 'acronym';
  key: string;
  value: string;
}

export interface Answer {
  /** Canonical query string, without `?`. */
  query: string;
  total: number;
  page: number;
  pages: number;
  /** This page's trainings, in order. */
  ids: string[];
  facets: Record<FacetKey, FacetChoice[]>;
  duration: HistogramBar[];
  exits: Exit[];
  hidden: Hidden[];
  warnings: Warning[];
  /** Panel, status, chips, list and pages, safe to insert; if requested. */
  html?: string;
}
