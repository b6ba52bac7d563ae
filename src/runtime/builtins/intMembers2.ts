/** What `int` and `long` offer in Python 2 only. */
import { method } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { NotImplemented, PyTuple } from '../object/values.js';
import { intToRadix } from '../text/parseInt.js';
import { asLong, isLong } from './long2.js';

export function intMembers2(): Members {
  return {
    __str__: method('()', (self: Py) => String(intValue(self))),
    __nonzero__: method('()', (self: Py) => intValue(self) !== 0),
    __long__: method('()', (self: Py) => asLong(intValue(self)!)),
    __int__: method('()', (self: Py) => intValue(self)),
    __oct__: method('()', (self: Py) => octText(self)),
    __hex__: method('()', (self: Py) => hexText(self)),
    __cmp__: method('(other, /)', (self: Py, other: Py) => {
      const a = intValue(self)!;
      const b = intValue(other);
      if (b === undefined) return NotImplemented;
      return a < b ? -1 : a > b ? 1 : 0;
    }),
    __coerce__: method('(other, /)', (self: Py, other: Py) => {
      const b = intValue(other);
      if (b === undefined) return NotImplemented;
      return isLong(self) ? new PyTuple([self, asLong(b)]) : new PyTuple([intValue(self), other]);
    }),
  };
}

/** `oct(x)` of Python 2: a leading 0, and an L for longs. */
export function octText(self: Py): string {
  return intToRadix(intValue(self)!, 8, 2) + (isLong(self) ? 'L' : '');
}

/** `hex(x)` of Python 2, with an L for longs. */
export function hexText(self: Py): string {
  return intToRadix(intValue(self)!, 16, 2) + (isLong(self) ? 'L' : '');
}
