/**
 * Texts to bytes and back, for `encode`, `decode`, `str(bytes, …)` and files.
 *
 * The common encodings of well-formed text go straight to Node; everything else is `text/codecs`.
 */

import { unitAt } from '../text/units.js';
import { bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { importModule } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { BaseException, LookupError, PyBaseException, TypeError } from '../object/errors.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyTuple, PyUnicode } from '../object/values.js';
import { cpSlice } from '../text/codePoints.js';
import { builtinHandlers, type ErrorHandler, type Replacement } from '../text/codecs/context.js';
import {
  findCodec,
  normalizeEncoding,
  decodeBytes as runDecoder,
  encodeText as runEncoder,
} from '../text/codecs/registry.js';
import { UnicodeTextError } from '../text/error.js';
import { decodeShortUtf8, encodeShortUtf8 } from '../text/shortUtf8.js';
import { isAscii } from '../text/unicode.js';
import { pyError } from './textError.js';
import { decodeError, encodeError } from './unicodeErrors.js';

/** What the program added to the codecs of the runtime (`codecs.register_error`, `codecs.register`). */
export interface CodecState {
  /** Error handlers by name: callables that take the exception. */
  readonly handlers: Map<string, Py>;
  /** Asks the registered search functions: a CodecInfo, or undefined. */
  search: ((name: string) => Py) | undefined;
}

export const codecState = (): CodecState =>
  moduleState('codecs', () => ({ handlers: new Map<string, Py>(), search: undefined }));

/** Up to this length a loop beats the call into Node. */
const SHORT = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The bytes of `s`. Raises UnicodeEncodeError and LookupError as CPython; `object` is what the former shows.
 * @param isNoted what fails gets a note that names the codec (`noteCodec`).
 */
export function encodeText(s: string, encoding: string, errors: string, object: Py = s, isNoted = false): Uint8Array {
  const name = shortName(encoding);
  if (name !== undefined && s.length <= SHORT) {
    const bytes = shortAscii(s);
    if (bytes !== undefined) return bytes;
  }
  switch (name) {
    case 'utf8': {
      const bytes = s.length <= SHORT ? encodeShortUtf8(s) : undefined;
      if (bytes !== undefined) return bytes;
      if (!LONE_SURROGATE.test(s)) return new TextEncoder().encode(s);
      break;
    }
    case 'ascii':
      if (isAscii(s)) return fromLatin1(s);
      break;
    case 'latin1':
      if (!/[^\0-\xff]/.test(s)) return fromLatin1(s);
      break;
  }
  if (name === undefined) checkKnown(encoding, 'encode');
  if (findCodec(encoding) === undefined) return foreignEncode(object, encoding, errors, isNoted);
  try {
    return runEncoder(s, encoding, {
      errors,
      dialect: rt.dialect,
      customHandler: (name) => pythonHandler(name, object),
    });
  } catch (error) {
    const raised = codecError(error, object);
    throw isNoted && !isDirect(encoding) ? noteCodec(raised, 'encoding', encoding) : raised;
  }
}

/** The bytes of a short text, undefined if it is not all ASCII. */
function shortAscii(s: string): Uint8Array | undefined {
  const bytes = new Uint8Array(s.length);
  for (let i = 0, size = s.length; i < size; i++) {
    const unit = unitAt(s, i);
    if (unit > 127) return undefined;
    bytes[i] = unit;
  }
  return bytes;
}

function shortText(bytes: Uint8Array): string | undefined {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 127) return undefined;
  return toLatin1(bytes);
}

