// SPDX-License-Identifier: MIT
// How long the chosen trainings take together, as an interval.
import type { EngineTraining } from '../../core/trainings.js';
import { fill } from '../../report/fill.js';
import type { Texts } from './texts.js';

/** Minutes. `max` is Infinity when one training has no end; `unknown`: trainings without a known duration. */
export interface TotalTime {
  min: number;
  max: number;
  unknown: number;
}

/** Each training counts with its shortest and its longest alternative. */
export function totalTime(trainings: readonly EngineTraining[]): TotalTime {
  const total: TotalTime = { min: 0, max: 0, unknown: 0 };
  for (const { durations = [] } of trainings) {
    const known = durations.flatMap(({ min, max = Infinity }) => (min === undefined ? [] : [{ min, max }]));
    if (known.length === 0) total.unknown += 1;
    else {
      total.min += Math.min(...known.map(({ min }) => min));
      total.max += Math.max(...known.map(({ max }) => max));
    }
  }
  return total;
}

/** "4 h à 6 h 30", and how many durations are unknown. `count`: of all trainings. */
export function wordsOfTime({ min, max, unknown }: TotalTime, count: number, texts: Texts): string {
  if (unknown === count) return texts.all_unknown;
  const [from, to] = [wordsOfMinutes(min, texts), wordsOfMinutes(max, texts)];
  const time =
    max === Infinity
      ? fill(texts.and_more, { min: from })
      : min === max
        ? from
        : fill(texts.between, { min: from, max: to });
  const total = fill(texts.total, { time });
  return unknown ? `${total}, ${fill(texts.unknown[unknown < 2 ? 'one' : 'other'], { n: String(unknown) })}` : total;
}

/** "45 min", "4 h", "6 h 30", as the core writes minutes. */
export function wordsOfMinutes(minutes: number, texts: Texts): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  const written = `${hours.toLocaleString(texts.locale)}\u00a0h`;
  return rest ? `${written}\u00a0${String(rest).padStart(2, '0')}${texts.minutes_after_hours}` : written;
}
