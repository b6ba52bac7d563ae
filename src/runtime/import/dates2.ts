/** Dates, times and durations of Python 2: what they refuse to be compared with, and a date of the ISO calendar as a tuple. */
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { typeName } from '../object/operators.js';
import type { PyDict } from '../object/table.js';
import { isInstance, typeOf } from '../object/typeof.js';
import { NotImplemented, PyTuple } from '../object/values.js';
import { reduceZone } from './reduced2.js';

const ORDERINGS = ['__lt__', '__le__', '__gt__', '__ge__'];

/** Changes the classes of `datetime`. */
export function adaptDates(namespace: PyDict): void {
  const date = namespace.get('date');
  for (const name of ['date', 'datetime', 'time', 'timedelta']) {
    const cls = namespace.get(name);
    for (const ordering of ORDERINGS) {
      const theirs = getAttr(cls, ordering).func ?? getAttr(cls, ordering);
      const own = (self: Py, other: Py): Py => {
        const result = call(theirs, [self, other]);
        if (result !== NotImplemented || mayCompareItself(self, other, date)) return result;
        throw TypeError(`can't compare ${typeOf(self).name} to ${typeName(other)}`);
      };
      setAttr(cls, ordering, method('(other, /)', own, ordering));
    }
  }
  const format = getAttr(date, 'strftime');
  const formatOwn = (self: Py, text: Py): Py => {
    const year = getAttr(self, 'year');
    if (year < 1900)
      throw ValueError(`year=${year} is before 1900; the datetime strftime() methods require year >= 1900`);
    return call(format.func ?? format, [self, text]);
  };
  setAttr(date, 'strftime', method('(format)', formatOwn, 'strftime'));
  const iso = getAttr(date, 'isocalendar');
  const calendar = (self: Py): Py => new PyTuple(toArray(call(iso.func ?? iso, [self])));
  setAttr(date, 'isocalendar', method('()', calendar, 'isocalendar'));
  setAttr(namespace.get('tzinfo'), '__reduce__', reduceZone());
}

/** Other classes of dates say so by a method of theirs. */
const mayCompareItself = (self: Py, other: Py, date: Py): boolean =>
  isInstance(self, date) && !isInstance(other, date) && findAttr(other, 'timetuple') !== undefined;
