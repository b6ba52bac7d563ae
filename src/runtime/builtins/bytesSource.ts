/** What the constructors of bytes and bytearray accept. */

import { special } from '../object/attributes.js';
import { bufferOrUndefined, fromLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { OverflowError, PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { iterate } from '../object/iterate.js';
import type { Iterator } from '../object/pyIterator.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { isSubtype, typeOf } from '../object/typeof.js';
import { PyList, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { byteValue } from './bytesArgs.js';
import { encodeText } from './codecs.js';
import { checkLength, codecArg } from './strArgs.js';

/** The arguments of a constructor that make the content a text to be encoded, checked as CPython checks them. */
export function encodedSource(kind: string, source: Py, encoding: Py, errors: Py): Uint8Array | undefined {
  const text = textOf(source);
  const codec = option(kind, encoding, 'encoding');
  const handler = option(kind, errors, 'errors');
  if (codec !== undefined || handler !== undefined) {
    if (text === undefined && !(rt.dialect === 2 && typeof source === 'string')) {
      throw TypeError(
        `${rt.dialect === 2 ? 'encoding or errors' : codec !== undefined ? 'encoding' : 'errors'} without a string argument`,
      );
    }
  }
  if (rt.dialect === 2 && typeof source === 'string') return fromLatin1(source);
  if (text === undefined) return undefined;
  if (codec === undefined) throw TypeError(`${rt.dialect === 2 ? 'unicode' : 'string'} argument without an encoding`);
  return encodeText(text, codec, handler ?? 'strict', source, true);
}

function textOf(o: Py): string | undefined {
  if (rt.dialect === 2) return o instanceof PyUnicode ? o.value : undefined;
  return typeof o === 'string' ? o : o instanceof PyStrBox ? o.value : undefined;
}

function option(kind: string, o: Py, name: string): string | undefined {
  return o === undefined ? undefined : codecArg(o, `${kind}()`, name === 'encoding' ? 2 : 3, name);
}

/** New bytes from an int (so many zeros), a buffer, or an iterable of ints. */
export function plainSource(kind: string, source: Py, rangeMessage: string): Uint8Array {
  const size = sizeOf(source);
  if (size !== undefined) return new Uint8Array(size);
  const data = bufferOrUndefined(source);
  if (data !== undefined) return new Uint8Array(data);
  if ((source instanceof PyList || source instanceof PyTuple) && !source.c$.isHeap) {
    return fromItems(source, rangeMessage);
  }
  return fromIterable(kind, source, rangeMessage);
}

function sizeOf(source: Py): number | undefined {
  if (intValue(source) === undefined && (source === null || special(source, '__index__') === undefined)) {
    return undefined;
  }
  const n = indexOrUndefined(source);
  if (n === undefined) return undefined;
  if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n) {
    throw OverflowError(`cannot fit '${typeOf(source).name}' into an index-sized integer`);
  }
  if (n < 0) throw ValueError('negative count');
  checkLength(Number(n));
  return Number(n);
}

/** An `__index__` that raises TypeError says that the source is no size. */
function indexOrUndefined(source: Py): number | bigint | undefined {
  try {
    return asIndex(source);
  } catch (error) {
    if (rt.dialect === 3 && error instanceof PyBaseException && isSubtype(error.c$, TypeError.type)) return undefined;
    throw error;
  }
}

/** Bytes that come one after the other. */
class Gathered {
  #used = 0;
  #bytes: Uint8Array;

  /** @param expected how many they will be, most likely. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected);
  }

  push(byte: number): void {
    if (this.#used === this.#bytes.length) {
      const larger = new Uint8Array(this.#used * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#used++] = byte;
  }

  all(): Uint8Array {
    return this.#used === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#used);
  }
}

/** `__index__` of an item may change the list. */
function fromItems(source: PyList | PyTuple, rangeMessage: string): Uint8Array {
  const bytes = new Gathered(source.items.length);
  for (let i = 0; i < source.items.length; i++) bytes.push(byteValue(source.items[i], rangeMessage));
  return bytes.all();
}

function fromIterable(kind: string, source: Py, rangeMessage: string): Uint8Array {
  let it: Iterator;
  try {
    it = iterate(source);
  } catch (error) {
    if (error instanceof PyBaseException && isSubtype(error.c$, TypeError.type)) {
      throw rt.dialect === 2 ? error : TypeError(`cannot convert '${typeOf(source).name}' object to ${kind}`);
    }
    throw error;
  }
  const bytes = new Gathered(64);
  for (let item = it.nx(); item !== undefined; item = it.nx()) bytes.push(byteValue(item, rangeMessage));
  return bytes.all();
}
