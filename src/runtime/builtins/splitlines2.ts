/** `splitlines` of Python 2's texts: its argument has no name, but the library, which is Python 3's, gives it one. */
import type { Keywords } from '../object/binding.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { int32Arg2 } from './args2.js';

/** The method that gives the lines of `self`, with their ends if `keepsEnds`. */
export const splitlines2 = (lines: (self: Py, keepsEnds: boolean) => Py): PyFunction =>
  method('(keepends=False, /, **kwargs)', (self: Py, keepends: Py, kwargs: Keywords) =>
    lines(self, int32Arg2(kwargs.size === 0 ? keepends : named(keepends, kwargs), 0) !== 0),
  );

function named(keepends: Py, kwargs: Keywords): Py {
  const value = kwargs.get('keepends');
  if (keepends !== undefined || value === undefined || kwargs.size > 1)
    throw TypeError('splitlines() takes no keyword arguments');
  return value;
}
