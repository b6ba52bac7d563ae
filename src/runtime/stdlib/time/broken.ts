/** Broken-down time: C's `struct tm`, and the way to it and back. */
import { civilFromDays, daysFromCivil, weekDay, yearDay } from './calendar.js';
import { type LocalKind, localZone } from './zone.js';

export interface BrokenTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 for Sunday. */
  readonly weekDay: number;
  /** From 0. */
  readonly yearDay: number;
  /** 1 summer time, 0 not, -1 unknown. */
  readonly isDst: number;
  /** null: unknown. */
  readonly zone: string | null;
  /** Seconds east of UTC; null: unknown. */
  readonly offset: number | null;
}

const DAY = 86400;

function broken(moment: number, kind: LocalKind): BrokenTime {
  const local = moment + kind.offset;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const date = civilFromDays(days);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekDay: weekDay(days),
    yearDay: yearDay(date),
    isDst: kind.isDst ? 1 : 0,
    zone: kind.name,
    offset: kind.offset,
  };
}

const UTC: LocalKind = { offset: 0, isDst: false, name: 'UTC' };

/** UTC at a moment (whole seconds since 1970). */
export const utcTime = (moment: number): BrokenTime => broken(moment, UTC);

/** Local time at a moment. */
export const localTime = (moment: number): BrokenTime => broken(moment, localZone().kindAt(moment));

/** How far around a date to look for the other kinds of local time, in days. */
const NEARBY = [-1, 1, -183, 183, -365, 365];

/** The moment of a local time, whose fields may be out of range. */
export function momentOf(t: BrokenTime): number {
  const zone = localZone();
  const local = daysFromCivil(t.year, t.month, t.day) * DAY + t.hour * 3600 + t.minute * 60 + t.second;
  const around = NEARBY.map((days) => zone.kindAt(local + days * DAY));
  const fits = around.filter((kind) => zone.kindAt(local - kind.offset).offset === kind.offset);
  const wanted = (kind: LocalKind) => t.isDst < 0 || kind.isDst === t.isDst > 0;
  // Where a local time comes twice, the second one, standard time, is meant.
  const exact = fits.filter(wanted).sort((a, b) => a.offset - b.offset)[0];
  if (exact !== undefined) return local - exact.offset;
  // Named in the other kind of time than is in force, or left out by a change: as if the clock had not been changed.
  const other = t.isDst < 0 ? around[0]! : (around.find(wanted) ?? fits[0] ?? around[0]!);
  return local - other.offset;
}
