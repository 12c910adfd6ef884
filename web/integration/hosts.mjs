// SPDX-License-Identifier: MIT
// The guide's table of hosts and ways, and what to do in each publishing tool.
import { escapeHtml, table, withCode } from './html.mjs';

/** Without script the address is an example; guide.ts writes that of the folder that the page is in. */
const kExampleHost = 'https://…/';

/** `hosts`: data/integration/hosts.json, which tests/hosts verifies. `up`: the way from the page to dist/. */
export function renderHosts(hosts, texts, up) {
  const columns = [texts.host, texts.host_seen, ...hosts.ways.map((way) => texts.host_ways[way])];
  const rows = hosts.hosts.map((host) => [
    nameOf(host, texts),
    escapeHtml(texts.seen[host.seen]),
    ...hosts.ways.map((way) => outcome(host.gets[way], texts)),
  ]);
  const tools = Object.entries(texts.tools).map(([id, tool]) => section(id, tool, texts, up));
  return `<section><h2 id="outils">${escapeHtml(texts.hosts_heading)}</h2>
<p>${escapeHtml(texts.hosts_lead)}</p>
${table(columns, rows, texts.hosts_heading)}
${tools.join('\n')}
</section>`;
}

function nameOf({ id, section: anchor }, texts) {
  const name = escapeHtml(texts.hosts[id]);
  return anchor ? `<a href="#${anchor}">${name}</a>` : name;
}

function outcome(result, texts) {
  if (result === undefined) return '–';
  return `<span data-outcome="${result}">${escapeHtml(texts.outcomes[result])}</span>`;
}

function section(id, { title, steps }, texts, up) {
  const plugin = `<a href="${up}wordpress/catalogue-formations.zip" download>${escapeHtml(texts.plugin)}</a>`;
  const host = `<span data-host>${kExampleHost}</span>`;
  const items = steps.map((step) => withCode(step).replaceAll('{plugin}', plugin).replaceAll('{host}', host));
  return `<h3 id="${id}">${escapeHtml(title)}</h3>
<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
