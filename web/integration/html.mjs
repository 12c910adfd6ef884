// SPDX-License-Identifier: MIT
// The pieces of the guide's HTML. All text goes through `escapeHtml`.

/** Text escaped for content and for quoted attributes. */
export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A labelled control. `ways`: those that show it. */
export function field(id, label, control, ways = '') {
  return `<div class="field"${ways ? ` data-for-way="${ways}"` : ''}><label for="${id}">${escapeHtml(label)}</label>${control}</div>`;
}

/** Options of a select from {value: label}. */
export function options(labels, selected) {
  return Object.entries(labels)
    .map(
      ([value, label]) =>
        `<option value="${escapeHtml(value)}"${value === selected ? ' selected' : ''}>${escapeHtml(label)}</option>`,
    )
    .join('');
}

export const code = (text) => `<code>${escapeHtml(text)}</code>`;

/** Text whose parts between backticks are code. */
export const withCode = (text) =>
  text
    .split('`')
    .map((part, index) => (index % 2 ? code(part) : escapeHtml(part)))
    .join('');

/** A table. Cells are HTML; the first column heads the rows. It scrolls on narrow screens. */
export function table(columns, rows, caption) {
  const body = rows.map(
    ([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>`;
}
