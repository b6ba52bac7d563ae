/** Texts of dates and times in their most common forms, written and read. */
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { daysFromCivil, weekDay, yearDay } from '../time/calendar.js';
import { DAY_NAMES, MONTH_NAMES } from '../time/strftime.js';
import { daysOf, isValid, makeDatetime } from './fields.js';

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export const isoDate = (d: Py): string => `${padded(d.s$_year, 4)}-${two(d.s$_month)}-${two(d.s$_day)}`;

/** Of a datetime without time zone. */
export function isoText(moment: Py, separator: string): string {
  const time = `${two(moment.s$_hour)}:${two(moment.s$_minute)}:${two(moment.s$_second)}`;
  const micros = moment.s$_microsecond;
  return `${isoDate(moment)}${separator}${time}${micros === 0 ? '' : `.${padded(micros, 6)}`}`;
}

/** What a conversion of `strftime` gives for a date, or for a datetime; undefined for those left to the library. */
function conversion(letter: string, d: Py, isDate: boolean): string | undefined {
  const hour: number = isDate ? 0 : d.s$_hour;
  switch (letter) {
    case 'Y':
      return String(d.s$_year);
    case 'y':
      return two(d.s$_year % 100);
    case 'm':
      return two(d.s$_month);
    case 'd':
      return two(d.s$_day);
    case 'H':
      return two(hour);
    case 'I':
      return two(hour % 12 === 0 ? 12 : hour % 12);
    case 'M':
      return two(isDate ? 0 : d.s$_minute);
    case 'S':
      return two(isDate ? 0 : d.s$_second);
    case 'f':
      return padded(isDate ? 0 : d.s$_microsecond, 6);
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'j':
      return padded(yearDay({ year: d.s$_year, month: d.s$_month, day: d.s$_day }) + 1, 3);
    case 'A':
      return DAY_NAMES[weekDay(daysOf(d))]!;
    case 'a':
      return DAY_NAMES[weekDay(daysOf(d))]!.slice(0, 3);
    case 'B':
      return MONTH_NAMES[d.s$_month - 1]!;
    case 'b':
      return MONTH_NAMES[d.s$_month - 1]!.slice(0, 3);
    case '%':
      return '%';
    default:
      return undefined;
  }
}

/** `strftime` for years of four digits and plain conversions, else undefined. */
export function formatted(d: Py, format: string, isDate: boolean): string | undefined {
  if (d.s$_year < 1000 || format.includes('\0')) return undefined;
  let result = '';
  let from = 0;
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
    const text = at + 1 < format.length ? conversion(format[at + 1]!, d, isDate) : undefined;
    if (text === undefined) return undefined;
    result += format.slice(from, at) + text;
    from = at + 2;
  }
  return result + format.slice(from);
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{6}|\d{3}))?)?)?$/;

/** A datetime of `YYYY-MM-DD[THH:MM[:SS[.ffffff]]]`, else undefined. */
export function fromIso(cls: PyType, text: string): Py {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const micros = parts[7] === undefined ? 0 : Number(parts[7].padEnd(6, '0'));
  return valid(
    cls,
    [Number(parts[1]), Number(parts[2]), Number(parts[3]), +(parts[4] ?? 0), +(parts[5] ?? 0)],
    +(parts[6] ?? 0),
    micros,
  );
}

function valid(cls: PyType, [year, month, day, hour, minute]: readonly number[], second: number, micros: number): Py {
  if (!isValid(year!, month!, day!, hour, minute, second, micros)) return undefined;
  const date = { year: year!, month: month!, day: day! };
  return makeDatetime(cls, date, hour! * 3600 + minute! * 60 + second, micros, null);
}

/** The conversions of `strptime` that are read here: all of their digits must be there. */
const DIGITS: Readonly<Record<string, string>> = {
  Y: '(\\d{4})',
  m: '(\\d\\d)',
  d: '(\\d\\d)',
  H: '(\\d\\d)',
  M: '(\\d\\d)',
  S: '(\\d\\d)',
  f: '(\\d{6})',
};

/** How texts of one format are read; null where that is left to the library. */
export interface Reader {
  readonly pattern: RegExp;
  /** The conversions in their order. */
  readonly letters: string;
}

export function readerOf(format: string): Reader | null {
  let source = '';
  let letters = '';
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c !== '%') {
      if (!/^[-/:., T_()A-Za-z0-9]$/.test(c)) return null;
      source += c.replace(/[.()/]/, '\\$&');
      continue;
    }
    const letter = format[++i] ?? '';
    const digits = DIGITS[letter];
    if (digits === undefined || letters.includes(letter)) return null;
    source += digits;
    letters += letter;
  }
  return letters.includes('Y') ? { pattern: new RegExp(`^${source}$`), letters } : null;
}

/** The datetime of a text that is just as the reader wants it, else undefined. */
export function read(cls: PyType, reader: Reader, text: string): Py {
  const parts = reader.pattern.exec(text);
  if (parts === null || text.endsWith('\n')) return undefined;
  const of = (letter: string, absent: number): number => {
    const at = reader.letters.indexOf(letter);
    return at < 0 ? absent : Number(parts[at + 1]);
  };
  const date = [of('Y', 1900), of('m', 1), of('d', 1), of('H', 0), of('M', 0)];
  return valid(cls, date, of('S', 0), of('f', 0));
}

/** Monday is 0. */
export const weekday = (d: Py): number => (weekDay(daysOf(d)) + 6) % 7;
/** Days from 0001-01-01, which is 1. */
export const ordinal = (d: Py): number => daysOf(d) - daysFromCivil(1, 1, 1) + 1;
