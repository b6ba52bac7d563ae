/** Error handlers as Python callables: the built-in ones, and those that a program registers. */
import { codecState, nameReplace } from '../../builtins/codecs.js';
import { pyError } from '../../builtins/textError.js';
import { special } from '../../object/attributes.js';
import { findAttr } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { moduleState } from '../../object/context.js';
import {
  isInstanceOf,
  LookupError,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeTranslateError,
} from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple, PyUnicode } from '../../object/values.js';
import { bytesResult, textResult } from '../../io/values.js';
import { builtinHandlers, type ErrorHandler } from '../../text/codecs/context.js';
import { UnicodeTextError } from '../../text/error.js';

/** The error that a Unicode exception tells of. */
function described(exception: Py): UnicodeTextError {
  const field = (name: string): Py => findAttr(exception, name);
  const object = field('object');
  const isDecode = isInstanceOf(exception, UnicodeDecodeError);
  const text = object instanceof PyUnicode ? object.value : (strValue(object) ?? '');
  return new UnicodeTextError(
    String(field('encoding') ?? ''),
    isDecode ? bufferOf(object) : text,
    Number(field('start')),
    Number(field('end')),
    String(field('reason')),
  );
}

const isUnicodeError = (o: Py): boolean =>
  isInstanceOf(o, UnicodeEncodeError) || isInstanceOf(o, UnicodeDecodeError) || isInstanceOf(o, UnicodeTranslateError);

const HANDLERS: Readonly<Record<string, ErrorHandler>> = { ...builtinHandlers, namereplace: nameReplace };

/** `strict_errors(exception)` and the like. */
const builtinHandler = (name: string): Py =>
  fn(
    '(exception, /)',
    (exception: Py) => {
      if (!isUnicodeError(exception)) {
        if (name === 'strict' && exception?.args !== undefined) throw exception;
        throw name === 'strict'
          ? TypeError('codec must pass exception instance')
          : TypeError(`don't know how to handle ${typeOf(exception).name} in error callback`);
      }
      if (name === 'strict') throw exception;
      try {
        const { replacement, position } = HANDLERS[name]!(described(exception));
        return new PyTuple([
          typeof replacement === 'string' ? textResult(replacement) : bytesResult(replacement),
          position,
        ]);
      } catch (error) {
        throw error instanceof UnicodeTextError ? exception : pyError(error);
      }
    },
    `${name}_errors`,
  );

const builtins = () => moduleState('codecs error handlers', () => new Map<string, Py>());

export function lookupError(name: string): Py {
  const registered = codecState().handlers.get(name);
  if (registered !== undefined) return registered;
  if (!Object.hasOwn(HANDLERS, name)) throw LookupError(`unknown error handler name '${name}'`);
  const made = builtins();
  let handler = made.get(name);
  if (handler === undefined) made.set(name, (handler = builtinHandler(name)));
  return handler;
}

export function registerError(name: string, handler: Py): null {
  if (typeof handler !== 'function' && (handler === null || special(handler, '__call__') === undefined))
    throw TypeError('handler must be callable');
  codecState().handlers.set(name, handler);
  return null;
}
