// SPDX-License-Identifier: MIT
// The field of a long group: shows the choices whose name holds what is typed, and those that are chosen or have the focus.

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `field`: the group's own, in its fieldset. */
export function narrowGroup(field: HTMLInputElement): void {
  const wanted = plain(field.value);
  for (const choice of field.closest('fieldset')?.querySelectorAll<HTMLElement>('.catalogue-choice') ?? [])
    choice.hidden = !plain(choice.textContent as string).includes(wanted) && !choice.querySelector(':checked, :focus');
}
