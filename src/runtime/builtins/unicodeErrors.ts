/**
 * UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: their attributes and texts.
 *
 * Spec: https://docs.python.org/3/library/exceptions.html#UnicodeError
 */

import { bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import {
  type PyBaseException,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeTranslateError,
} from '../object/errors.js';
import { str } from '../object/text.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { cpAt, cpLength } from '../text/codePoints.js';

/** What the exception says; kept beside the attributes' own storage so that they do not show in `__dict__`. */
interface Failure {
  encoding: Py;
  object: Py;
  start: Py;
  end: Py;
  reason: Py;
}

type UnicodeException = PyBaseException & { failure$?: Failure };

/** The exception for bytes `start` to `end` of `object` (bytes, or Python 2's str). */
export function decodeError(encoding: string, object: Py, start: number, end: number, reason: string): PyBaseException {
  return filled(UnicodeDecodeError(encoding, object, start, end, reason), { encoding, object, start, end, reason });
}

/** The exception for characters `start` to `end` (code points) of `object`. */
export function encodeError(encoding: string, object: Py, start: number, end: number, reason: string): PyBaseException {
  return filled(UnicodeEncodeError(encoding, object, start, end, reason), { encoding, object, start, end, reason });
}

function filled(error: UnicodeException, failure: Failure): PyBaseException {
  error.failure$ = failure;
  return error;
}

const ATTRIBUTES = ['encoding', 'object', 'start', 'end', 'reason'] as const;

function attribute(name: (typeof ATTRIBUTES)[number]): Py {
  return getter(
    (self: UnicodeException) => self.failure$?.[name] ?? null,
    (self: UnicodeException, value: Py) => {
      self.failure$ ??= { encoding: null, object: null, start: 0, end: 0, reason: null };
      self.failure$[name] = name === 'start' || name === 'end' ? asSize(value) : value;
    },
  );
}

function members(names: readonly (typeof ATTRIBUTES)[number][], describe: (failure: Failure) => string): Members {
  const result: Members = {
    __init__: method('(*args)', (self: UnicodeException, args: Py[]) => {
      self.args = new PyTuple(args);
      self.failure$ = readArguments(typeOf(self), names, args);
      return null;
    }),
    __str__: method('()', (self: UnicodeException) => {
      const { failure$ } = self;
      return failure$ === undefined || failure$.object === null ? '' : describe(failure$);
    }),
  };
  for (const name of names) result[name] = attribute(name);
  return result;
}

function readArguments(type: PyType, names: readonly string[], args: readonly Py[]): Failure {
  if (args.length !== names.length) {
    throw TypeError(`function takes exactly ${names.length} arguments (${args.length} given)`);
  }
  const failure: Record<string, Py> = { encoding: null };
  names.forEach((name, i) => {
    failure[name] = checked(args[i], i + 1, name, isSubtypeName(type, 'UnicodeDecodeError'));
  });
  return failure as unknown as Failure;
}

const isSubtypeName = (type: PyType, name: string) => type.mro.some((c) => c.qualname === name);

function checked(value: Py, position: number, name: string, decoding: boolean): Py {
  if (name === 'start' || name === 'end') {
    if (intValue(value) === undefined) {
      throw TypeError(`'${typeOf(value).name}' object cannot be interpreted as an integer`);
    }
    return asSize(value);
  }
  if (name === 'object' && decoding) {
    if (value instanceof PyBytes || typeof value === 'string') return value;
    const bytes = bufferOrUndefined(value);
    if (bytes === undefined) throw TypeError(`a bytes-like object is required, not '${typeOf(value).name}'`);
    return rt.dialect === 2 ? toLatin1(bytes) : new PyBytes(bytes.slice());
  }
  if (typeof value === 'string' || value instanceof PyStrBox || value instanceof PyUnicode) return value;
  throw TypeError(`argument ${position} must be str, not ${typeOf(value).name}`);
}

function bytesOf(object: Py): Uint8Array {
  if (object instanceof PyBytes || object instanceof PyByteArray) return object.data;
  return fromLatin1(typeof object === 'string' ? object : '');
}

const textOf = (object: Py): string => (typeof object === 'string' ? object : (object?.value ?? ''));
const plain = (o: Py): string => (typeof o === 'string' ? o : o instanceof PyUnicode ? o.value : str(o));

function describeDecode({ encoding, object, start, end, reason }: Failure): string {
  const bytes = bytesOf(object);
  const head = `'${plain(encoding)}' codec can't decode`;
  if (start < bytes.length && end === start + 1) {
    return `${head} byte 0x${bytes[start]!.toString(16).padStart(2, '0')} in position ${start}: ${plain(reason)}`;
  }
  return `${head} bytes in position ${start}-${end - 1}: ${plain(reason)}`;
}

function describeEncode({ encoding, object, start, end, reason }: Failure): string {
  return describeCharacters(`'${plain(encoding)}' codec can't encode`, textOf(object), start, end, plain(reason));
}

function describeTranslate({ object, start, end, reason }: Failure): string {
  return describeCharacters(`can't translate`, textOf(object), start, end, plain(reason));
}

function describeCharacters(head: string, text: string, start: number, end: number, reason: string): string {
  if (start < cpLength(text) && end === start + 1) {
    const quoted = `${rt.dialect === 2 ? 'u' : ''}'${escaped(cpAt(text, start).codePointAt(0)!)}'`;
    return `${head} character ${quoted} in position ${start}: ${reason}`;
  }
  return `${head} characters in position ${start}-${end - 1}: ${reason}`;
}

function escaped(code: number): string {
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

defineMembers(UnicodeDecodeError.type, () => members(ATTRIBUTES, describeDecode));
defineMembers(UnicodeEncodeError.type, () => members(ATTRIBUTES, describeEncode));
defineMembers(UnicodeTranslateError.type, () => members(['object', 'start', 'end', 'reason'], describeTranslate));
