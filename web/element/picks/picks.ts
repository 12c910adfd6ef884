// SPDX-License-Identifier: MIT
// The visitor's own choice of trainings, where the page asks for it (`selection="on"`): a toggle on each item, and a
// section that adds up, prints, writes and saves what was chosen. The choice lives in the address alone.
import type { EngineTraining } from '../../core/trainings.js';
import type { Context } from '../context.js';
import type { Selection } from '../selection.js';
import { fill } from '../../report/fill.js';
import { PicksAddress } from './address.js';
import { PickButtons } from './buttons.js';
import { PicksSection } from './section.js';
import { countOf, textsOf, type Texts } from './texts.js';
import { totalTime, wordsOfTime } from './time.js';

/** Functions of save-csv.ts, which brings this module: no visitor downloads them twice. */
export interface PickTools {
  /** The trainings with these ids, by id. Ids that the catalogue lacks are absent. */
  findTrainings(
    catalogue: Selection['catalogue'],
    ids: readonly string[],
    shown: { query: string; pageSize: number },
  ): Promise<Map<string, EngineTraining>>;
  saveTrainings(trainings: readonly EngineTraining[], isEnglish: boolean): void;
}

/** A chosen training; without `training`, the catalogue no longer has it. */
export interface Pick {
  id: string;
  training: EngineTraining | undefined;
}

/** Lets the visitor choose trainings until the element leaves the page. */
export async function start(context: Context, selection: Selection, tools: PickTools): Promise<void> {
  await new Picks(context, selection, tools).open();
}

class Picks {
  readonly #context: Context;
  readonly #selection: Selection;
  readonly #tools: PickTools;
  readonly #texts: Texts;
  readonly #address: PicksAddress;
  readonly #buttons: PickButtons;
  readonly #section: PicksSection;
  readonly #known = new Map<string, EngineTraining | undefined>();
  #ids: string[] = [];

  constructor(context: Context, selection: Selection, tools: PickTools) {
    this.#context = context;
    this.#selection = selection;
    this.#tools = tools;
    this.#texts = textsOf(context.isEnglish);
    this.#address = new PicksAddress(context.settings.urlState);
    this.#section = new PicksSection(context, this.#texts, {
      remove: (id) => this.#toggle(id),
      clear: () => this.#clear(),
      save: () => tools.saveTrainings(this.#trainings(), context.isEnglish),
      href: () => this.#address.href(this.#ids),
    });
    this.#buttons = new PickButtons(context, this.#texts, {
      isChosen: (id) => this.#ids.includes(id),
      toggle: (id) => this.#toggle(id),
      sectionId: this.#section.id,
      see: () => this.#section.focus(),
    });
  }

  async open(): Promise<void> {
    const { signal } = this.#context.options;
    const read = (): Promise<void> => {
      this.#ids = this.#address.read();
      return this.#show();
    };
    addEventListener('popstate', () => void read(), { signal });
    signal.addEventListener('abort', () => {
      this.#buttons.close();
      this.#section.close();
    });
    await read();
  }

  async #toggle(id: string): Promise<void> {
    const isChosen = !this.#ids.includes(id);
    this.#ids = isChosen ? [...this.#ids, id] : this.#ids.filter((other) => other !== id);
    this.#address.write(this.#ids);
    await this.#show();
    const title = this.#known.get(id)?.title ?? id;
    this.#say(fill(isChosen ? this.#texts.added : this.#texts.removed, { title, summary: this.#summary() }));
  }

  async #clear(): Promise<void> {
    this.#ids = [];
    this.#address.write([]);
    await this.#show();
    this.#say(this.#texts.cleared);
  }

  /** Shows the choice at once where every training is known, else as soon as the catalogue was read for them. */
  async #show(): Promise<void> {
    const missing = this.#ids.filter((id) => !this.#known.has(id));
    this.#buttons.show();
    if (missing.length && !(await this.#find(missing))) return;
    if (this.#context.options.signal.aborted) return;
    const picks = this.#ids.map((id): Pick => ({ id, training: this.#known.get(id) }));
    this.#section.show(picks, this.#summary());
  }

  /** False if the catalogue could not be read for them: asked again with the next choice. */
  async #find(ids: readonly string[]): Promise<boolean> {
    const { options, settings } = this.#context;
    const { catalogue, query } = this.#selection;
    try {
      const found = await this.#tools.findTrainings(catalogue, ids, { query, pageSize: settings.pageSize });
      for (const id of ids) this.#known.set(id, found.get(id));
      return true;
    } catch (error) {
      await options.report(error);
      return false;
    }
  }

  #trainings(): EngineTraining[] {
    return this.#ids.flatMap((id) => this.#known.get(id) ?? []);
  }

  /** "2 formations choisies, durée totale : 4 h à 6 h 30". Those that are gone do not count. */
  #summary(): string {
    const trainings = this.#trainings();
    const count = countOf(trainings.length, this.#texts);
    return trainings.length ? `${count}, ${wordsOfTime(totalTime(trainings), trainings.length, this.#texts)}` : count;
  }

  #say(words: string): void {
    this.#context.announcer.say(words);
  }
}
