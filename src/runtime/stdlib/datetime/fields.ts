/** Instances of the library's `datetime` classes, by their slots. */
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { civilFromDays, daysFromCivil } from '../time/calendar.js';

export interface Classes {
  readonly timedelta: PyType;
  readonly date: PyType;
  readonly datetime: PyType;
  readonly timezone: PyType;
}

export const DAY_SECONDS = 86400;
const MILLION = 1_000_000;
const MOST_DAYS = 999_999_999;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days since 1970 of the first and last day that a date can be. */
const FIRST_DAY = daysFromCivil(1, 1, 1);
const LAST_DAY = daysFromCivil(9999, 12, 31);

export const isDay = (days: number): boolean => days >= FIRST_DAY && days <= LAST_DAY;

/** A timedelta of parts of any sign and size; undefined when it is too large. */
export function makeDelta(cls: PyType, days: number, seconds: number, micros: number): Py {
  const moreSeconds = Math.floor(micros / MILLION);
  const allSeconds = seconds + moreSeconds;
  const moreDays = Math.floor(allSeconds / DAY_SECONDS);
  const allDays = days + moreDays;
  if (!(Math.abs(allDays) <= MOST_DAYS)) return undefined;
  const delta = new cls.ctor([]);
  // Never the negative zero of a product.
  delta.s$_days = allDays + 0;
  delta.s$_seconds = allSeconds - moreDays * DAY_SECONDS + 0;
  delta.s$_microseconds = micros - moreSeconds * MILLION + 0;
  delta.s$_hashcode = -1;
  return delta;
}

/** Whether there is such a date, and time of the day. */
export function isValid(year: number, month: number, day: number, h = 0, m = 0, s = 0, us = 0): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS_IN_MONTH[month - 1]!))
    return false;
  if (month === 2 && day === 29 && daysFromCivil(year, 3, 1) - daysFromCivil(year, 2, 1) !== 29) return false;
  return h >= 0 && h <= 23 && m >= 0 && m <= 59 && s >= 0 && s <= 59 && us >= 0 && us < MILLION;
}

export function makeDate(cls: PyType, year: number, month: number, day: number): Py {
  const date = new cls.ctor([]);
  date.s$_year = year;
  date.s$_month = month;
  date.s$_day = day;
  date.s$_hashcode = -1;
  return date;
}

/** The date so many days after 1970-01-01, or undefined. */
export function dateOfDays(cls: PyType, days: number): Py {
  if (!isDay(days)) return undefined;
  const { year, month, day } = civilFromDays(days);
  return makeDate(cls, year, month, day);
}

/** A datetime of a valid date and time. */
export function makeDatetime(
  cls: PyType,
  date: { readonly year: number; readonly month: number; readonly day: number },
  seconds: number,
  micros: number,
  zone: Py,
): Py {
  const moment = makeDate(cls, date.year, date.month, date.day);
  moment.s$_hour = Math.floor(seconds / 3600);
  moment.s$_minute = Math.floor(seconds / 60) % 60;
  moment.s$_second = seconds % 60;
  moment.s$_microsecond = micros;
  moment.s$_tzinfo = zone;
  moment.s$_fold = 0;
  return moment;
}

export const daysOf = (date: Py): number => daysFromCivil(date.s$_year, date.s$_month, date.s$_day);
export const secondsOf = (moment: Py): number => moment.s$_hour * 3600 + moment.s$_minute * 60 + moment.s$_second;

/** `moment` moved by a timedelta (`sign` -1: back); undefined beyond what a datetime can be. */
export function shifted(cls: PyType, moment: Py, delta: Py, sign: 1 | -1): Py {
  const micros = moment.s$_microsecond + sign * delta.s$_microseconds;
  const moreSeconds = Math.floor(micros / MILLION);
  const seconds = secondsOf(moment) + sign * delta.s$_seconds + moreSeconds;
  const moreDays = Math.floor(seconds / DAY_SECONDS);
  const days = daysOf(moment) + sign * delta.s$_days + moreDays;
  if (!isDay(days)) return undefined;
  const rest = seconds - moreDays * DAY_SECONDS;
  return makeDatetime(cls, civilFromDays(days), rest, micros - moreSeconds * MILLION, moment.s$_tzinfo);
}
