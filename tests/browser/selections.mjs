// SPDX-License-Identifier: MIT
// Selections of two filters, made on a page as a visitor makes them, and what is then visible.

/** Expression: the ids of the trainings that are visible, in order. */
export const kShown =
  "[...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length).map((item) => item.dataset.id)";

const kPairs = [
  ['duree', 'licence'],
  ['duree', 'droit'],
  ['licence', 'droit'],
];

/** Every pair of a choice of one facet and a choice of another, and each alone. `catalogue` is an open one. */
export function pairsOfChoices(catalogue, pairs = kPairs) {
  const { facets, total } = catalogue.query('');
  const values = (key) => [
    '',
    ...facets[key].filter(({ count }) => count > 0 && count < total).map(({ value }) => value),
  ];
  const pairsOf = (first, second) =>
    values(first).flatMap((one) => values(second).map((other) => ({ [first]: one, [second]: other })));
  return pairs.flatMap((pair) => pairsOf(...pair));
}

/** The query string of a selection. */
export const queryOf = (selection) =>
  new URLSearchParams(Object.entries(selection).filter(([, value]) => value)).toString();

/** Expression: chooses each of `selections` on the page in turn, and gives the ids that are then visible. */
export const chooseEach = (selections) =>
  `(${(all) =>
    all.map((selection) => {
      for (const input of document.querySelectorAll('.catalogue-panel [name]:checked'))
        if (input.type === 'checkbox') input.click();
      for (const [name, value] of Object.entries({ duree: '', ...selection })) {
        const input = [...document.querySelectorAll(`.catalogue-panel [name="${name}"]`)].find(
          (control) => control.value === value,
        );
        if (input && !input.checked) input.click();
      }
      return [...document.querySelectorAll('li[data-id]')]
        .filter((item) => item.getClientRects().length)
        .map((item) => item.dataset.id);
    })})(${JSON.stringify(selections)})`;
