// SPDX-License-Identifier: MIT
// The way of a page from its text to what is published, for tests that need its inner steps.
export { extractPage } from '../../../../web/extract/page.js';
export { PageError } from '../../../../web/extract/page-error.js';
export { publishPage } from '../../../../web/publish/publish.js';
export { documentOf } from '../../../../web/cli/document.js';
export { markupFaults } from '../../../../web/report/page-faults.js';
