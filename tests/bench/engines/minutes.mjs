// SPDX-License-Identifier: MIT
// Free ranges of minutes, for engines that know values alone. The ends of all durations cut the minutes into points and
// the gaps between them; a duration holds those that it covers, a range asks for those that it meets. Exact, and no
// more values than twice the ends.

const endsOf = (training) =>
  training.durations.filter(({ min }) => min !== undefined).map(({ min, max = Infinity }) => [min, max]);

/** `{held(training), met(ranges)}`: two lists of values. A training overlaps one of the ranges when they share one. */
export function minuteValues(trainings) {
  const points = [...new Set(trainings.flatMap(endsOf).flat())].filter(Number.isFinite).sort((a, b) => a - b);
  const place = new Map(points.map((point, i) => [point, 2 * i]));
  const last = 2 * points.length - 1; // the gap after the last point
  const between = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  return {
    held: (training) => [
      ...new Set(endsOf(training).flatMap(([min, max]) => between(place.get(min), place.get(max) ?? last))),
    ],
    met: (ranges) => [...new Set(ranges.flatMap((range) => valuesIn(points, range)))],
  };
}

function valuesIn(points, [from, to]) {
  const values = [];
  points.forEach((point, i) => {
    if (from <= point && point <= to) values.push(String(2 * i));
    if (from < (points[i + 1] ?? Infinity) && to > point) values.push(String(2 * i + 1));
  });
  return values;
}
