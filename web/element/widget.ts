// SPDX-License-Identifier: MIT
// The element's second part: asks the core, shows the answer, keeps the address in step.
import explainFile from 'catalogue:explain';
import saveFile from 'catalogue:save-csv';
import {
  copied as copiedEn,
  no_search as noSearchEn,
  not_copied as notCopiedEn,
  not_saved as notSavedEn,
} from '../../data/strings/element.en.json';
import { copied, no_search, not_copied, not_saved } from '../../data/strings/element.fr.json';
import { AfterPaint } from './after-paint.js';
import { Announcer } from './announcer.js';
import { copyText } from './copy.js';
import { focusedBeside } from './focus.js';
import { followThumb, queryOfForm, settleDuration } from './form-query.js';
import { canMark } from './marks.js';
import type { EngineAnswer, Look } from '../core/engine.js';
import { openShared } from './open.js';
import type { OpenedCatalogue } from './open.js';
import { PageList } from './page-list.js';
import type { CodedError, Start, StartOptions } from './parts.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { bringStyles } from './styles.js';
import { UrlState } from './url-state.js';
import type { HistoryMode } from './url-state.js';
import { View } from './view.js';
import type { Root } from './view.js';

/** A pause in typing after which an answer is worth computing. */
const kTypingPauseMs = 120;

interface AskOptions {
  isWhole?: boolean;
  /** When the status line says it; the announcer's own pause when left out. */
  settleMs?: number | undefined;
}

const hasText = (query: string): boolean => /(^|&)q=/.test(query);

class Widget {
  readonly #settings: Settings;
  readonly #isEnglish: boolean;
  readonly #url: UrlState;
  readonly #announcer: Announcer;
  readonly #afterPaint: AfterPaint;
  readonly #list: PageList | null;
  readonly #root: Root;
  readonly #view: View;
  #catalogue!: OpenedCatalogue;
  #query = '';
  #idPrefix = '';
  #typing = 0;
  #isTyping = false;

  constructor(
    readonly host: HTMLElement,
    readonly options: StartOptions,
  ) {
    const language = options.languageOf(host);
    this.#isEnglish = language === 'en';
    this.#settings = readSettings(host, language);
    this.#url = new UrlState(this.#settings.urlState, options);
    this.#announcer = new Announcer(options.signal);
    this.#afterPaint = new AfterPaint(options.signal);
    const list = new PageList(host);
    this.#list = list.size ? list : null;
    this.#root = list.size || this.#settings.skin === 'dsfr' ? host : (host.shadowRoot ?? shadowAround(host));
    this.#view = new View(this.#root, options.policy, (query) => this.#url.href(query));
  }

  async run(): Promise<void> {
    const { host, options } = this;
    const reports: SecurityPolicyViolationEvent[] = [];
    const note = (event: SecurityPolicyViolationEvent): void => void reports.push(event);
    document.addEventListener('securitypolicyviolation', note);
    // On their way together with the engine and the catalogue.
    const styles = bringStyles(host, this.#root, this.#settings.skin);
    try {
      this.#catalogue = await openShared(this.#settings, options.bring);
      await styles;
      const failure = await this.#searchFailure(this.#firstQuery());
      if (options.signal.aborted) return this.#catalogue.close();
      await this.#takeOver();
      if (failure) await this.#tellSearch(failure);
    } catch (error) {
      if (options.signal.aborted) return;
      options.retry();
      options.showAlert(host, (error as CodedError).code);
      await this.#tell(error as CodedError, reports);
    } finally {
      document.removeEventListener('securitypolicyviolation', note);
    }
    for (const notice of this.#catalogue?.notices ?? []) await this.#tell(notice, reports);
  }

  /** Readies the text search where `query` has words. Gives why it cannot be had; the next search tries again. */
  async #searchFailure(query: string): Promise<CodedError | undefined> {
    return hasText(query)
      ? this.#catalogue.prepareText().then(
          () => undefined,
          (error: CodedError) => error,
        )
      : undefined;
  }

  /** Without the text search words are left out of the query: filters go on working, and the visitor is told. */
  async #tellSearch(failure: CodedError): Promise<void> {
    const { host, options } = this;
    options.showAlert(host, failure.code, this.#isEnglish ? noSearchEn : no_search);
    await this.#tell(failure, []);
  }

