/**
 * Open text files in a forked process.
 *
 * Other files are copied field by field; a text file has a decoder, which is made anew. What was written and is waiting travels too,
 * as in a real fork: the child's copy reaches the file only if the child flushes it.
 */

import { ownAttribute } from '../object/attributes.js';
import { ownNames } from '../object/ownNames.js';
import { fn } from '../object/fn.js';
import { hide, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import type { PyType } from '../object/type.js';
import { PyBytes, PyTuple } from '../object/values.js';
import { PyTextIOWrapper } from './textio.js';
import { textIOWrapperType } from './textioType.js';

const RESTORE = '_fork_restore';

/** `TextIOWrapper._fork_restore(cls, …)`: the child's copy. */
export const restoreText = fn(
  '(cls, buffer, encoding, errors, newline, line_buffering, write_through, unread, waiting, /)',
  (cls: PyType, buffer: Py, encoding: Py, errors: Py, newline: Py, lines: Py, through: Py, unread: Py, waiting: Py) => {
    const self: PyTextIOWrapper = new cls.ctor();
    self.resume(buffer, { encoding, errors, newline, unread, waiting: waiting.data });
    self.lineBuffering = lines;
    self.writeThrough = through;
    return self;
  },
  RESTORE,
);

/** Callable, arguments, state, state setter, list items and dict items, as for a pickle. */
hide(PyTextIOWrapper.prototype, 'fork$', function (this: PyTextIOWrapper): readonly Py[] | undefined {
  if (this.buffer === undefined) return undefined;
  const { encoding, errors, newline, lineBuffering, writeThrough } = this;
  const { unread, waiting } = this.held();
  const state = [encoding, errors, newline.given, lineBuffering, writeThrough, unread, new PyBytes(waiting)];
  // A dict of its own: the live one could only be made after the file.
  const dict = PyDict.of(ownNames(this).map((name) => [name, ownAttribute(this, name)]));
  const make = textIOWrapperType.namespace.get(RESTORE).func;
  return [make, new PyTuple([this.c$, this.buffer, ...state]), dict.size > 0 ? dict : null, null, null, null];
});
