// SPDX-License-Identifier: MIT
// How long ago a training was last checked.

/** At most half a year, at most a year, longer; without a date. */
export type Age = 'recent' | 'ageing' | 'old' | 'unknown';

const kDayMs = 24 * 60 * 60 * 1000;
const kHalfYearDays = 183;
const kYearDays = 365;

/** `checked`: the day of the check; `today`: both YYYY-MM-DD. A date that is none counts as unknown. */
export function ageOf({ checked = '' }: { checked?: string }, today: string): Age {
  const days = (Date.parse(today) - Date.parse(checked)) / kDayMs;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checked) || Number.isNaN(days)) return 'unknown';
  if (days <= kHalfYearDays) return 'recent';
  return days <= kYearDays ? 'ageing' : 'old';
}
