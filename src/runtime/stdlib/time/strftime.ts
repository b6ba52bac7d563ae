/**
 * `strftime` in the C locale, as glibc has it.
 * Spec: https://man7.org/linux/man-pages/man3/strftime.3.html
 */

import { type BrokenTime, momentOf } from './broken.js';
import { isLeap } from './calendar.js';

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Padding = '0' | ' ' | '';

/** A field: its text, or a number with its default width and padding. */
type Field = string | { readonly value: number; readonly width: number; readonly padding: Padding };

const digits = (value: number, width: number, padding: Padding = '0'): Field => ({ value, width, padding });

/** Formats a time. Conversions that nobody knows stay as they are. */
export function strftime(format: string, t: BrokenTime): string {
  return format.replace(
    /%([_0^#-]*)(\d*)([EO]?)([a-zA-Z%+])/g,
    (whole, flags: string, width: string, modifier: string, letter: string) => {
      if (modifier !== '' && !(modifier === 'E' ? 'cCxXyY' : 'deHImMSuUVwWy').includes(letter)) return whole;
      const field = fieldOf(letter, t);
      return field === undefined ? whole : present(field, flags, width, letter);
    },
  );
}

function present(field: Field, flags: string, width: string, letter: string): string {
  const flag = [...flags].findLast((c) => '_0-'.includes(c));
  let text: string;
  if (typeof field === 'string') {
    const upper = flags.includes('^') || (flags.includes('#') && letter !== 'p' && letter !== 'Z');
    const lower = flags.includes('#') && (letter === 'p' || letter === 'Z');
    text = upper ? field.toUpperCase() : lower ? field.toLowerCase() : field;
    return text.padStart(Number(width), flag === '0' ? '0' : ' ');
  }
  const padding = flag === undefined ? field.padding : flag === '_' ? ' ' : flag === '0' ? '0' : '';
  const size = width === '' ? field.width : Number(width);
  const shown = String(Math.abs(field.value));
  const sign = field.value < 0 ? '-' : '';
  if (padding === '') return sign + shown;
  return padding === '0' ? sign + shown.padStart(size - sign.length, '0') : (sign + shown).padStart(size, ' ');
}

function fieldOf(letter: string, t: BrokenTime): Field | undefined {
  const composite = COMPOSITES[letter];
  if (composite !== undefined) return strftime(composite, t);
  return FIELDS[letter]?.(t);
}

const COMPOSITES: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  h: '%b',
};

const hour12 = (t: BrokenTime): number => t.hour % 12 || 12;
const century = (year: number): number => Math.floor(year / 100);
const inCentury = (year: number): number => ((year % 100) + 100) % 100;
const week = (t: BrokenTime, firstDay: number): number =>
  Math.floor((t.yearDay + 7 - ((t.weekDay - firstDay + 7) % 7)) / 7);

const FIELDS: Readonly<Record<string, (t: BrokenTime) => Field>> = {
  '%': () => '%',
  n: () => '\n',
  t: () => '\t',
  a: (t) => DAY_NAMES[t.weekDay]!.slice(0, 3),
  A: (t) => DAY_NAMES[t.weekDay]!,
  b: (t) => MONTH_NAMES[t.month - 1]!.slice(0, 3),
  B: (t) => MONTH_NAMES[t.month - 1]!,
  C: (t) => digits(century(t.year), 2),
  d: (t) => digits(t.day, 2),
  e: (t) => digits(t.day, 2, ' '),
  g: (t) => digits(inCentury(isoWeek(t).year), 2),
  G: (t) => digits(isoWeek(t).year, 1),
  H: (t) => digits(t.hour, 2),
  I: (t) => digits(hour12(t), 2),
  j: (t) => digits(t.yearDay + 1, 3),
  k: (t) => digits(t.hour, 2, ' '),
  l: (t) => digits(hour12(t), 2, ' '),
  m: (t) => digits(t.month, 2),
  M: (t) => digits(t.minute, 2),
  p: (t) => (t.hour < 12 ? 'AM' : 'PM'),
  P: (t) => (t.hour < 12 ? 'am' : 'pm'),
  s: (t) => digits(momentOf(t), 1),
  S: (t) => digits(t.second, 2),
  u: (t) => digits(t.weekDay === 0 ? 7 : t.weekDay, 1),
  U: (t) => digits(week(t, 0), 2),
  V: (t) => digits(isoWeek(t).week, 2),
  w: (t) => digits(t.weekDay, 1),
  W: (t) => digits(week(t, 1), 2),
  y: (t) => digits(inCentury(t.year), 2),
  Y: (t) => digits(t.year, 1),
  z: (t) => zoneOffset(t.offset ?? 0),
  Z: (t) => t.zone ?? '',
};

function zoneOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return `${offset < 0 ? '-' : '+'}${String(h).padStart(2, '0')}${String(m).padStart(2, '0')}`;
}

/** Week and its year as ISO 8601 counts them: a week belongs to the year of its Thursday. */
function isoWeek(t: BrokenTime): { year: number; week: number } {
  const monday = (t.weekDay + 6) % 7;
  const thursday = t.yearDay - monday + 3;
  if (thursday < 0) {
    const year = t.year - 1;
    return { year, week: Math.floor((thursday + daysIn(year)) / 7) + 1 };
  }
  if (thursday >= daysIn(t.year)) return { year: t.year + 1, week: 1 };
  return { year: t.year, week: Math.floor(thursday / 7) + 1 };
}

const daysIn = (year: number): number => (isLeap(year) ? 366 : 365);
