/** Exceptions of `multiprocessing.pool`. */
import { getAttr } from '../../object/attributes.js';
import { Exception, type PyBaseException } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import type { Py } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { ProcessError } from './context.js';
import { exceptionType } from './support.js';

const MODULE = 'multiprocessing.pool';

/** The traceback of the worker as text, shown as the cause of what it raised. */
export const RemoteTraceback = exceptionType('RemoteTraceback', Exception.type, MODULE);
defineMembers(RemoteTraceback.type, () => ({
  tb: getter((self: PyBaseException) => self.args.items[0]),
  __str__: method('()', (self: PyBaseException) => str(self.args.items[0])),
}));

/** A result that cannot be sent. */
export const MaybeEncodingError = exceptionType('MaybeEncodingError', Exception.type, MODULE);

/**
 * @param reason and `shown`: the reprs of what went wrong and of the result. In CPython the error comes from the worker as its arguments, of which
 * its `__init__` takes the repr once more.
 */
export function newMaybeEncodingError(reason: string, shown: string): PyBaseException {
  return Object.assign(MaybeEncodingError(repr(reason), repr(shown)), { $exc: reason, $value: shown });
}

defineMembers(MaybeEncodingError.type, () => ({
  __init__: method('(exc, value)', (self: Py, exc: Py, value: Py) => {
    Object.assign(self, { $exc: repr(exc), $value: repr(value) });
    self.args = new PyTuple([self.$exc, self.$value]);
    return null;
  }),
  __str__: method(
    '()',
    (self: Py) => `Error sending result: '${str(getAttr(self, 'value'))}'. Reason: '${str(getAttr(self, 'exc'))}'`,
  ),
  __repr__: method('()', (self: Py) => `<${typeOf(self).name}: ${str(self)}>`),
}));

/** A worker ended while it had a task. CPython would wait for the result for ever. */
export const WorkerLostError = exceptionType('WorkerLostError', ProcessError.type, MODULE);
