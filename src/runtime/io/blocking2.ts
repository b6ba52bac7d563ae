/** `io.BlockingIOError` of Python 2, which is no built-in exception there: an IOError that says how much was written. */
import { type Failure, initOsError, ioError2 } from '../builtins/osError.js';
import type { PyBaseException } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';

/** Without `os$` where a subclass leaves out the constructor. */
type Blocked = PyBaseException & { os$?: Failure };

export const blockingError2: PyType = builtinType({
  name: 'BlockingIOError',
  module: '__builtin__',
  js: class extends ioError2.ctor {},
  base: ioError2,
});

/** The same as an exception. */
export function blocked2(errno: number, text: string, written: number): PyBaseException {
  const error: Blocked = new blockingError2.ctor([]);
  initOsError(error, [errno, text]);
  error.os$!.written = written;
  return error;
}

defineMembers(blockingError2, () => ({
  __init__: method(
    '(errno, strerror, characters_written=0, /)',
    (self: Blocked, errno: Py, text: Py, written: Py = 0) => {
      const count = asSize(written);
      initOsError(self, [errno, text]);
      self.os$!.written = count;
      return null;
    },
  ),
  characters_written: getter((self: Blocked) => self.os$?.written ?? 0),
}));
