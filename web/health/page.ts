// SPDX-License-Identifier: MIT
// A report as one page of HTML that needs nothing else: no script, no other file.
import texts from '../../data/strings/health.fr.json' with { type: 'json' };
import legends from '../../data/strings/fr.json' with { type: 'json' };
import { escapeHtml } from '../publish/splice.js';
import { fill } from '../report/fill.js';
import { bar, section, table, type Cell } from './html.js';
import type { FacetHealth, Health, RemarkKind } from './measure.js';
import { style } from './style.js';

/** Remarks of a kind that the page lists; the JSON has all. */
const kMostRemarks = 8;
/** Choices of a facet that the page names. */
const kMostChoices = 6;

const kKinds: RemarkKind[] = ['others', 'links', 'duplicates', 'siblings', 'outOfReach'];
const kAges = ['recent', 'ageing', 'old', 'unknown'] as const;

type Counted = { [K in keyof typeof texts]: (typeof texts)[K] extends { one: string } ? K : never }[keyof typeof texts];

const counted = (name: Counted, n: number): string =>
  texts[name][n < 2 ? 'one' : 'other'].replace('{n}', n.toLocaleString('fr-FR'));

/** "26 novembre 2026". */
const longDate = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** `previous`: earlier reports, in any order. */
export function healthPage(health: Health, previous: readonly Health[]): string {
  const title = health.title ? fill(texts.of, { title: health.title }) : texts.title;
  const parts = [
    facetSection(health),
    freshnessSection(health),
    ...kKinds.filter((kind) => health.remarks[kind].length).map((kind) => remarkSection(health, kind)),
    fineSection(health),
    ...(previous.length ? [historySection([...previous, health])] : []),
  ];
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(fill(texts.made, { date: longDate(health.date), files: health.files.join(', ') }))}</p>
<p class="sum">${escapeHtml(summary(health))}</p>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

/** What there is, and what waits to be done. */
function summary({ trainings, findings, unknown }: Health): string {
  const list = [
    findings.errors && counted('errors', findings.errors),
    findings.warnings && counted('warnings', findings.warnings),
    unknown.duration && counted('no_duration', unknown.duration),
    unknown.licence && counted('no_licence', unknown.licence),
  ].filter(Boolean);
  const todo = list.length ? fill(texts.todo, { list: list.join(', ') }) : texts.nothing;
  return fill(texts.sentence, { trainings: counted('trainings', trainings), todo });
}

const partOf = (n: number, total: number): string => fill(texts.part, { n: String(n), total: String(total) });

function facetSection({ facets, trainings }: Health): string {
  const nameOf = ({ key }: FacetHealth): string => legends[`legend_${key}`];
  const rows = facets
    .filter(({ told }) => told > 0)
    .map((facet): Cell[] => [
      nameOf(facet),
      bar(partOf(facet.told, trainings), facet.told, trainings, true),
      choicesOf(facet, trainings),
    ]);
  const empty = facets.filter(({ told }) => told === 0).map(nameOf);
  const absent = empty.length ? `\n<p>${escapeHtml(fill(texts.empty, { names: empty.join(', ') }))}</p>` : '';
  const content = table(texts.facets, [texts.facet, texts.told, texts.choices], rows) + absent;
  return section(texts.facets, texts.facets_about, content);
}

function choicesOf({ choices }: FacetHealth, trainings: number): string {
  const [first] = choices;
  if (choices.length === 1 && first?.count === trainings) return fill(texts.useless, { label: first.label });
  const named = choices
    .slice(0, kMostChoices)
    .map(({ label, count }) => fill(texts.choice, { label, n: String(count) }));
  const more = choices.length - named.length;
  return [...named, ...(more ? [fill(texts.more, { n: String(more) })] : [])].join(', ');
}

function freshnessSection({ freshness, trainings }: Health): string {
  if (freshness.unknown === trainings) return section(texts.freshness, '', `<p>${escapeHtml(texts.never)}</p>`);
  const rows = kAges.map((age): Cell[] => [
    texts[`age_${age}`],
    bar(partOf(freshness[age], trainings), freshness[age], trainings, age === 'recent'),
  ]);
  return section(texts.freshness, texts.freshness_about, table(texts.freshness, [texts.age, texts.how_many], rows));
}

function remarkSection({ remarks }: Health, kind: RemarkKind): string {
  const all = remarks[kind];
  const rows = all
    .slice(0, kMostRemarks)
    .map(({ file, line, message }): Cell[] => [line ? `${file}:${line}` : file, message]);
  const left = all.length - rows.length;
  const more = left ? `\n<p>${escapeHtml(counted('left', left))}</p>` : '';
  return section(texts[kind], '', table(texts[kind], [texts.place, texts.what], rows) + more);
}

/** The kinds of remarks of which there are none, in one line; what was not tried is no good news. */
function fineSection({ links, remarks }: Health): string {
  const isTried = (kind: RemarkKind): boolean => kind !== 'links' || Boolean(links?.asked);
  const fine = kKinds.filter((kind) => remarks[kind].length === 0 && isTried(kind)).map((kind) => texts[kind]);
  const kinds = fine.length
    ? `<p>${escapeHtml(fill(texts.fine_about, { kinds: fine.join(', ').toLowerCase() }))}</p>\n`
    : '';
  const asked = links?.asked
    ? fill(texts.links_asked, { part: partOf(links.asked, links.addresses) })
    : texts.links_untested;
  return section(texts.fine, '', `${kinds}<p>${escapeHtml(asked)}</p>`);
}

/** One row per report, the oldest first; each column's bars have one scale. */
function historySection(reports: Health[]): string {
  const sorted = [...reports].sort((a, b) => (a.date < b.date ? -1 : 1));
  const measures: [string, (health: Health) => number, boolean][] = [
    [texts.total, ({ trainings }) => trainings, true],
    [texts.remarks, ({ findings }) => findings.errors + findings.warnings, false],
    [texts.durations, ({ unknown }) => unknown.duration, false],
    [texts.licences, ({ unknown }) => unknown.licence, false],
    [texts.stale, ({ freshness }) => freshness.old + freshness.unknown, false],
  ];
  const rows = sorted.map((health): Cell[] => [
    longDate(health.date),
    ...measures.map(([, countOf, isGood]) => {
      const most = Math.max(...sorted.map(countOf));
      return bar(String(countOf(health)), countOf(health), most, isGood);
    }),
  ]);
  const columns = [texts.date, ...measures.map(([name]) => name)];
  // Six columns: on a small screen they scroll by themselves.
  const scrolled = `<div class="scroll" role="region" aria-label="${escapeHtml(texts.history)}" tabindex="0">${table(texts.history, columns, rows)}</div>`;
  return section(texts.history, texts.history_about, scrolled);
}
