/**
 * Faster forms of what programs do most with `datetime`, put over the library's Python classes once those are loaded: for
 * instances of the classes themselves, without time zone or in a fixed one. Anything else is left to the library.
 */
import { moduleState, rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyFloat, type PyModule } from '../../object/values.js';
import { localTime } from '../time/broken.js';
import { wallMs } from '../time/clocks.js';
import {
  type Classes,
  DAY_SECONDS,
  dateOfDays,
  daysOf,
  isValid,
  makeDate,
  makeDatetime,
  makeDelta,
  secondsOf,
  shifted,
} from './fields.js';
import { replaceClassMethod, replaceMethod, replaceNew } from './replace.js';
import { apart, inZone, offsetText, sinceEpoch } from './zones.js';
import { formatted, fromIso, isoDate, isoText, ordinal, read, type Reader, readerOf, weekday } from './text.js';

const isInt = (o: Py): o is number => typeof o === 'number';
/** Beyond this, sums of several of them may not be exact. */
const LARGE = 1e13;
const isSmallInt = (o: Py): boolean => o === undefined || (isInt(o) && o < LARGE && o > -LARGE);
const isA = (o: Py, cls: PyType): boolean => typeof o === 'object' && o !== null && o.c$ === cls;

/** The six comparisons by the sign of a difference; undefined leaves it to the library. */
function replaceComparisons(cls: PyType, difference: (a: Py, b: Py) => number | undefined): void {
  const holds: Readonly<Record<string, (sign: number) => boolean>> = {
    __eq__: (sign) => sign === 0,
    __lt__: (sign) => sign < 0,
    __le__: (sign) => sign <= 0,
    __gt__: (sign) => sign > 0,
    __ge__: (sign) => sign >= 0,
  };
  for (const [name, test] of Object.entries(holds)) {
    replaceMethod(cls, name, (self, other) => {
      if (!isA(self, cls) || !isA(other, cls)) return undefined;
      const sign = difference(self, other);
      return sign === undefined ? undefined : test(sign);
    });
  }
}

function speedUpDelta({ timedelta }: Classes): void {
  const isDelta = (o: Py): boolean => isA(o, timedelta);
  const names = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];
  replaceNew(timedelta, names, (cls, args) => {
    for (let i = 0; i < args.length; i++) if (!isSmallInt(args[i])) return undefined;
    const [days = 0, seconds = 0, micros = 0, millis = 0, minutes = 0, hours = 0, weeks = 0] = args;
    // Microseconds of at most 13 digits, so that a thousand times the milliseconds is exact.
    return makeDelta(cls, days + weeks * 7, seconds + minutes * 60 + hours * 3600, micros + millis * 1000);
  });
  const sum = (a: Py, b: Py, sign: number): Py =>
    isDelta(a) && isDelta(b)
      ? makeDelta(
          timedelta,
          a.s$_days + sign * b.s$_days,
          a.s$_seconds + sign * b.s$_seconds,
          a.s$_microseconds + sign * b.s$_microseconds,
        )
      : undefined;
  replaceMethod(timedelta, '__add__', (self, other) => sum(self, other, 1));
  replaceMethod(timedelta, '__sub__', (self, other) => sum(self, other, -1));
  const times = (self: Py, n: Py): Py =>
    isDelta(self) && isInt(n) && Math.abs(n) < 1e6
      ? makeDelta(timedelta, self.s$_days * n, self.s$_seconds * n, self.s$_microseconds * n)
      : undefined;
  replaceMethod(timedelta, '__mul__', times);
  replaceMethod(timedelta, '__rmul__', times);
  replaceMethod(timedelta, 'total_seconds', (self) => {
    if (!isDelta(self)) return undefined;
    const micros = (self.s$_days * DAY_SECONDS + self.s$_seconds) * 1e6 + self.s$_microseconds;
    return Number.isSafeInteger(micros) ? new PyFloat(micros / 1e6) : undefined;
  });
  replaceComparisons(
    timedelta,
    (a, b) => a.s$_days - b.s$_days || a.s$_seconds - b.s$_seconds || a.s$_microseconds - b.s$_microseconds,
  );
}

