// SPDX-License-Identifier: MIT
// The current selection: asks the core, shows the answer, adds it to the history.
import { nextTask } from '../core/engine.js';
import type { EngineAnswer, HtmlOptions } from '../core/engine.js';
import { afterPaint } from './after-paint.js';
import type { Context } from './context.js';
import { canMark } from './marks.js';
import type { SharedCatalogue } from './open.js';
import type { HistoryMode } from './url-state.js';

interface AskOptions {
  /** List and panel in one step: the controls do not show the choice, or the style sheet has filtered the list already. */
  isWhole?: boolean;
  /** Nothing is announced: no visitor caused the change. */
  isSilent?: boolean;
  /** Moves the focus, after the announcement. Default: to the status line, if the focused element is gone. */
  moveFocus?: (() => void) | undefined;
}

type Pieces = Pick<HtmlOptions, 'hasPanel' | 'hasResults' | 'hasList'>;

export class Selection {
  /** Canonical. */
  query = '';
  readonly #context: Context;
  readonly #idPrefix: string;
  /** How many questions were asked. */
  #asked = 0;

  constructor(
    context: Context,
    readonly catalogue: SharedCatalogue,
  ) {
    this.#context = context;
    this.#idPrefix = context.view.form?.id.replace(/panel$/, '') || freeIdPrefix();
  }

  /**
   * Answers `query`, unless another is asked before it can be: once the words are indexed if it searches, once its parts are
   * there, and within the event otherwise. The list and its status show at once; the panel follows after the next frame,
   * since its controls show the choice already, and then the rest of the list. The first answer draws the top of the panel first,
   * so that nothing moves, and its groups after two trainings.
   */
  async ask(query: string, mode: HistoryMode, how: AskOptions = {}): Promise<void> {
    const { list, options, settings, view } = this.#context;
    const { isWhole = false } = how;
    this.#asked += 1;
    const turn = this.#asked;
    const isOver = (): boolean => turn !== this.#asked || options.signal.aborted;
    const { catalogue } = this;
    const bring = () =>
      catalogue.bring
        ? catalogue.bring(this.#context, this, query, isOver)
        : catalogue.prepare(query, settings.pageSize);
    const coming = bring();
    if (coming && ((await coming) === false || isOver())) return;
    const isFirst = view.isEmpty;
    const hasMarks = canMark && /(^|&)(q|duree)/.test(query);
    const first = this.#answer(query, {
      hasPanel: isWhole || isFirst,
      hasResults: !isFirst,
      hasList: list ? hasMarks : !isFirst,
    });
    // Each step is a task of its own where it can be: on an old phone, all together are felt.
    const isLate = coming && !isWhole;
    if (isLate) await nextTask();
    const content = view.parse(first.text);
    if (isLate) await nextTask();
    view.makeReady(content);
    if (isLate) await nextTask();
    if (isOver()) return;
    try {
      list?.show(first.ids, /(^|&)(q|tri)=/.test(first.query));
      const isFocusLost = view.show(content, list);
      this.#enter(first, mode);
      this.#tell(how, isFocusLost);
      if (!isWhole) await this.#complete(query, how, isFirst, bring, isOver);
    } finally {
      // Also when the engine stopped meanwhile.
      await view.spread();
    }
  }

  /** Shows what the first step has left: the panel, or the results of a first answer. */
  async #complete(
    query: string,
    how: AskOptions,
    isFirst: boolean,
    bring: () => Promise<unknown> | undefined,
    isOver: () => boolean,
  ): Promise<void> {
    const { list, view } = this.#context;
    await afterPaint();
    if ((await bring()) === false || isOver()) return;
    const rest = this.#answer(query, { hasPanel: !isFirst, hasResults: isFirst, hasList: isFirst });
    await nextTask();
    const content = view.parse(rest.text);
    await nextTask();
    view.makeReady(content);
    await nextTask();
    if (isOver()) return;
    const isFocusLost = view.show(content, list);
    if (isFirst || isFocusLost) this.#tell(how, isFocusLost);
  }

  /** Announces the change before the focus moves, so that screen readers read it first. */
  #tell({ isSilent, moveFocus }: AskOptions, isFocusLost: boolean): void {
    const { announcer, view } = this.#context;
    const move = moveFocus ?? (isFocusLost && (() => view.focusStatus()));
    if (isSilent) announcer.know(this.query);
    else announcer.tell(this.query, Boolean(move));
    if (move) move();
  }

  /** Asks the core for these pieces of the answer. Two calls cost less than a larger first one. */
  #answer(query: string, pieces: Pieces): EngineAnswer {
    const { settings } = this.#context;
    return this.catalogue.query(query, settings.pageSize, { ...settings, idPrefix: this.#idPrefix, ...pieces });
  }

  /** Writes the answer's query in the address; fires `catalogue-change` if the query is new. */
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
