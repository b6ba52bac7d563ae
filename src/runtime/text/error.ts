/**
 * What the text and number algorithms throw: the name of a Python exception class and CPython's message.
 *
 * A plain object without a JavaScript stack, so that raising stays cheap. The callers turn it into the Python exception.
 */
export type TextErrorType =
  | 'ValueError'
  | 'TypeError'
  | 'OverflowError'
  | 'KeyError'
  | 'IndexError'
  | 'LookupError'
  | 'ZeroDivisionError'
  | 'AttributeError'
  | 'UnicodeError';

export class TextError {
  readonly type: TextErrorType | 'UnicodeEncodeError' | 'UnicodeDecodeError' | 'UnicodeTranslateError';
  readonly message: string;

  constructor(type: TextError['type'], message: string) {
    this.type = type;
    this.message = message;
  }
}

/** `ValueError(message)`, ready to be thrown. */
export function valueError(message: string): TextError {
  return new TextError('ValueError', message);
}

/** `TypeError(message)`, ready to be thrown. */
export function typeError(message: string): TextError {
  return new TextError('TypeError', message);
}

/** `OverflowError(message)`, ready to be thrown. */
export function overflowError(message: string): TextError {
  return new TextError('OverflowError', message);
}
