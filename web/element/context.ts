// SPDX-License-Identifier: MIT
// What the modules of one widget share: its root, settings, address, view and announcer.
import { Announcer } from './announcer.js';
import { rootOf } from './drawn.js';
import { PageList } from './page-list.js';
import type { StartOptions } from './loader.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { UrlState } from './url-state.js';
import { View } from './view.js';
import type { Root } from './drawn.js';

export interface Context {
  host: HTMLElement;
  options: StartOptions;
  settings: Settings;
  root: Root;
  /** The page's own list; null where the widget draws one. */
  list: PageList | null;
  url: UrlState;
  view: View;
  announcer: Announcer;
  isEnglish: boolean;
}

/** `json`: see Settings. */
export function contextOf(host: HTMLElement, options: StartOptions, json: string): Context {
  const settings = readSettings(host, options, json);
  const found = new PageList(host);
  const list = found.size ? found : null;
  const root = list ? host : rootOf(host, settings.skin, options.signal);
  const url = new UrlState(settings.urlState, options);
  const view = new View(root, options.policy, (query) => url.href(query));
  const isEnglish = settings.language === 'en';
  return {
    host,
    options,
    settings,
    isEnglish,
    root,
    list,
    url,
    view,
    announcer: new Announcer(view, isEnglish, options.signal),
  };
}
