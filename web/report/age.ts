// SPDX-License-Identifier: MIT
// How long ago a training was last checked, and how old a check may be: "12 mois".
import dates from '../../data/tables/dates.json' with { type: 'json' };

const ages: Record<Unit, string[]> = dates.ages;
type Unit = keyof typeof dates.ages;

/** An age in words as a number of days, weeks, months or years. null when it is none. */
export function readAge(text: string): { count: number; unit: Unit } | null {
  const [, count = '', word = ''] = /^\s*(\d{1,4})\s*(\p{L}+)\s*$/u.exec(text) ?? [];
  const unit = (Object.keys(ages) as Unit[]).find((each) => ages[each].includes(word.toLowerCase()));
  return unit === undefined ? null : { count: Number(count), unit };
}

/** The day (YYYY-MM-DD) of so long before `today`; the last of a month that is too short. */
export function dayBefore(today: string, { count, unit }: { count: number; unit: Unit }): string {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  if (unit === 'days' || unit === 'weeks') return iso(year, month, day - count * (unit === 'weeks' ? 7 : 1));
  const first = month - (unit === 'years' ? 12 * count : count);
  const last = new Date(Date.UTC(year, first, 0)).getUTCDate();
  return iso(year, first, Math.min(day, last));
}

/** Months and days may be out of their range. */
function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** At most half a year, at most a year, longer; without a day. */
export type Age = 'recent' | 'ageing' | 'old' | 'unknown';

/** `checked`: the day of the check; both YYYY-MM-DD, which compare as text. */
export function ageOf({ checked }: { checked?: string | undefined }, today: string): Age {
  if (!checked) return 'unknown';
  if (checked >= dayBefore(today, { count: 6, unit: 'months' })) return 'recent';
  return checked >= dayBefore(today, { count: 1, unit: 'years' }) ? 'ageing' : 'old';
}

/** The day of `now` on this machine's calendar, YYYY-MM-DD. */
export function dayOf(now: Date): string {
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
