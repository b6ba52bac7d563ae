/** What went wrong on the server, as the client raises it. */
import { ioError } from '../../../builtins/osError.js';
import { rt } from '../../../object/context.js';
import { AssertionError, EOFError, Exception, PyBaseException, TypeError, ValueError } from '../../../object/errors.js';
import { method } from '../../../object/fn.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { str } from '../../../object/text.js';
import { repr } from '../../../object/text.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { PyTuple } from '../../../object/values.js';
import { formatTraceback } from '../../../traceback/format.js';
import { call } from '../../../object/call.js';
import { libraryClass } from './classes.js';
import { addressName, managers } from './state.js';

const RULE = '-'.repeat(75);

/** `RemoteError`: its text is the traceback of the server. */
export const remoteErrorClass = (): PyType =>
  libraryClass('RemoteError', [Exception.type], {
    __str__: method('()', (self: PyBaseException) => `\n${RULE}\n${str(self.args.items[0])}${RULE}`),
  });

/** The exception that a reply of a kind other than '#RETURN' stands for. */
export function convertToError(kind: Py, result: Py): Py {
  if (kind === '#ERROR') return result;
  if (kind === '#TRACEBACK' || kind === '#UNSERIALIZABLE') {
    if (strValue(result) === undefined) {
      if (rt.dialect === 2) throw AssertionError();
      throw TypeError(`Result ${str(result)} (kind '${kind}') type is ${repr(typeOf(result))}, not str`);
    }
    return call(managers().types.RemoteError, [
      kind === '#UNSERIALIZABLE' ? `Unserializable message: ${str(result)}\n` : result,
    ]);
  }
  return ValueError(rt.dialect === 2 ? 'Unrecognized message type' : `Unrecognized message type ${repr(kind)}`);
}

/** `traceback.format_exc()` for an exception. */
export function formatError(e: PyBaseException): string {
  const text = formatTraceback(e);
  return e.tb === null ? `Traceback (most recent call last):\n${text}` : text;
}

/** True for what `except Exception` catches. */
export const isOrdinary = (e: PyBaseException): boolean => e.c$.mro.includes(Exception.type);

const EPIPE = 32;

/**
 * What a call fails with once the server has closed the connection: a broken pipe, but TCP takes one more message, and what then fails is
 * the read of the reply.
 */
export function connectionEnded(address: Py): PyBaseException {
  const { ended } = managers();
  const name = addressName(address);
  if (!(address instanceof PyTuple) || ended.has(name)) return ioError(EPIPE);
  ended.add(name);
  return EOFError();
}
