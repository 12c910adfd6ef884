// SPDX-License-Identifier: MIT
// The element's second part: asks the core, shows the answer, keeps the address in step.
import { Announcer } from './announcer.js';
import { openShared } from './open.js';
import type { OpenedCatalogue } from './open.js';
import { followThumb, queryOfForm, settleDuration } from './form-query.js';
import { explain, PolicyWatch } from './diagnose.js';
import { canMark, showMarks } from './marks.js';
import { fire, showFailure, tellPage } from './messages.js';
import { PageList } from './page-list.js';
import type { Start, StartOptions } from './parts.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { bringStyles } from './styles.js';
import { runAction } from './tools.js';
import { UrlState } from './url-state.js';
import type { HistoryMode } from './url-state.js';
import { View } from './view.js';

/** A pause in typing after which an answer is worth computing. */
const kTypingPauseMs = 120;

class Widget {
  readonly #settings: Settings;
  readonly #url: UrlState;
  readonly #announcer: Announcer;
  readonly #list: PageList | null;
  #catalogue!: OpenedCatalogue;
  #view!: View;
  #query = '';
  #idPrefix = '';
  #typing = 0;
  #isTyping = false;

  constructor(readonly host: HTMLElement, readonly options: StartOptions) {
    this.#settings = readSettings(host);
    this.#url = new UrlState(this.#settings.urlState);
    this.#announcer = new Announcer(options.signal);
    const list = new PageList(host);
    this.#list = list.lists.length ? list : null;
  }

  async run(): Promise<void> {
    const watch = new PolicyWatch();
    try {
      this.#catalogue = await openShared(this.#settings, this.options.signal);
      this.#checkList();
      await this.#takeOver();
    } catch (error) {
      if (this.options.signal.aborted) return;
      this.options.retry();
      const cause = await explain(error as Error, watch);
      if (!this.options.signal.aborted) showFailure(this.host, cause);
    } finally {
      watch.stop();
    }
  }

