/** `time.struct_time`, and arguments that are such tuples. */
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { asSize, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { structSequence } from '../../builtins/structseq.js';
import { PyTuple } from '../../object/values.js';
import { intArg } from '../posix/arguments.js';
import type { BrokenTime } from './broken.js';
import { localZone } from './zone.js';

const FIELDS = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split(' ');

export const structTime = () =>
  structSequence('time.struct_time', rt.dialect === 2 ? FIELDS : [...FIELDS, 'tm_zone', 'tm_gmtoff'], 9);

/** A struct_time: Monday is day 0 of the week, and days of the year count from 1. */
export function toStructTime(t: BrokenTime): PyTuple {
  const values = [t.year, t.month, t.day, t.hour, t.minute, t.second, (t.weekDay + 6) % 7, t.yearDay + 1, t.isDst];
  return structTime().make(rt.dialect === 2 ? values : [...values, t.zone, t.offset]);
}

/** The fields of a tuple argument. TypeError unless it is a tuple of nine ints. */
export function brokenArg(o: Py, name: string): BrokenTime {
  if (!(o instanceof PyTuple)) throw TypeError('Tuple or struct_time argument required');
  const { items } = o;
  const isWhole = items.length === 9 || (rt.dialect === 3 && items.length > 9 && o.c$ === structTime().type);
  if (!isWhole) {
    throw TypeError(
      rt.dialect === 2
        ? `argument must be sequence of length 9, not ${items.length}`
        : `${name}(): illegal time tuple argument`,
    );
  }
  const [year, month, day, hour, minute, second, weekDay, yearDay, isDst] = items.map(intArg) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isStruct = rt.dialect === 3 && o.c$ === structTime().type;
  const extra = o as Py;
  const named = isStruct ? strValue(extra.more[0]) : undefined;
  return {
    year: rt.dialect === 2 ? fullYear2(year) : year,
    month,
    day,
    hour,
    minute,
    second,
    weekDay: (weekDay + 1) % 7,
    yearDay: yearDay - 1,
    isDst,
    zone: named ?? zoneName(isDst),
    offset: isStruct && extra.more[1] != null ? asSize(extra.more[1]) : 0,
  };
}

/** Python 2 takes years of two digits for those from 1969 on. */
function fullYear2(year: number): number {
  if (year >= 1900) return year;
  if (year >= 69 && year <= 99) return year + 1900;
  if (year >= 0 && year <= 68) return year + 2000;
  throw ValueError('year out of range');
}

function zoneName(isDst: number): string {
  const now = Math.floor(Date.now() / 1000);
  const half = 183 * 86400;
  const kinds = [now, now + half].map((moment) => localZone().kindAt(moment));
  return (kinds.find((kind) => kind.isDst === isDst > 0) ?? kinds[0]!).name;
}

/** Raises ValueError for a field that is out of its range; the month, the day and the day of the year may be 0. */
export function checkRanges(t: BrokenTime): BrokenTime {
  const month = t.month === 0 ? 1 : t.month;
  const day = t.day === 0 ? 1 : t.day;
  const yearDay = t.yearDay === -1 ? 0 : t.yearDay;
  const checks: [boolean, string][] = [
    [month >= 1 && month <= 12, 'month'],
    [day >= 1 && day <= 31, 'day of month'],
    [t.hour >= 0 && t.hour <= 23, 'hour'],
    [t.minute >= 0 && t.minute <= 59, 'minute'],
    [t.second >= 0 && t.second <= 61, 'seconds'],
    [t.weekDay >= 0, 'day of week'],
    [yearDay >= 0 && yearDay <= 365, 'day of year'],
  ];
  const wrong = checks.find(([isRight]) => !isRight);
  if (wrong !== undefined) throw ValueError(`${wrong[1]} out of range`);
  return { ...t, month, day, yearDay };
}
