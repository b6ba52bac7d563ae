/** Moments in zones of a fixed offset (`timezone`), in which nothing depends on the date. */
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { civilFromDays } from '../time/calendar.js';
import { DAY_SECONDS, daysOf, isDay, makeDatetime, secondsOf, shifted } from './fields.js';

/** Whole seconds of a zone's offset. */
const offsetSeconds = (zone: Py): number => zone.s$_offset.s$_days * DAY_SECONDS + zone.s$_offset.s$_seconds;
const offsetMicros = (zone: Py): number => zone.s$_offset.s$_microseconds;

/** How much later `a` is than `b`, both in such zones: seconds and microseconds of any sign. */
export function apart(a: Py, b: Py): readonly [seconds: number, micros: number] {
  const [x, y] = [a.s$_tzinfo, b.s$_tzinfo];
  const seconds = (daysOf(a) - daysOf(b)) * DAY_SECONDS + secondsOf(a) - secondsOf(b);
  return [
    seconds - offsetSeconds(x) + offsetSeconds(y),
    a.s$_microsecond - b.s$_microsecond - offsetMicros(x) + offsetMicros(y),
  ];
}

/** The same moment in another zone; undefined beyond what a datetime can be. */
export function inZone(cls: PyType, moment: Py, zone: Py): Py {
  const utc = shifted(cls, moment, moment.s$_tzinfo.s$_offset, -1);
  if (utc === undefined) return undefined;
  utc.s$_tzinfo = zone;
  return shifted(cls, utc, zone.s$_offset, 1);
}

/** The moment so many seconds after the beginning of 1970 in UTC, shown in a zone. */
export function sinceEpoch(cls: PyType, seconds: number, zone: Py): Py {
  if (offsetMicros(zone) !== 0 || !isDay(Math.floor(seconds / DAY_SECONDS))) return undefined;
  const shown = seconds + offsetSeconds(zone);
  const days = Math.floor(shown / DAY_SECONDS);
  return isDay(days) ? makeDatetime(cls, civilFromDays(days), shown - days * DAY_SECONDS, 0, zone) : undefined;
}

/** The offset as ISO 8601 writes it; undefined for one that is not of whole minutes. */
export function offsetText(zone: Py): string | undefined {
  const seconds = offsetSeconds(zone);
  if (seconds % 60 !== 0 || offsetMicros(zone) !== 0) return undefined;
  const minutes = Math.abs(seconds) / 60;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
