// SPDX-License-Identifier: MIT
// The field of a long group: shows the choices whose name or value holds what is typed, and those that are chosen or have
// the focus. The core has folded the value: "oeuvre" finds "Œuvres sociales" there.

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `field`: the group's own, in its fieldset. */
export function narrowGroup(field: HTMLInputElement): void {
  const wanted = plain(field.value);
  for (const choice of field.closest('fieldset')?.querySelectorAll<HTMLElement>('.catalogue-choice') ?? []) {
    const { value } = choice.querySelector('input') as HTMLInputElement;
    const isNamed = plain(`${choice.textContent} ${value}`).includes(wanted);
    choice.hidden = !isNamed && !choice.querySelector(':checked, :focus');
  }
}
