/** Errors of the text and number algorithms (`text/error.ts`) as Python exceptions. */
import * as errors from '../object/errors.js';
import { TextError } from '../text/error.js';

/** The Python exception for a TextError; anything else as it is. */
export function pyError(error: unknown): unknown {
  if (!(error instanceof TextError)) return error;
  return errors[error.type](error.message);
}

/** Runs an algorithm of `runtime/text`, raising its errors as Python's. */
export function pyCall<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw pyError(error);
  }
}
