// SPDX-License-Identifier: MIT
// A training as a saved selection needs it, from JSON or from a compact file.

interface Duration {
  min?: number;
  max?: number;
  span?: number;
  text?: string;
}

/** What of a training is in the file. */
export interface Entry {
  id: string;
  title: string;
  provider?: string;
  url?: string;
  description?: string;
  durations?: Duration[];
  licence?: { id?: string; family?: string; text?: string; url?: string };
  modalities?: string[];
  languages?: string[];
  themes?: string[];
}