function speedUpDate({ date, timedelta }: Classes): void {
  replaceNew(date, ['year', 'month', 'day'], (cls, [year, month, day]) =>
    isInt(year) && isInt(month) && isInt(day) && isValid(year, month, day)
      ? makeDate(cls, year, month, day)
      : undefined,
  );
  const isDate = (o: Py): boolean => isA(o, date);
  replaceMethod(date, '__add__', (self, other) =>
    isDate(self) && isA(other, timedelta) ? dateOfDays(date, daysOf(self) + other.s$_days) : undefined,
  );
  replaceMethod(date, '__sub__', (self, other) => {
    if (!isDate(self)) return undefined;
    if (isDate(other)) return makeDelta(timedelta, daysOf(self) - daysOf(other), 0, 0);
    return isA(other, timedelta) ? dateOfDays(date, daysOf(self) - other.s$_days) : undefined;
  });
  replaceMethod(date, 'isoformat', (self, other) => (isDate(self) && other === undefined ? isoDate(self) : undefined));
  replaceComparisons(date, (a, b) => a.s$_year - b.s$_year || a.s$_month - b.s$_month || a.s$_day - b.s$_day);
}

/** What datetime takes over from date, where its class has nothing of its own. */
function speedUpBoth({ date, datetime }: Classes): void {
  const isEither = (o: Py): boolean => isA(o, date) || isA(o, datetime);
  replaceMethod(date, 'weekday', (self, more) => (more === undefined && isEither(self) ? weekday(self) : undefined));
  replaceMethod(date, 'toordinal', (self, more) => (more === undefined && isEither(self) ? ordinal(self) : undefined));
  replaceMethod(date, 'strftime', (self, format) => {
    if (typeof format !== 'string') return undefined;
    if (isA(self, date)) return formatted(self, format, true);
    return isA(self, datetime) ? formatted(self, format, false) : undefined;
  });
}

const TIME_FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'tzinfo'];

function speedUpDatetime(classes: Classes): void {
  const { datetime, timedelta, timezone } = classes;
  const isMoment = (o: Py): boolean => isA(o, datetime);
  /** Their difference is that of what they show. */
  const areAlike = (a: Py, b: Py): boolean =>
    a.s$_tzinfo === b.s$_tzinfo && (a.s$_tzinfo === null || isA(a.s$_tzinfo, timezone));
  /** In two zones of fixed offsets. */
  const areFixed = (a: Py, b: Py): boolean =>
    a.s$_tzinfo !== b.s$_tzinfo && isA(a.s$_tzinfo, timezone) && isA(b.s$_tzinfo, timezone);
  replaceNew(datetime, TIME_FIELDS, (cls, args) => {
    const [year, month, day, hour = 0, minute = 0, second = 0, micros = 0, zone = null] = args;
    if (zone !== null && !isA(zone, timezone)) return undefined;
    for (let i = 0; i < 7; i++) if (!isInt(args[i]) && (args[i] !== undefined || i < 3)) return undefined;
    if (!isValid(year, month, day, hour, minute, second, micros)) return undefined;
    return makeDatetime(cls, { year, month, day }, hour * 3600 + minute * 60 + second, micros, zone);
  });
  const plus = (self: Py, other: Py): Py =>
    isMoment(self) && isA(other, timedelta) ? shifted(datetime, self, other, 1) : undefined;
  replaceMethod(datetime, '__add__', plus);
  replaceMethod(datetime, '__radd__', plus);
  replaceMethod(datetime, '__sub__', (self, other) => {
    if (!isMoment(self)) return undefined;
    if (isA(other, timedelta)) return shifted(datetime, self, other, -1);
    if (!isMoment(other)) return undefined;
    if (areFixed(self, other)) return makeDelta(timedelta, 0, ...apart(self, other));
    if (!areAlike(self, other)) return undefined;
    const micros = self.s$_microsecond - other.s$_microsecond;
    return makeDelta(timedelta, daysOf(self) - daysOf(other), secondsOf(self) - secondsOf(other), micros);
  });
  replaceComparisons(datetime, (a, b) => {
    if (areFixed(a, b)) {
      const [seconds, micros] = apart(a, b);
      return seconds * 1e6 + micros;
    }
    if (!areAlike(a, b)) return undefined;
    const date = a.s$_year - b.s$_year || a.s$_month - b.s$_month || a.s$_day - b.s$_day;
    return date || secondsOf(a) - secondsOf(b) || a.s$_microsecond - b.s$_microsecond;
  });
  speedUpTexts(classes);
  speedUpReplacing(classes);
}

