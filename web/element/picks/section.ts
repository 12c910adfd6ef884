// SPDX-License-Identifier: MIT
// The section of the choice, after the list: what was chosen, how long it takes, and what to do with it.
import type { Context } from '../context.js';
import { fill } from '../../report/fill.js';
import { element, kClasses } from './nodes.js';
import type { Pick } from './picks.js';
import { durationOf, mailAddress, printSheet, sheetText, type Sheet } from './sheet.js';
import type { Texts } from './texts.js';

interface Actions {
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  save(): void;
  /** The address of the choice. */
  href(): string;
}

let sections = 0;

export class PicksSection {
  readonly #context: Context;
  readonly #texts: Texts;
  readonly #actions: Actions;
  readonly #heading: HTMLHeadingElement;
  readonly #summary = element('p', '');
  readonly #list = element('ul', '');
  readonly #mail: HTMLAnchorElement;
  readonly #section: HTMLElement;
  #sheet: Sheet | undefined;

  constructor(context: Context, texts: Texts, actions: Actions) {
    this.#context = context;
    this.#texts = texts;
    this.#actions = actions;
    sections += 1;
    const level = context.settings.headingLevel as 2;
    this.#heading = element(`h${level}`, '', [texts.title]);
    this.#heading.id = sections > 1 ? `catalogue-picks-${sections}` : 'catalogue-picks';
    this.#heading.tabIndex = -1;
    this.#mail = element('a', kClasses[context.settings.skin].link, [texts.mail]);
    this.#section = element('section', 'catalogue-picks', [this.#heading, this.#summary, this.#list, this.#tools()]);
    this.#section.setAttribute('aria-labelledby', this.#heading.id);
    this.#section.hidden = true;
    context.root.append(this.#section);
  }

  /** `summary`: how many, and how long. An empty choice has no section. */
  show(picks: readonly Pick[], summary: string): void {
    this.#sheet = { picks, summary, href: this.#actions.href() };
    this.#section.hidden = picks.length === 0;
    this.#summary.textContent = `${summary}.`;
    this.#list.replaceChildren(...picks.map((pick) => this.#row(pick)));
    this.#mail.href = mailAddress(this.#sheet, this.#texts);
  }

  /** Id of the heading. */
  get id(): string {
    return this.#heading.id;
  }

  focus(): void {
    this.#heading.focus();
  }

  close(): void {
    this.#section.remove();
  }

  #row({ id, training }: Pick): HTMLLIElement {
    const name = training?.title ?? fill(this.#texts.gone, { id });
    const button = this.#button(this.#texts.remove, () => this.#remove(id));
    button.setAttribute('aria-label', `${this.#texts.remove} - ${name}`);
    const words = training ? `${name} (${durationOf(training, this.#texts)})` : name;
    return element('li', '', [words, ' ', button]);
  }

  /** The focus goes to the next button of the list, else to the heading, else to the count of the list of trainings. */
  async #remove(id: string): Promise<void> {
    const place = this.#sheet?.picks.findIndex((pick) => pick.id === id) ?? 0;
    await this.#actions.remove(id);
    const buttons = this.#list.querySelectorAll('button');
    const next = buttons[place] ?? buttons[buttons.length - 1];
    if (next) next.focus();
    else this.#context.view.focusStatus();
  }

  #tools(): HTMLElement {
    const texts = this.#texts;
    const actions = this.#actions;
    const sheet = (): Sheet => this.#sheet as Sheet;
    const buttons = [
      this.#button(texts.print, () => printSheet(sheet(), texts)),
      this.#mail,
      this.#button(texts.copy, () => this.#copy()),
      this.#button(texts.csv, () => actions.save()),
      this.#button(texts.clear, async () => {
        await actions.clear();
        this.#context.view.focusStatus();
      }),
    ];
    return element(
      'p',
      '',
      buttons.flatMap((button) => [button, ' ']),
    );
  }

  /** Copies the text; where the browser refuses, shows it, to be copied by hand. */
  async #copy(): Promise<void> {
    const text = sheetText(this.#sheet as Sheet, this.#texts);
    try {
      await navigator.clipboard.writeText(text);
      this.#context.announcer.say(this.#texts.copied);
    } catch {
      this.#section.querySelector('pre')?.remove();
      const shown = element('pre', '', [text]);
      shown.style.whiteSpace = 'pre-wrap';
      shown.tabIndex = -1;
      this.#section.append(shown);
      shown.focus();
    }
  }

  #button(text: string, act: () => unknown): HTMLButtonElement {
    const button = element('button', kClasses[this.#context.settings.skin].button, [text]);
    button.type = 'button';
    button.addEventListener('click', () => void act());
    return button;
  }
}