  /** Tells the page what failed, in a whole sentence where that can be had. */
  async #tell(error: CodedError, reports: SecurityPolicyViolationEvent[]): Promise<void> {
    const { bring, signal, tellPage } = this.options;
    const told = await bring<typeof import('./explain.js')>(explainFile)
      .then(({ explain }) => explain(error, reports, this.#settings.language))
      .catch(() => error);
    if (!signal.aborted) tellPage(this.host, told);
  }

  /** How many trainings there are. The page's list must be the catalogue's: otherwise counts would lie. */
  #total(): number {
    const list = this.#list;
    const { total, ids } = this.#catalogue.query('', Math.min(list?.size ?? 1, 1000));
    if (list && (total !== list.size || !ids.every((id) => list.item(id)))) {
      this.#catalogue.close();
      throw Object.assign(new Error('the list on the page is not that of the catalogue'), { code: 'changed' });
    }
    return total;
  }

  /** By a visitor's gesture, the state of the form; else what the address or the page asks for. */
  #firstQuery(): string {
    const { form } = this.#view;
    return this.options.byVisitor && form ? queryOfForm(form) : this.#askedQuery();
  }

  #askedQuery(): string {
    return this.#url.read() ?? this.#settings.preset;
  }

  async #takeOver(): Promise<void> {
    const { host, options } = this;
    const total = this.#total();
    this.#idPrefix = this.#view.form?.id.replace(/panel$/, '') || freeIdPrefix();
    const query = this.#firstQuery();
    // What is drawn stands in place of the fallback.
    if (!this.#list) for (const piece of [...this.#root.childNodes]) if (piece.nodeName !== 'LINK') piece.remove();
    host.toggleAttribute('data-ready', true);
    for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = true;
    this.#hideAlerts();
    this.#listen();
    const mode = options.byVisitor ? 'push' : this.#url.read() === null ? 'none' : 'replace';
    // Style shows the page's own list right already: the panel of the core comes with it.
    await this.ask(query, mode, { isWhole: this.#list !== null, settleMs: 0 });
    if (!options.signal.aborted) options.fire(host, 'catalogue-ready', { total });
  }

  /**
   * Answers `query`, in the history as `mode` says: the list and what tells of it at once, which is what a visitor waits
   * for, the panel after the next frame: its controls hold what was chosen already. The first answer is drawn from top to
   * bottom instead, so that nothing moves. `isWhole`: all at once, for what was not chosen in the panel.
   */
  async ask(query: string, mode: HistoryMode, { isWhole = false, settleMs }: AskOptions = {}): Promise<void> {
    this.#afterPaint.cancel();
    const list = this.#list;
    const isFirst = !list && !this.#view.form;
    const hasMarks = canMark && /(^|&)(q|duree)/.test(query);
    const answer = this.#show(
      query,
      { hasPanel: isWhole || isFirst, hasResults: !isFirst, hasList: list ? hasMarks : !isFirst },
      settleMs,
    );
    const isNews = answer.query !== this.#query;
    this.#query = answer.query;
    this.#url.write(answer.query, mode);
    if (isNews)
      this.options.fire(this.host, 'catalogue-change', {
        query: answer.query,
        total: answer.total,
        page: answer.page,
        ids: answer.ids,
      });
    if (isWhole) return;
    await this.#afterPaint.do(
      () => void this.#show(query, { hasPanel: !isFirst, hasResults: isFirst, hasList: isFirst }, settleMs),
    );
  }

  /** Shows those pieces of the answer. Asking the core twice costs less than reading at once what can wait. */
  #show(query: string, pieces: Pick<Look, 'hasPanel' | 'hasResults' | 'hasList'>, settleMs?: number): EngineAnswer {
    const { pageSize, skin, headingLevel, opensNewWindow } = this.#settings;
    const answer = this.#catalogue.query(query, pageSize, {
      skin,
      headingLevel,
      opensNewWindow,
      idPrefix: this.#idPrefix,
      ...pieces,
    });
    if (pieces.hasResults) this.#list?.show(answer.ids, /(^|&)(q|tri)=/.test(answer.query));
    const words = this.#view.show(answer.html, this.#list);
    if (words) this.#say(words, settleMs);
    return answer;
  }

  #hideAlerts(): void {
    for (const alert of this.#view.all('.catalogue-alert')) alert.hidden = true;
  }

  #say(words: string, settleMs?: number): void {
    const { status } = this.#view;
    if (status) this.#announcer.say(status, words, settleMs);
  }

  #listen(): void {
    const { signal } = this.options;
    const on = (type: string, act: (event: Event) => void): void => this.#root.addEventListener(type, act, { signal });
    on('input', (event) => this.#onInput(event.target as HTMLInputElement));
    // The text search comes, and indexes in slices, while the visitor finds the keys. A failure is told when they search.
    const prepare = (target: unknown): void => {
      if ((target as HTMLInputElement | null)?.type === 'search') this.#catalogue.prepareText().catch(() => undefined);
    };
    on('focusin', (event) => prepare(event.target));
    prepare(focusedBeside(this.#root));
    on('change', (event) => this.#onChange(event.target as HTMLInputElement));
    on('submit', (event) => {
      event.preventDefault();
      void this.#askForm('push');
    });
    on('reset', (event) => {
      event.preventDefault();
      void this.ask('', 'push', { isWhole: true });
      this.#view.focusStatus();
    });
    on('click', (event) => this.#onClick(event as MouseEvent));
    addEventListener('popstate', () => void this.#askReady(() => this.#askedQuery(), 'none', /*isWhole=*/ true), {
      signal,
    });
    signal.addEventListener('abort', () => this.#end());
  }

  #onInput(control: HTMLInputElement): void {
    if (control.type === 'range' && control.form) followThumb(control.form, control);
    else if (control.type !== 'search') return;
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => {
      void this.#askForm(this.#isTyping ? 'replace' : 'push');
      this.#isTyping = true;
    }, kTypingPauseMs);
  }

  #onChange(control: HTMLInputElement): void {
    const { form, name, type } = control;
    if (!name && type !== 'range') return;
    if (form && type !== 'range') settleDuration(form, control);
    void this.#askForm(this.#isTyping && /search|range/.test(type) ? 'replace' : 'push');
  }

  async #askForm(mode: HistoryMode): Promise<void> {
    clearTimeout(this.#typing);
    this.#isTyping = false;
    const { form } = this.#view;
    if (!form) return;
    await this.#askReady(() => queryOfForm(form), mode);
  }

  /** Answers what `read` gives once the text search that it may need is there; in between it may change. */
  async #askReady(read: () => string, mode: HistoryMode, isWhole = false): Promise<void> {
    const hasWords = hasText(read());
    // Without words the answer is there before the event is over.
    const failure = hasWords ? await this.#searchFailure(read()) : undefined;
    if (this.options.signal.aborted) return;
    if (hasWords && !failure) this.#hideAlerts();
    await this.ask(read(), mode, { isWhole });
    if (failure) await this.#tellSearch(failure);
  }

  #onClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const asked = (event.target as Element).closest<HTMLElement>('[data-action],[data-query],.catalogue-skip');
    if (!asked) return;
    const { action, query } = asked.dataset;
    if (action) return void this.#act(action);
    event.preventDefault();
    if (query === undefined) this.#view.focusStatus();
    else void this.#follow(asked, query);
  }

  /** A removed chip hands the focus to the next one; whatever else is followed, to the count. */
  async #follow(asked: HTMLElement, query: string): Promise<void> {
    const place = this.#view.all('.catalogue-chip').indexOf(asked);
    await this.#askReady(() => query, 'push', /*isWhole=*/ true);
    const chips = this.#view.all('.catalogue-chip');
    const next = place < 0 ? undefined : chips[Math.min(place, chips.length - 1)];
    if (next) next.focus();
    else this.#view.focusStatus();
  }

  /** The buttons beside the results. What cannot be done is said, and changes nothing. */
  async #act(action: string): Promise<void> {
    const isEnglish = this.#isEnglish;
    if (action === 'copy') {
      const isCopied = await copyText(new URL(this.#url.href(this.#query), location.href).href);
      return this.#say(isCopied ? (isEnglish ? copiedEn : copied) : isEnglish ? notCopiedEn : not_copied, 0);
    }
    try {
      const { saveCsv } = await this.options.bring<typeof import('./save-csv.js')>(saveFile);
      await saveCsv(this.#catalogue, this.#query, isEnglish);
    } catch (error) {
      this.#say(isEnglish ? notSavedEn : not_saved, 0);
      await this.#tell(error as CodedError, []);
    }
  }

  /** Gives the page back its list, and the core its memory. */
  #end(): void {
    clearTimeout(this.#typing);
    this.#catalogue.close();
    this.host.removeAttribute('data-ready');
  }
}

/** Our own styles dress a shadow; until something is drawn in it, it shows the element's children. */
function shadowAround(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  return root;
}

let prefixes = 0;

// Several widgets on one page never share an id (RGAA 8.2).
function freeIdPrefix(): string {
  prefixes += 1;
  return `catalogue-${prefixes}-`;
}

export const start: Start = (host, options) => void new Widget(host, options).run();
