/** Errors of the text and number algorithms (`text/error.ts`) as Python exceptions. */
import {
  AttributeError,
  type ExceptionMaker,
  IndexError,
  KeyError,
  LookupError,
  MemoryError,
  OverflowError,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeError,
  UnicodeTranslateError,
  ValueError,
  ZeroDivisionError,
} from '../object/errors.js';
import { rt } from '../object/context.js';
import { PyUnicode } from '../object/values.js';
import { TextError, UnicodeTextError } from '../text/error.js';
import { encodeError } from './unicodeErrors.js';

const MAKERS: { readonly [type in TextError['type']]: ExceptionMaker } = {
  AttributeError,
  IndexError,
  KeyError,
  LookupError,
  MemoryError,
  OverflowError,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeError,
  UnicodeTranslateError,
  ValueError,
  ZeroDivisionError,
};

/** The Python exception for a TextError; anything else as it is. */
export function pyError(error: unknown): unknown {
  if (!(error instanceof TextError)) return error;
  // Only Python 2's numbers go through a codec here.
  if (error instanceof UnicodeTextError && typeof error.object === 'string' && rt.dialect === 2)
    return encodeError(error.encoding, new PyUnicode(error.object), error.start, error.end, error.reason);
  const make = MAKERS[error.type];
  return error.message === '' ? make() : make(error.message);
}

/** Runs an algorithm of `runtime/text`, raising its errors as Python's. */
export function pyCall<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw pyError(error);
  }
}