/** The text of `bytes`. Raises UnicodeDecodeError and LookupError as CPython; `object` is what the former shows, `isNoted` as above. */
export function decodeText(bytes: Uint8Array, encoding: string, errors: string, object: Py, isNoted = false): string {
  // Python 3 does not even look at the encoding of nothing.
  if (bytes.length === 0 && rt.dialect === 3) return '';
  const name = shortName(encoding);
  if (name === 'latin1') return toLatin1(bytes);
  if (name !== undefined && bytes.length <= SHORT) {
    const text = shortText(bytes) ?? (name === 'utf8' ? decodeShortUtf8(bytes) : undefined);
    if (text !== undefined) return text;
  }
  if (name === undefined) checkKnown(encoding, 'decode');
  if (findCodec(encoding) === undefined) return foreignDecode(object, encoding, errors, isNoted);
  const data = bytes.buffer instanceof SharedArrayBuffer ? new Uint8Array(bytes) : bytes;
  const shown = bytesObject(data, object);
  try {
    return runDecoder(data, encoding, {
      errors,
      dialect: rt.dialect,
      customHandler: (handler) => pythonHandler(handler, shown),
    });
  } catch (error) {
    const raised = codecError(error, shown);
    throw isNoted && !isDirect(encoding) ? noteCodec(raised, 'decoding', encoding) : raised;
  }
}

/** What a call of a codec raised, with a note that says so; Python 2 has no notes. */
export function noteCodec(error: unknown, what: 'encoding' | 'decoding', encoding: string): unknown {
  if (rt.dialect === 3 && error instanceof PyBaseException)
    call(getAttr(BaseException.type, 'add_note'), [error, `${what} with '${encoding}' codec failed`]);
  return error;
}

/** Encodings for which `str.encode` and `bytes.decode` call no codec. */
const isDirect = (encoding: string): boolean =>
  /^(utf[\W_]*(8|16|32)|(us[\W_]+)?ascii|latin[\W_]*1|iso[\W_]*8859[\W_]+1)$/i.test(encoding);

/** The exception for what a codec threw; `object` is what was encoded or decoded. */
export function codecError(error: unknown, object: Py): unknown {
  if (!(error instanceof UnicodeTextError)) return pyError(error);
  const make = typeof error.object === 'string' ? encodeError : decodeError;
  return make(error.encoding, object, error.start, error.end, error.reason);
}

/** Exceptions hold bytes, whatever buffer was decoded. */
function bytesObject(data: Uint8Array, object: Py): Py {
  if (rt.dialect === 2) return typeof object === 'string' ? object : toLatin1(data);
  return object instanceof PyBytes ? object : new PyBytes(new Uint8Array(data));
}

const BINARY: ReadonlySet<string | undefined> = new Set(
  'base64_codec bz2_codec hex_codec quopri_codec rot_13 uu_codec zlib_codec'.split(' '),
);
const BINARY_ALIASES: ReadonlyMap<string, string> = new Map([
  ['quopri', 'quopri_codec'],
  ['quoted_printable', 'quopri_codec'],
  ['quotedprintable', 'quopri_codec'],
  ['bz2', 'bz2_codec'],
  ['uu', 'uu_codec'],
  ['zip', 'zlib_codec'],
  ['zlib', 'zlib_codec'],
]);

/** The module of a codec that transforms bytes to bytes (or, `rot_13`, str to str); undefined for any other. */
export function binaryCodec(encoding: string): string | undefined {
  const name = normalizeEncoding(encoding);
  const module = BINARY_ALIASES.get(name) ?? name;
  return BINARY.has(module) ? module : undefined;
}

export const isBinaryCodec = (encoding: string): boolean => binaryCodec(encoding) !== undefined;

/** LookupError for an encoding that nobody knows. */
export function requireCodec(encoding: string): void {
  if (findCodec(encoding) !== undefined || binaryCodec(encoding) !== undefined) return;
  if (searched(encoding) === undefined) throw LookupError(`unknown encoding: ${encoding}`);
}

/** What the registered search functions say, the library's first of all: a CodecInfo, or undefined (always before modules can be had). */
function searched(encoding: string): Py {
  if (codecState().search === undefined && rt.modules !== undefined) importModule('_codecs', null, [], 0);
  return codecState().search?.(encoding);
}

function checkKnown(encoding: string, what: 'encode' | 'decode'): void {
  if (rt.dialect === 2 || !isBinaryCodec(encoding)) return;
  throw LookupError(`'${encoding}' is not a text encoding; use codecs.${what}() to handle arbitrary codecs`);
}

