/**
 * What the text and number algorithms throw: the name of a Python exception class and CPython's message.
 *
 * A plain object without a JavaScript stack, so that raising stays cheap. The callers turn it into the Python exception.
 */
import { cpIndexToUnit } from './codePoints.js';

export type TextErrorType =
  | 'ValueError'
  | 'TypeError'
  | 'OverflowError'
  | 'KeyError'
  | 'IndexError'
  | 'LookupError'
  | 'ZeroDivisionError'
  | 'AttributeError'
  | 'MemoryError'
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

/**
 * A UnicodeEncodeError (`object` a text) or UnicodeDecodeError (`object` bytes).
 *
 * `start` and `end` delimit the offending part: in code points of a text, in bytes of bytes. `message` is what `str()`
 * of the exception gives.
 */
export class UnicodeTextError extends TextError {
  readonly encoding: string;
  readonly object: string | Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(
    encoding: string,
    object: string | Uint8Array,
    start: number,
    end: number,
    reason: string,
    dialect: 2 | 3 = 3,
  ) {
    const encodes = typeof object === 'string';
    super(
      encodes ? 'UnicodeEncodeError' : 'UnicodeDecodeError',
      describe(encoding, object, start, end, reason, dialect),
    );
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

function describe(
  encoding: string,
  object: string | Uint8Array,
  start: number,
  end: number,
  reason: string,
  dialect: 2 | 3,
): string {
  const verb = typeof object === 'string' ? 'encode' : 'decode';
  const single = end === start + 1 ? offender(object, start, dialect) : undefined;
  if (single === undefined) {
    const what = verb === 'encode' ? 'characters' : 'bytes';
    return `'${encoding}' codec can't ${verb} ${what} in position ${start}-${end - 1}: ${reason}`;
  }
  return `'${encoding}' codec can't ${verb} ${single} in position ${start}: ${reason}`;
}

/** The one offending character or byte as the message shows it; undefined beyond the end of the object. */
function offender(object: string | Uint8Array, at: number, dialect: 2 | 3): string | undefined {
  if (typeof object !== 'string') return at < object.length ? `byte 0x${hex(object[at]!, 2)}` : undefined;
  const code = object.codePointAt(cpIndexToUnit(object, at));
  if (code === undefined) return undefined;
  const escape = code < 0x100 ? `x${hex(code, 2)}` : code < 0x10000 ? `u${hex(code, 4)}` : `U${hex(code, 8)}`;
  return `character ${dialect === 2 ? 'u' : ''}'\\${escape}'`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
