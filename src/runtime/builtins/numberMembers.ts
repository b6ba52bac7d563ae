/** What the members of the number types have in common. */

import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyStrBox, PyUnicode } from '../object/values.js';
import type { FormatOptions } from '../text/formatSpecParse.js';
import { intLimit } from './intLimit.js';
import { pyCall } from './textError.js';

/** How a type reads the other operand: undefined when it leaves the operation to the other type. */
export type Reader<T> = (o: Py) => T | undefined;

/** `__op__` and `__rop__` of one binary operation on values that `read` gives. */
export function binaryPair<T>(
  name: string,
  read: Reader<T>,
  compute: (a: T, b: T, self: Py, other: Py) => Py,
): Members {
  return {
    [`__${name}__`]: method('(value, /)', (self: Py, other: Py) => {
      const b = read(other);
      return b === undefined ? NotImplemented : compute(selfOf(read, self, `__${name}__`), b, self, other);
    }),
    [`__r${name}__`]: method('(value, /)', (self: Py, other: Py) => {
      const a = read(other);
      return a === undefined ? NotImplemented : compute(a, selfOf(read, self, `__r${name}__`), self, other);
    }),
  };
}

/** `self` of a method that was taken from the class may be anything. */
export function selfOf<T>(read: Reader<T>, self: Py, name: string, type = 'int'): T {
  const value = read(self);
  if (value === undefined) {
    throw TypeError(`descriptor '${name}' requires a '${type}' object but received a '${typeOf(self).name}'`);
  }
  return value;
}

/** The six comparisons. JavaScript compares bigints, ints and doubles with each other exactly. */
export function comparisons(read: Reader<number | bigint>): Members {
  const compare = (test: (a: number | bigint, b: number | bigint) => boolean) =>
    method('(value, /)', (self: Py, other: Py) => {
      const b = read(other);
      return b === undefined ? NotImplemented : test(read(self)!, b);
    });
  return {
    // biome-ignore lint/suspicious/noDoubleEquals: exact between bigints and doubles
    __eq__: compare((a, b) => a == b),
    // biome-ignore lint/suspicious/noDoubleEquals: as above
    __ne__: compare((a, b) => a != b),
    __lt__: compare((a, b) => a < b),
    __le__: compare((a, b) => a <= b),
    __gt__: compare((a, b) => a > b),
    __ge__: compare((a, b) => a >= b),
  };
}

/** `__format__`: `str(self)` for an empty specification, else what the algorithm makes of it. */
export function formatMember(format: (self: Py, spec: string, options: FormatOptions) => string): Py {
  return method('(format_spec, /)', (self: Py, spec: Py) => {
    const text = specText(spec);
    const result =
      text === ''
        ? str(self)
        : pyCall(() =>
            format(self, text, {
              typeName: typeOf(self).name,
              dialect: rt.dialect,
              maxDigits: intLimit().maxStrDigits,
            }),
          );
    return spec instanceof PyUnicode ? new PyUnicode(result) : result;
  });
}

function specText(spec: Py): string {
  if (typeof spec === 'string') return spec;
  if (spec instanceof PyStrBox || spec instanceof PyUnicode) return spec.value;
  if (rt.dialect === 2) throw TypeError('__format__ requires str or unicode');
  throw TypeError(`__format__() argument must be str, not ${spec === null ? 'None' : typeOf(spec).name}`);
}