function foreignEncode(object: Py, encoding: string, errors: string, isNoted: boolean): Uint8Array {
  const result = foreign(object, encoding, errors, 0, isNoted);
  const bytes = bufferOrUndefined(result);
  if (bytes === undefined) throw wrongResult(encoding, 'encoder', result, 'bytes', 'encode');
  return bytes;
}

function foreignDecode(object: Py, encoding: string, errors: string, isNoted: boolean): string {
  const result = foreign(object, encoding, errors, 1, isNoted);
  if (result instanceof PyUnicode) return result.value;
  const text = strValue(result);
  if (text === undefined) throw wrongResult(encoding, 'decoder', result, 'str', 'decode');
  return text;
}

/** A codec that the program registered: item `at` of its CodecInfo, called. */
function foreign(object: Py, encoding: string, errors: string, at: 0 | 1, isNoted: boolean): Py {
  const info = searched(encoding);
  if (info === undefined) throw LookupError(`unknown encoding: ${encoding}`);
  const result = isNoted
    ? callCodec(info.items[at], [object, errors], at, encoding)
    : call(info.items[at], [object, errors]);
  if (result instanceof PyTuple && result.items.length === 2) return result.items[0];
  throw TypeError(
    at === 0 ? 'encoder must return a tuple (object, integer)' : 'decoder must return a tuple (object,integer)',
  );
}

/** Calls the encoder (0) or decoder (1) of a codec; what it raises says which codec it was. */
export function callCodec(codec: Py, args: Py[], at: 0 | 1, encoding: string): Py {
  try {
    return call(codec, args);
  } catch (error) {
    throw noteCodec(error, at === 0 ? 'encoding' : 'decoding', encoding);
  }
}

const wrongResult = (encoding: string, who: string, result: Py, wanted: string, way: string) =>
  TypeError(
    `'${encoding}' ${who} returned '${typeOf(result).name}' instead of '${wanted}'; use codecs.${way}() to ${way} to arbitrary types`,
  );

/** An error handler that the program registered, as the codecs call it. */
export function pythonHandler(name: string, object: Py): ErrorHandler | undefined {
  const handler = codecState().handlers.get(name);
  if (handler === undefined) return name === 'namereplace' ? nameReplace : undefined;
  return (error) => {
    const exception = codecError(error, object) as Py;
    const encodes = typeof error.object === 'string';
    return replacementOf(call(handler, [exception]), encodes);
  };
}

/** `\\N{NAME}` for each character; those without a name as `backslashreplace` has them. */
export const nameReplace: ErrorHandler = (error) => {
  const { object, start, end } = error;
  if (typeof object !== 'string') return builtinHandlers.backslashreplace!(error);
  const names = importModule('unicodedata', null, [], 0);
  const replaced = (character: string, at: number): string => {
    const name = callMethod(names, 'name', character, null);
    const alone = new UnicodeTextError(error.encoding, object, start + at, start + at + 1, error.reason);
    return name === null ? String(builtinHandlers.backslashreplace!(alone).replacement) : `\\N{${name}}`;
  };
  return { replacement: Array.from(cpSlice(object, start, end), replaced).join(''), position: end };
};

function replacementOf(result: Py, encodes: boolean): Replacement {
  const items = result instanceof PyTuple ? result.items : [];
  const [value, where] = items;
  const position = intValue(where);
  const text = value instanceof PyUnicode ? value.value : strValue(value);
  const replacement = text ?? (encodes && value instanceof PyBytes ? value.data : undefined);
  if (items.length !== 2 || position === undefined || replacement === undefined) {
    throw TypeError(
      encodes
        ? 'encoding error handler must return (str/bytes, int) tuple'
        : 'decoding error handler must return (str, int) tuple',
    );
  }
  return { replacement, position: Number(position) };
}

/** The encodings that most programs use, under one spelling each. */
function shortName(encoding: string): 'utf8' | 'ascii' | 'latin1' | undefined {
  switch (encoding) {
    case 'utf-8':
    case 'utf8':
    case 'UTF-8':
      return 'utf8';
    case 'ascii':
      return 'ascii';
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
      return 'latin1';
    default:
      return undefined;
  }
}
