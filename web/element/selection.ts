// SPDX-License-Identifier: MIT
// What is selected now: asks the core, shows its answer, enters it in the history.
import type { EngineAnswer, Look } from '../core/engine.js';
import { AfterPaint } from './after-paint.js';
import type { Context } from './context.js';
import { canMark } from './marks.js';
import type { SharedCatalogue } from './open.js';
import { hasText } from './text-search.js';
import type { HistoryMode } from './url-state.js';

interface AskOptions {
  /** All at once, for what was not chosen in the panel. */
  isWhole?: boolean;
  /** Nobody did anything for it: nothing is said. */
  isSilent?: boolean;
  /** Moves the focus, once the answer is shown and said; else it goes to the count where what had it is gone. */
  moveFocus?: (() => void) | undefined;
}

export class Selection {
  /** Canonical. */
  query = '';
  readonly #context: Context;
  readonly #afterPaint: AfterPaint;
  readonly #idPrefix: string;

  constructor(
    context: Context,
    readonly catalogue: SharedCatalogue,
  ) {
    this.#context = context;
    this.#afterPaint = new AfterPaint(context.options.signal);
    this.#idPrefix = context.view.form?.id.replace(/panel$/, '') || freeIdPrefix();
  }

  /** Answers what `read` gives once the words that it may search are indexed; in between it may change. */
  async askReady(read: () => string, mode: HistoryMode, options: AskOptions = {}): Promise<void> {
    // Without words the answer is there before the event is over.
    if (hasText(read())) await this.catalogue.prepareText();
    if (!this.#context.options.signal.aborted) await this.ask(read(), mode, options);
  }

  /**
   * Answers `query`. The list and what tells of it come at once, which is what a visitor waits for; the panel after the
   * next frame: its controls hold what was chosen already. The first answer is drawn from top to bottom instead, so
   * that nothing moves.
   */
  async ask(query: string, mode: HistoryMode, options: AskOptions = {}): Promise<void> {
    const { list, view } = this.#context;
    const { isWhole = false } = options;
    this.#afterPaint.cancel();
    const isFirst = !list && !view.form;
    const hasMarks = canMark && /(^|&)(q|duree)/.test(query);
    const answer = this.#show(query, {
      hasPanel: isWhole || isFirst,
      hasResults: !isFirst,
      hasList: list ? hasMarks : !isFirst,
    });
    this.#enter(answer, mode);
    this.#tell(options, answer.isFocusLost);
    if (isWhole) return;
    await this.#afterPaint.do(() => {
      const { isFocusLost } = this.#show(query, { hasPanel: !isFirst, hasResults: isFirst, hasList: isFirst });
      if (isFirst || isFocusLost) this.#tell(options, isFocusLost);
    });
  }

  /** What readers are told comes before the focus moves, so that it is heard first. */
  #tell({ isSilent, moveFocus }: AskOptions, isFocusLost: boolean): void {
    const { announcer, view } = this.#context;
    const move = moveFocus ?? (isFocusLost && (() => view.focusStatus()));
    if (isSilent) announcer.know(this.query);
    else announcer.tell(this.query, Boolean(move));
    if (move) move();
  }

  /** Shows those pieces of the answer. Asking the core twice costs less than reading at once what can wait. */
  #show(
    query: string,
    pieces: Pick<Look, 'hasPanel' | 'hasResults' | 'hasList'>,
  ): EngineAnswer & { isFocusLost: boolean } {
    const { list, settings, view } = this.#context;
    const answer = this.catalogue.query(query, settings.pageSize, { ...settings, idPrefix: this.#idPrefix, ...pieces });
    if (pieces.hasResults) list?.show(answer.ids, /(^|&)(q|tri)=/.test(answer.query));
    return { ...answer, isFocusLost: view.show(answer.text, list) };
  }

  /** Enters an answer in the history, and tells the page where it is another than the last. */
  #enter({ query, total, page, ids }: EngineAnswer, mode: HistoryMode): void {
    const { host, options, url } = this.#context;
    const isNews = query !== this.query;
    this.query = query;
    url.write(query, mode);
    if (isNews) options.fire(host, 'catalogue-change', { query, total, page, ids });
  }
}

let prefixes = 0;

// Several widgets on one page never share an id (RGAA 8.2).
function freeIdPrefix(): string {
  prefixes += 1;
  return `catalogue-${prefixes}-`;
}