function speedUpTexts({ datetime, timezone }: Classes): void {
  const isMoment = (o: Py): boolean => isA(o, datetime);
  const text = (self: Py, separator: string): string | undefined => {
    const zone = self.s$_tzinfo;
    if (zone !== null && !isA(zone, timezone)) return undefined;
    const offset = zone === null ? '' : offsetText(zone);
    return offset === undefined ? undefined : isoText(self, separator) + offset;
  };
  replaceMethod(datetime, 'isoformat', (self, separator) =>
    isMoment(self) && (separator === undefined || (typeof separator === 'string' && separator.length === 1))
      ? text(self, separator ?? 'T')
      : undefined,
  );
  replaceMethod(datetime, '__str__', (self, more) =>
    more === undefined && isMoment(self) ? text(self, ' ') : undefined,
  );
}

function speedUpReplacing({ datetime, timezone }: Classes): void {
  const isMoment = (o: Py): boolean => isA(o, datetime);
  replaceMethod(datetime, 'astimezone', (self, zone) =>
    isMoment(self) && isA(zone, timezone) && isA(self.s$_tzinfo, timezone)
      ? self.s$_tzinfo === zone
        ? self
        : inZone(datetime, self, zone)
      : undefined,
  );
  const replaced = (self: Py, changes: ReadonlyMap<string, Py>): Py => {
    if (!isMoment(self)) return undefined;
    const parts: Py[] = TIME_FIELDS.map((name) => self[`s$_${name}`]);
    for (const [name, value] of changes) {
      const at = TIME_FIELDS.indexOf(name);
      // None stands for what is not given, but in the place of a zone.
      if (at < 0 || (name === 'tzinfo' ? value !== null && !isA(value, timezone) : !isInt(value))) return undefined;
      parts[at] = value;
    }
    const [year, month, day, hour, minute, second, micros, zone] = parts;
    if (!isValid(year, month, day, hour, minute, second, micros)) return undefined;
    const made = makeDatetime(datetime, { year, month, day }, hour * 3600 + minute * 60 + second, micros, zone);
    made.s$_fold = self.s$_fold;
    return made;
  };
  replaceMethod(datetime, 'replace', () => undefined, replaced);
}

/** What reads texts of a format, once it has been asked for. */
const readers = () => moduleState('datetime readers', () => new Map<string, Reader | null>());
const MOST_READERS = 100;

function readerFor(format: string): Reader | null {
  const known = readers();
  let reader = known.get(format);
  if (reader === undefined) {
    if (known.size >= MOST_READERS) known.clear();
    reader = readerOf(format);
    known.set(format, reader);
  }
  return reader;
}

function speedUpMaking({ datetime, timezone }: Classes): void {
  replaceClassMethod(datetime, 'fromtimestamp', (cls, [seconds, zone, more]) =>
    cls === datetime && isInt(seconds) && isA(zone, timezone) && more === undefined
      ? sinceEpoch(cls, seconds, zone)
      : undefined,
  );
  replaceClassMethod(datetime, 'fromisoformat', (cls, [text, more]) =>
    cls === datetime && typeof text === 'string' && more === undefined ? fromIso(cls, text) : undefined,
  );
  replaceClassMethod(datetime, 'strptime', (cls, [text, format, more]) => {
    if (cls !== datetime || typeof text !== 'string' || typeof format !== 'string' || more !== undefined)
      return undefined;
    const reader = readerFor(format);
    return reader === null ? undefined : read(cls, reader, text);
  });
  // As in C, whatever a program has put in the place of `time.time`.
  replaceClassMethod(datetime, 'now', (cls, args) => (cls === datetime && args.length === 0 ? now(cls) : undefined));
}

/** The local time; undefined around a change of the clocks, when a time may come twice. */
function now(cls: PyType): Py {
  const micros = Math.floor(wallMs() * 1000);
  const seconds = Math.floor(micros / 1e6);
  const local = localTime(seconds);
  if (localTime(seconds - DAY_SECONDS).offset !== local.offset) return undefined;
  return makeDatetime(cls, local, local.hour * 3600 + local.minute * 60 + local.second, micros - seconds * 1e6, null);
}

/** Called once the library's module has run. */
export function speedUpDatetimes(module: PyModule): void {
  if (rt.dialect === 2) return;
  const globals = module.namespace;
  const [timedelta, date, datetime, timezone] = ['timedelta', 'date', 'datetime', 'timezone'].map((name) =>
    globals.get(name),
  );
  const classes: Classes = { timedelta, date, datetime, timezone };
  speedUpDelta(classes);
  speedUpDate(classes);
  speedUpBoth(classes);
  speedUpDatetime(classes);
  speedUpMaking(classes);
}
