/**
 * Paths: what Python passes, and what the system is given.
 *
 * A Python 3 str holds bytes that are no UTF-8 as lone surrogates (`surrogateescape`); a Python 2 str is bytes already.
 */

import { warn } from '../builtins/warn.js';
import { encodeText } from '../builtins/codecs.js';
import { special } from '../object/attributes.js';
import { bufferOrUndefined, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyUnicode } from '../object/values.js';
import { decodeBytes } from '../text/codecs/registry.js';
import { isAscii } from '../text/unicode.js';

/** A path as the system takes it: text, or bytes where the name is no UTF-8. */
export type NativePath = string | Buffer;

export interface PathArg {
  /** As the program gave it, for messages. */
  readonly shown: Py;
  /** Made absolute by the process's current directory. */
  readonly path: NativePath;
  /** bytes were given, so names in the answer are bytes as well. */
  readonly isBytes: boolean;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A name of the file system as the system takes it. */
export function nativeName(text: string): NativePath {
  if (!LONE_SURROGATE.test(text)) return text;
  return Buffer.from(encodeText(text, 'utf-8', 'surrogateescape'));
}

/** A name that the system gave, as Python 3 text. */
export function decodeName(name: Buffer): string {
  return decodeBytes(name, 'utf-8', { errors: 'surrogateescape' });
}

/** Makes a path absolute where the process has a current directory of its own. */
export function resolvePath(path: NativePath): NativePath {
  const { cwd } = rt;
  if (cwd === undefined || path.length === 0) return path;
  if (typeof path === 'string')
    return path.startsWith('/') || cwd === process.cwd() ? path : nativeName(`${cwd}/${path}`);
  return path[0] === 0x2f ? path : Buffer.concat([nativeBytes(`${cwd}/`), path]);
}

const nativeBytes = (text: string): Buffer => Buffer.from(nativeName(text) as string);

/** The current directory. */
export const currentDirectory = (): string => rt.cwd ?? process.cwd();

/** `os.fspath(o)`: the str or bytes of a path-like object. */
export function fspath(o: Py): Py {
  if (typeof o === 'string' || o instanceof PyBytes || o instanceof PyUnicode || strValue(o) !== undefined) return o;
  const f = o === null || o === undefined ? undefined : special(o, '__fspath__');
  if (f === undefined) throw TypeError(`expected str, bytes or os.PathLike object, not ${typeOf(o).name}`);
  const result = f(o);
  if (strValue(result) !== undefined || result instanceof PyBytes) return result;
  throw TypeError(`expected ${typeOf(o).name}.__fspath__() to return str or bytes, not ${typeOf(result).name}`);
}

/** What a function takes, by what it takes besides paths. */
const KINDS: Readonly<Record<string, string>> = {
  '': 'string, bytes or os.PathLike',
  integer: 'string, bytes, os.PathLike or integer',
  'integer or None': 'string, bytes, os.PathLike, integer or None',
};

/**
 * A path argument of a function of `os`. TypeError in the words of that function unless it is one.
 * @param also what else the function takes, for the message: 'integer', 'integer or None'
 */
export function pathArg(
  o: Py,
  name: string,
  argument = 'path',
  also: '' | 'integer' | 'integer or None' = '',
): PathArg {
  if (rt.dialect === 2) return pathArg2(o);
  const plain = typeof o === 'string' ? o : strValue(o);
  if (plain !== undefined) return textPath(o, plain, name);
  const bytes = o instanceof PyBytes ? o.data : undefined;
  if (bytes !== undefined) return bytesPath(o, bytes, name);
  if (o !== null && special(o, '__fspath__') !== undefined) return pathArg(fspath(o), name, argument, also);
  const list = KINDS[also] ?? KINDS[''];
  throw TypeError(`${name}: ${argument} should be ${list}, not ${typeOf(o).name}`);
}

function textPath(shown: Py, text: string, name: string): PathArg {
  if (text.includes('\0')) throw ValueError(`${name}: embedded null character in path`);
  return { shown, path: resolvePath(nativeName(text)), isBytes: false };
}

function bytesPath(shown: Py, bytes: Uint8Array, name: string): PathArg {
  if (bytes.includes(0)) throw ValueError(`${name}: embedded null character in path`);
  return { shown, path: resolvePath(Buffer.from(bytes)), isBytes: true };
}

/** Python 2: a str is bytes, a unicode is encoded. */
function pathArg2(o: Py): PathArg {
  if (o instanceof PyUnicode) {
    checkNoNull2(o.value);
    return { shown: encodedPath2(o), path: resolvePath(nativeName(o.value)), isBytes: false };
  }
  const text = strValue(o) ?? bytesText2(o);
  if (text === undefined) throw TypeError(`coercing to Unicode: need string or buffer, ${typeOf(o).name} found`);
  checkNoNull2(text);
  return { shown: o, path: resolvePath(nativeBytes2(text)), isBytes: true };
}

/** A path as messages of the functions of `os` show it: in bytes, where `open` shows what it was given. */
const encodedPath2 = ({ value }: PyUnicode): string => Buffer.from(nativeName(value)).toString('latin1');

function bytesText2(o: Py): string | undefined {
  const bytes = o === null ? undefined : bufferOrUndefined(o);
  return bytes === undefined ? undefined : toLatin1(bytes);
}

function checkNoNull2(text: string): void {
  if (text.includes('\0')) throw TypeError('must be encoded string without NULL bytes, not str');
}

const NON_ASCII = /[^\0-\x7f]/;
const nativeBytes2 = (text: string): NativePath => (NON_ASCII.test(text) ? Buffer.from(text, 'latin1') : text);

/** A path or a descriptor. */
export function pathOrFd(o: Py, name: string, also: 'integer' | 'integer or None' = 'integer'): PathArg | number {
  const number = rt.dialect === 2 ? undefined : intValue(o);
  if (number === undefined) return pathArg(o, name, 'path', also);
  if (typeof o === 'boolean') warn('RuntimeWarning', 'bool is used as a file descriptor');
  return Number(number);
}

/** The same for a name of one character a byte. */
export const nameOfBytes = (name: string, isBytes: boolean): Py =>
  rt.dialect === 3 && !isBytes && isAscii(name) ? name : nameResult(Buffer.from(name, 'latin1'), isBytes);

/** A name from the system, as a program that gave text or bytes expects it. */
export function nameResult(name: Buffer, isBytes: boolean): Py {
  if (rt.dialect === 2) {
    if (isBytes) return toLatin1(name);
    // A name that cannot be decoded stays a str.
    return LONE_SURROGATE.test(decodeName(name)) ? toLatin1(name) : new PyUnicode(decodeName(name));
  }
  return isBytes ? new PyBytes(new Uint8Array(name)) : decodeName(name);
}
