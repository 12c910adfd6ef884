// SPDX-License-Identifier: MIT
// The panel's controls: what a visitor types, drags or chooses becomes a question.
import { attempt } from './alerts.js';
import type { Context } from './context.js';
import { focusedBeside } from './focus.js';
import { followThumb, queryOfForm, settleDuration } from './form-query.js';
import { narrowGroup } from './narrow.js';
import type { Selection } from './selection.js';
import type { HistoryMode } from './url-state.js';

/** A pause in typing after which an answer is worth computing, and one after which it is worth bringing parts for. */
const kTypingPauseMs = 120;
const kPartsPauseMs = 300;

export class PanelEvents {
  readonly #context: Context;
  readonly #selection: Selection;
  #timer = 0;
  /** The history already has an entry for what is being typed. */
  #isTyping = false;

  constructor(context: Context, selection: Selection) {
    this.#context = context;
    this.#selection = selection;
    const { root, options, view } = context;
    const { signal } = options;
    const on = (type: string, act: (event: Event) => unknown): void =>
      root.addEventListener(type, (event) => attempt(context, () => act(event)), { signal });
    on('input', (event) => this.#onInput(event.target as HTMLInputElement));
    on('change', (event) => this.#onChange(event.target as HTMLInputElement));
    on('submit', (event) => {
      event.preventDefault();
      return this.#askForm('push');
    });
    on('reset', (event) => {
      event.preventDefault();
      return this.#selection.ask('', 'push', { isWhole: true, moveFocus: () => view.focusStatus() });
    });
    on('focusin', (event) => this.#prepareSearch(event.target));
    attempt(context, () => this.#prepareSearch(focusedBeside(root)));
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The words are indexed while the visitor finds the keys. */
  #prepareSearch(target: unknown): unknown {
    const isSearch = (target as HTMLInputElement | null)?.type === 'search';
    return isSearch && this.#selection.catalogue.prepareText();
  }

  #onInput(control: HTMLInputElement): void {
    if (control.type === 'range' && control.form) followThumb(control.form, control);
    else if (control.closest('.catalogue-find')) return narrowGroup(control);
    else if (control.type !== 'search') return;
    clearTimeout(this.#timer);
    const pause = this.#selection.catalogue.bring ? kPartsPauseMs : kTypingPauseMs;
    this.#timer = window.setTimeout(() => {
      attempt(this.#context, () => this.#askForm(this.#isTyping ? 'replace' : 'push'));
      this.#isTyping = true;
    }, pause);
  }

  #onChange(control: HTMLInputElement): unknown {
    const { form, name, type } = control;
    if (!name && type !== 'range') return undefined;
    if (form && type !== 'range') settleDuration(form, control);
    return this.#askForm(this.#isTyping && /search|range/.test(type) ? 'replace' : 'push');
  }

  #askForm(mode: HistoryMode): unknown {
    clearTimeout(this.#timer);
    this.#isTyping = false;
    const { form } = this.#context.view;
    return form && this.#selection.ask(queryOfForm(form), mode);
  }
}
