// SPDX-License-Identifier: MIT
// The panel as a query: its controls are named and valued in the query language already.

/** Controls of the panel, those elsewhere with its `form` included, as a query string. */
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

/** A fixed choice of duration and typed bounds say the same thing: the one touched last counts. */
export function settleDuration(form: HTMLFormElement, touched: HTMLInputElement): void {
  if (touched.name === 'duree') for (const bound of bounds(form)) bound.value = '';
  if (!/^duree-/.test(touched.name)) return;
  for (const choice of form.querySelectorAll<HTMLInputElement>('[name="duree"]')) choice.checked = false;
}

/** A thumb of the slider writes its words in its field; the thumbs do not cross. */
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
