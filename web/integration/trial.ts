// SPDX-License-Identifier: MIT
// The trial page: shows the catalogue with the options of the page's address. Under the strictest policy it may only
// set attributes through the DOM.

const kAttributes = ['src', 'integrity', 'overlay', 'skin', 'lang', 'query', 'only', 'page-size', 'heading-level'];

const host = new URL('../', import.meta.url);
const wanted = new URLSearchParams(location.search);

function element(): HTMLElement {
  const node = document.createElement('catalogue-formations');
  for (const name of kAttributes) {
    const value = wanted.get(name);
    if (value !== null) node.setAttribute(name, value);
  }
  node.setAttribute('url-state', 'off');
  node.setAttribute('loading', 'eager');
  return node;
}

function frame(address: string, lang: string): HTMLIFrameElement {
  const node = document.createElement('iframe');
  const url = new URL(address, host);
  // Anyone can send the address of a trial: only the iframe's own pages are shown.
  node.src = url.href.startsWith(new URL('embed/', host).href) ? url.href : new URL('embed/', host).href;
  node.title = lang === 'en' ? 'Catalogue of trainings' : 'Catalogue de formations';
  node.width = '100%';
  node.height = '900';
  return node;
}

document.documentElement.dataset.scheme = wanted.get('scheme') === 'dark' ? 'dark' : 'light';
const place = document.querySelector('#essai');
const address = wanted.get('frame');
const statics = wanted.has('static');
place?.replaceChildren(
  address !== null ? frame(address, wanted.get('lang') ?? 'fr') : statics ? frame('embed/?', 'fr') : element(),
);
