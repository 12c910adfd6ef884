// SPDX-License-Identifier: MIT
// The current selection: asks the core, shows the answer, adds it to the history.
import type { EngineAnswer, HtmlOptions } from '../core/engine.js';
import { afterPaint } from './after-paint.js';
import type { Context } from './context.js';
import { canMark } from './marks.js';
import type { SharedCatalogue } from './open.js';
import type { HistoryMode } from './url-state.js';

interface AskOptions {
  /** List and panel in one step: the question did not come from the panel. */
  isWhole?: boolean;
  /** Nothing is announced: no visitor caused the change. */
  isSilent?: boolean;
  /** Moves the focus, after the announcement. Default: to the status line, if the focused element is gone. */
  moveFocus?: (() => void) | undefined;
}

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
   * since its controls show the choice already. The first answer draws the panel first, so that nothing moves.
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
    const answer = this.#show(query, {
      hasPanel: isWhole || isFirst,
      hasResults: !isFirst,
      hasList: list ? hasMarks : !isFirst,
    });
    this.#enter(answer, mode);
    this.#tell(how, answer.isFocusLost);
    if (isWhole) return;
    await afterPaint();
    if ((await bring()) === false || isOver()) return;
    const { isFocusLost } = this.#show(query, { hasPanel: !isFirst, hasResults: isFirst, hasList: isFirst });
    if (isFirst || isFocusLost) this.#tell(how, isFocusLost);
    if (isFirst) await view.spread();
  }

  /** Announces the change before the focus moves, so that screen readers read it first. */
  #tell({ isSilent, moveFocus }: AskOptions, isFocusLost: boolean): void {
    const { announcer, view } = this.#context;
    const move = moveFocus ?? (isFocusLost && (() => view.focusStatus()));
    if (isSilent) announcer.know(this.query);
    else announcer.tell(this.query, Boolean(move));
    if (move) move();
  }

  /** Asks the core for these pieces of the answer and shows them. Two calls cost less than a larger first one. */
  #show(
    query: string,
    pieces: Pick<HtmlOptions, 'hasPanel' | 'hasResults' | 'hasList'>,
  ): EngineAnswer & { isFocusLost: boolean } {
    const { list, settings, view } = this.#context;
    const answer = this.catalogue.query(query, settings.pageSize, { ...settings, idPrefix: this.#idPrefix, ...pieces });
    if (pieces.hasResults) list?.show(answer.ids, /(^|&)(q|tri)=/.test(answer.query));
    return { ...answer, isFocusLost: view.show(answer.text, list) };
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
