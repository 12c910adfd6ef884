// SPDX-License-Identifier: MIT
// What a site may tell the extractor about its own markup, and the defaults.

/** How to recognise a site's tags, and the conventions that its durations follow. */
export interface ExtractOptions {
  /** Classes of tag elements. Default: `fr-tag`, else `tag` or `badge` where the page has no `fr-tag`. */
  tagClasses?: readonly string[];
  /** Attribute that marks a tag element, whatever its class. Default: `data-tag`. */
  tagAttribute?: string;
  /** Minutes conventions handed to the core, in hours. Default: 7 a day, 3.5 a half-day. */
  hoursPerDay?: number;
  hoursPerHalfDay?: number;
}

export const kDefaultTagAttribute = 'data-tag';
export const kDsfrTagClasses: readonly string[] = ['fr-tag'];
export const kForeignTagClasses: readonly string[] = ['tag', 'badge'];
