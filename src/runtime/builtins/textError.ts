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
import { TextError } from '../text/error.js';

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
