// SPDX-License-Identifier: MIT
// The style of a report: light and dark as the reader prefers, from 320 pixels on, and one sheet of paper.

export const style = `
:root { color-scheme: light dark; --edge: #767676; --track: rgb(127 127 127 / 0.25); --good: #1b7f5c; --bad: #b3480f; }
@media (prefers-color-scheme: dark) { :root { --edge: #8f8f8f; --good: #4fc79b; --bad: #f0935a; } }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.25rem; font-size: 1.25rem; }
.sum { font-size: 1.125rem; font-weight: 600; }
.about { margin: 0 0 0.5rem; }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--edge); text-align: start; vertical-align: top; }
th, td { overflow-wrap: anywhere; hyphens: auto; }
tbody th { min-width: 5.5rem; font-weight: 600; }
.words { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; min-width: 3rem; max-width: 12rem; height: 0.5rem; }
.track { fill: var(--track); }
.good { fill: var(--good); }
.bad { fill: var(--bad); }
.scroll { overflow-x: auto; }
.scroll table { min-width: 40rem; }
@media (max-width: 40rem) { body { padding: 0.75rem; } table { font-size: 0.875rem; } th, td { padding-inline-end: 0.5rem; } }
@page { size: A4; margin: 12mm; }
@media print {
  :root { --good: #1b7f5c; --bad: #b3480f; --track: #ddd; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 8pt; line-height: 1.3; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { margin: 0; font-size: 14pt; }
  h2 { margin: 6pt 0 0; font-size: 10pt; break-after: avoid; }
  p { margin: 2pt 0; }
  .sum { font-size: 9pt; }
  th, td { padding: 1pt 6pt 1pt 0; }
  .bar { height: 4pt; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  .scroll table { min-width: 0; }
}
`;
