/**
 * Error handling of codecs.
 *
 * Spec: https://docs.python.org/3/library/codecs.html#error-handlers
 */
import { cpCodes, cpLength, cpSlice } from '../codePoints.js';
import { TextError, UnicodeTextError } from '../error.js';
import { escapeChar } from '../strRepr.js';
import type { Dialect } from '../unicodeCategory.js';

/** What takes the place of the offending part, and where to go on (code points of a text, bytes of bytes). */
export interface Replacement {
  readonly replacement: string | Uint8Array;
  readonly position: number;
}

/** Gets the error, gives a replacement or throws. */
export type ErrorHandler = (error: UnicodeTextError) => Replacement;

export interface CodecOptions {
  /** Name of the error handler; 'strict' if none is given. */
  readonly errors?: string;
  readonly dialect?: Dialect;
  /** Handlers that the program registered. */
  readonly customHandler?: (name: string) => ErrorHandler | undefined;
  /** The character with that Unicode name, for '\\N{…}' in unicode_escape. */
  readonly characterByName?: (name: string) => string | undefined;
  /** False when more bytes may follow: an incomplete sequence at the end is then left unread. */
  readonly final?: boolean;
}

/** One run of a codec: its options, and the handler looked up at the first error. */
export class CodecContext {
  readonly dialect: Dialect;
  readonly final: boolean;
  readonly errors: string;
  readonly #options: CodecOptions;
  #handler: ErrorHandler | undefined;

  constructor(options: CodecOptions = {}) {
    this.#options = options;
    this.dialect = options.dialect ?? 3;
    this.final = options.final ?? true;
    this.errors = options.errors ?? 'strict';
  }

  /** Handles an error from `start` to `end`; the position of the result is checked and not negative. */
  handle(encoding: string, object: string | Uint8Array, start: number, end: number, reason: string): Handled {
    const error = new UnicodeTextError(encoding, object, start, end, reason, this.dialect);
    this.#handler ??= this.#lookUp();
    const { replacement, position } = this.#handler(error);
    const length = typeof object === 'string' ? cpLength(object) : object.length;
    const at = position < 0 ? position + length : position;
    if (at < 0 || at > length) {
      throw new TextError('IndexError', `position ${position} from error handler out of bounds`);
    }
    return { error, replacement, position: at };
  }

  /** The character with that Unicode name, if names are known at all. */
  characterByName(name: string): string | undefined {
    return this.#options.characterByName?.(name);
  }

  #lookUp(): ErrorHandler {
    const name = this.errors;
    const handler = this.#options.customHandler?.(name) ?? builtinHandlers[name];
    if (handler === undefined) throw new TextError('LookupError', `unknown error handler name '${name}'`);
    return handler;
  }
}

export interface Handled extends Replacement {
  readonly error: UnicodeTextError;
}

/** The offending code points of an encode error. */
function offenders({ object, start, end }: UnicodeTextError): number[] {
  return cpCodes(cpSlice(object as string, start, end));
}

function isEncode(error: UnicodeTextError): boolean {
  return typeof error.object === 'string';
}

/** The handlers that every Python has. */
export const builtinHandlers: Readonly<Record<string, ErrorHandler>> = {
  strict(error) {
    throw error;
  },

  ignore({ end }) {
    return { replacement: '', position: end };
  },

  replace(error) {
    const { start, end } = error;
    return { replacement: isEncode(error) ? '?'.repeat(end - start) : '\ufffd', position: end };
  },

  xmlcharrefreplace(error) {
    if (!isEncode(error))
      throw new TextError('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
    const replacement = offenders(error)
      .map((code) => `&#${code};`)
      .join('');
    return { replacement, position: error.end };
  },

  backslashreplace(error) {
    const { object, start, end } = error;
    const codes = typeof object === 'string' ? offenders(error) : Array.from(object.subarray(start, end));
    return { replacement: codes.map((code) => hexEscape(code)).join(''), position: end };
  },

  surrogateescape(error) {
    const { object, start, end } = error;
    if (typeof object === 'string') {
      const codes = offenders(error);
      if (codes.some((code) => code < 0xdc80 || code > 0xdcff)) throw error;
      return { replacement: Uint8Array.from(codes, (code) => code - 0xdc00), position: end };
    }
    let at = start;
    let replacement = '';
    while (at < Math.min(end, start + 4) && object[at]! >= 0x80)
      replacement += String.fromCharCode(0xdc00 + object[at++]!);
    if (at === start) throw error;
    return { replacement, position: at };
  },

  surrogatepass(error) {
    const width = surrogateWidth(error.encoding);
    if (width === undefined) throw error;
    if (isEncode(error)) {
      const codes = offenders(error);
      if (codes.some((code) => code < 0xd800 || code > 0xdfff)) throw error;
      return {
        replacement: Uint8Array.from(codes.flatMap((code) => surrogateBytes(code, width))),
        position: error.end,
      };
    }
    return passSurrogate(error, width);
  },
};

function hexEscape(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : escapeChar(String.fromCodePoint(code));
}

type SurrogateWidth = 'utf-8' | 'utf-16-le' | 'utf-16-be' | 'utf-32-le' | 'utf-32-be';

function surrogateWidth(encoding: string): SurrogateWidth | undefined {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'utf-8' || name === 'utf8' || name === 'cp65001') return 'utf-8';
  const match = /^utf-?(16|32)(?:-?(le|be))?$/.exec(name);
  return match === null ? undefined : (`utf-${match[1]}-${match[2] ?? 'le'}` as SurrogateWidth);
}

function surrogateBytes(code: number, width: SurrogateWidth): number[] {
  const [low, high] = [code & 0xff, code >> 8];
  switch (width) {
    case 'utf-8':
      return [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
    case 'utf-16-le':
      return [low, high];
    case 'utf-16-be':
      return [high, low];
    case 'utf-32-le':
      return [low, high, 0, 0];
    case 'utf-32-be':
      return [0, 0, high, low];
  }
}

function passSurrogate(error: UnicodeTextError, width: SurrogateWidth): Replacement {
  const { start } = error;
  const [a = -1, b = -1, c = -1, d = -1] = (error.object as Uint8Array).subarray(start, start + 4);
  let code = -1;
  let size = 4;
  if (width === 'utf-8') {
    size = 3;
    if ((a & 0xf0) === 0xe0 && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80) {
      code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
    }
  } else if (width === 'utf-16-le' || width === 'utf-16-be') {
    size = 2;
    if (b >= 0) code = width === 'utf-16-le' ? a | (b << 8) : (a << 8) | b;
  } else if (d >= 0) {
    const isLittle = width === 'utf-32-le';
    if (isLittle ? (c | d) === 0 : (a | b) === 0) code = isLittle ? a | (b << 8) : (c << 8) | d;
  }
  if (code < 0xd800 || code > 0xdfff) throw error;
  return { replacement: String.fromCharCode(code), position: start + size };
}
