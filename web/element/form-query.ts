// SPDX-License-Identifier: MIT
// The panel's form as a query: its controls have the names and values of the query language.

/** The query string of a form, including controls elsewhere on the page that name it. */
export function queryOfForm(form: HTMLFormElement): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') pairs.append(name, value);
  }
  return pairs.toString();
}

const bounds = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[name="duree-min"],[name="duree-max"]'),
];

/** Fixed durations and typed bounds exclude each other: the control touched last wins. */
export function settleDuration(form: HTMLFormElement, touched: HTMLInputElement): void {
  if (touched.name === 'duree') for (const bound of bounds(form)) bound.value = '';
  if (!/^duree-/.test(touched.name)) return;
  for (const choice of form.querySelectorAll<HTMLInputElement>('[name="duree"]')) choice.checked = false;
}

/** Copies the value of a slider's thumb to its text field. The thumbs do not cross. */
export function followThumb(form: HTMLFormElement, thumb: HTMLInputElement): void {
  const slider = thumb.parentElement as HTMLElement;
  const [low, high] = [...slider.querySelectorAll<HTMLInputElement>('input')] as [HTMLInputElement, HTMLInputElement];
  if (low.valueAsNumber > high.valueAsNumber) thumb.value = (thumb === low ? high : low).value;
  const stops = (slider.dataset.stops ?? '').split('|');
  const stop = thumb.valueAsNumber;
  const isOpenEnd = thumb === low ? stop === 0 : stop === stops.length - 1;
  thumb.setAttribute('aria-valuetext', stops[stop] ?? '');
  const field = form.elements.namedItem(thumb.dataset.bound ?? '') as HTMLInputElement | null;
  if (!field) return;
  field.value = isOpenEnd ? '' : (stops[stop] ?? '');
  settleDuration(form, field);
}
