// SPDX-License-Identifier: MIT
// Options of the extractor, which depend on a site's markup, and their defaults.

/** How to recognise a site's tags, and the conventions that its durations follow. */
export interface ExtractOptions {
  /** Classes of tag elements. Default: `fr-tag`, else `tag` or `badge` where the page has no `fr-tag`. */
  tagClasses?: readonly string[];
  /** Attribute that marks a tag element, whatever its class. Default: `data-tag`. */
  tagAttribute?: string;
  /** Hours of work in a day and in half a day, for the core. Default: 7 and 3.5. */
  hoursPerDay?: number;
  hoursPerHalfDay?: number;
}

export const kDefaultTagAttribute = 'data-tag';
export const kDsfrTagClasses: readonly string[] = ['fr-tag'];
export const kForeignTagClasses: readonly string[] = ['tag', 'badge'];
