// SPDX-License-Identifier: MIT
// Copying the link of a selection, and saving a selection as CSV. Nothing leaves the browser.

/** Copies `text`; false where the browser allows neither way of doing it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Pages without a secure context, and frames without permission, still have this.
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  const focused = document.activeElement as HTMLElement | null;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  focused?.focus({ preventScroll: true });
  return isCopied;
}

/** Offers `text` as a file. A `data:` address, so that no policy must allow blobs. */
export function saveText(text: string, name: string, type: string): void {
  const link = document.createElement('a');
  // The byte order mark tells spreadsheets that the file is UTF-8.
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(`\uFEFF${text}`)}`;
  link.download = name;
  link.click();
}
