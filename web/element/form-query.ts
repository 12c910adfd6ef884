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

/** Between two stops, in units of the track's drawing (range.cpp). */
const kStep = 10;

const thumbsOf = (slider: Element): [low: HTMLInputElement, high: HTMLInputElement] =>
  [...slider.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];

/** A click on the track of the slider, at `x` of the window, moves the nearer thumb there. */
export function moveNearerThumb(slider: Element, x: number): void {
  const [low, high] = thumbsOf(slider);
  const { left, width } = (slider.firstElementChild as Element).getBoundingClientRect();
  const stop = ((x - left) / width) * Number(low.max);
  const thumb = stop + stop < low.valueAsNumber + high.valueAsNumber ? low : high;
  thumb.valueAsNumber = Math.round(stop);
  thumb.focus();
  thumb.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Copies the value of a slider's thumb to its text field. The thumbs do not cross; the track is filled between them. */
export function followThumb(form: HTMLFormElement, thumb: HTMLInputElement): void {
  const slider = thumb.parentElement as HTMLElement;
  const [low, high] = thumbsOf(slider);
  if (low.valueAsNumber > high.valueAsNumber) thumb.value = (thumb === low ? high : low).value;
  const fill = slider.querySelector('.catalogue-in') as Element;
  fill.setAttribute('x', `${low.valueAsNumber * kStep}`);
  fill.setAttribute('width', `${(high.valueAsNumber - low.valueAsNumber) * kStep}`);
  const stops = (slider.dataset.stops ?? '').split('|');
  const stop = thumb.valueAsNumber;
  const isOpenEnd = thumb === low ? stop === 0 : stop === stops.length - 1;
  thumb.setAttribute('aria-valuetext', stops[stop] ?? '');
  const field = form.elements.namedItem(thumb.dataset.bound ?? '') as HTMLInputElement | null;
  if (!field) return;
  field.value = isOpenEnd ? '' : (stops[stop] ?? '');
  settleDuration(form, field);
}