  /** The page's list must be the catalogue's: otherwise counts would lie. */
  #checkList(): void {
    const list = this.#list;
    if (!list) return;
    const { total, ids } = this.#catalogue.query('', Math.min(list.size, 1000));
    if (total !== list.size || !ids.every((id) => list.has(id))) {
      throw Object.assign(new Error('the list on the page is not that of the catalogue'), { code: 'changed' });
    }
  }

  async #takeOver(): Promise<void> {
    const { host, options } = this;
    const root = this.#root();
    await bringStyles(host, root, this.#settings.skin);
    if (options.signal.aborted) return;
    this.#view = new View(root, options.policy, (query) => this.#url.href(query));
    const form = this.#view.form;
    this.#idPrefix = form?.id.replace(/panel$/, '') || freeIdPrefix();
    const asked = this.#url.read();
    const query = options.byVisitor && form ? queryOfForm(form) : asked ?? this.#settings.preset;
    if (!this.#list) this.#clearFallback(root);
    host.toggleAttribute('data-ready', true);
    for (const passing of host.querySelectorAll('.catalogue-links,.catalogue-alert')) (passing as HTMLElement).hidden = true;
    this.#listen(root);
    const mode = options.byVisitor ? 'push' : asked === null ? 'none' : 'replace';
    this.ask(query, mode, /*settleMs=*/0);
    fire(host, 'catalogue-ready', { total: this.#catalogue.total });
    for (const notice of this.#catalogue.notices) tellPage(host, notice);
  }

  /** Where the pieces are drawn: the element itself, or its shadow where our own styles dress it. */
  #root(): HTMLElement | ShadowRoot {
    if (this.#list || this.#settings.skin === 'dsfr') return this.host;
    return this.host.shadowRoot ?? this.host.attachShadow({ mode: 'open' });
  }

  // What is drawn stands in place of the fallback; a shadow covers it by itself.
  #clearFallback(root: HTMLElement | ShadowRoot): void {
    if (root === this.host) this.host.replaceChildren();
    else for (const piece of root.querySelectorAll(':not(link)')) piece.remove();
  }

  /** Answers `query`, in the history as `mode` says. */
  ask(query: string, mode: HistoryMode, settleMs?: number): void {
    const { pageSize, skin, headingLevel, opensNewWindow } = this.#settings;
    const list = this.#list;
    const answer = this.#catalogue.query(query, pageSize, {
      skin, headingLevel, opensNewWindow, hasList: !list || canMark && /(^|&)(q|duree)/.test(query), idPrefix: this.#idPrefix });
    const isNews = answer.query !== this.#query;
    this.#query = answer.query;
    this.#url.write(answer.query, mode);
    list?.show(answer.ids, /(^|&)(q|tri)=/.test(answer.query));
    const { words, marks } = this.#view.show(answer.html ?? '', list !== null);
    if (list) showMarks(marks, (id) => list.item(id));
    const { status } = this.#view;
    if (status) this.#announcer.say(status, words, settleMs);
    if (isNews) fire(this.host, 'catalogue-change', { query: answer.query, total: answer.total, page: answer.page, ids: answer.ids });
  }

  #listen(root: HTMLElement | ShadowRoot): void {
    const { signal } = this.options;
    const on = (type: string, act: (event: Event) => void): void => root.addEventListener(type, act, { signal });
    on('input', (event) => this.#onInput(event.target as HTMLInputElement));
    on('change', (event) => this.#onChange(event.target as HTMLInputElement));
    on('submit', (event) => {
      event.preventDefault();
      this.#askForm('push');
    });
    on('reset', (event) => {
      event.preventDefault();
      this.ask('', 'push');
      this.#view.focusStatus();
    });
    on('click', (event) => this.#onClick(event as MouseEvent));
    window.addEventListener('popstate', () => this.ask(this.#url.read() ?? this.#settings.preset, 'none'), { signal });
    signal.addEventListener('abort', () => this.#end());
  }

  #onInput(control: HTMLInputElement): void {
    if (control.type === 'range' && control.form) followThumb(control.form, control);
    else if (control.type !== 'search') return;
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => {
      this.#askForm(this.#isTyping ? 'replace' : 'push');
      this.#isTyping = true;
    }, kTypingPauseMs);
  }

  #onChange(control: HTMLInputElement): void {
    if (!control.name && control.type !== 'range') return;
    const form = control.form;
    if (form && control.type !== 'range') settleDuration(form, control);
    const wasTyping = this.#isTyping && (control.type === 'search' || control.type === 'range');
    this.#askForm(wasTyping ? 'replace' : 'push');
  }

  #askForm(mode: HistoryMode): void {
    clearTimeout(this.#typing);
    this.#isTyping = false;
    const { form } = this.#view;
    if (form) this.ask(queryOfForm(form), mode);
  }

  #onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target as Element;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action) return void this.#act(action);
    const asked = target.closest<HTMLElement>('[data-query]');
    if (asked) {
      event.preventDefault();
      this.#follow(asked);
    } else if (target.closest('.catalogue-skip')) {
      event.preventDefault();
      this.#view.focusStatus();
    }
  }

  /** A removed chip hands the focus to the next one; whatever else is followed, to the count. */
  #follow(asked: HTMLElement): void {
    const place = this.#view.all('.catalogue-chip').indexOf(asked);
    this.ask(asked.dataset['query'] ?? '', 'push');
    const chips = this.#view.all('.catalogue-chip');
    const next = place < 0 ? undefined : chips[Math.min(place, chips.length - 1)];
    if (next) next.focus();
    else this.#view.focusStatus();
  }

  async #act(action: string): Promise<void> {
    const href = new URL(this.#url.href(this.#query), location.href).href;
    const words = await runAction(action, { host: this.host, href, settings: this.#settings, catalogue: this.#catalogue, query: this.#query });
    const { status } = this.#view;
    if (status && words) this.#announcer.say(status, words, 0);
  }

  /** Gives the page back its list, and the core its memory. */
  #end(): void {
    clearTimeout(this.#typing);
    this.#catalogue.close();
    this.host.removeAttribute('data-ready');
  }
}

let prefixes = 0;

// Several widgets on one page never share an id (RGAA 8.2).
function freeIdPrefix(): string {
  prefixes += 1;
  return `catalogue-${prefixes}-`;
}

export const start: Start = (host, options) => void new Widget(host, options).run();
