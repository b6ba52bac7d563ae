/**
 * Calls of methods with what CPython 3.13.0 or 2.7.18 gave for them, one JSON object a line: `r` receiver, `m` method
 * (`()` calls the receiver), `a` arguments, `k` keywords, `x` outcome; with `self` the outcome is a pair of the result and the
 * receiver afterwards. A value is an object with one key that says its type.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useDialect } from '../../../src/runtime/builtins/dialect.js';
import { memoryView, memoryviewType } from '../../../src/runtime/builtins/memoryview.js';
import '../../../src/runtime/builtins/bool.js';
import { byteArrayType } from '../../../src/runtime/builtins/bytearray.js';
import { bytesType } from '../../../src/runtime/builtins/bytes.js';
import '../../../src/runtime/builtins/dict.js';
import '../../../src/runtime/builtins/exceptions.js';
import '../../../src/runtime/builtins/float.js';
import '../../../src/runtime/builtins/int.js';
import '../../../src/runtime/builtins/list.js';
import '../../../src/runtime/builtins/object.js';
import '../../../src/runtime/builtins/set.js';
import '../../../src/runtime/builtins/singletons.js';
import '../../../src/runtime/builtins/slice.js';
import { strType } from '../../../src/runtime/builtins/str.js';
import { format } from '../../../src/runtime/builtins/textFunctions.js';
import '../../../src/runtime/builtins/tuple.js';
import { unicodeType } from '../../../src/runtime/builtins/unicode2.js';
import '../../../src/runtime/builtins/unicodeErrors.js';
import { getAttr } from '../../../src/runtime/object/attributes.js';
import { contiguousBytes, PyMemoryView } from '../../../src/runtime/object/buffer.js';
import { callKw } from '../../../src/runtime/object/call.js';
import { construct } from '../../../src/runtime/object/construct.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyBaseException } from '../../../src/runtime/object/errors.js';
import { toArray } from '../../../src/runtime/object/iterate.js';
import { PyIterator } from '../../../src/runtime/object/pyIterator.js';
import { normalInt } from '../../../src/runtime/object/number.js';
import type { Py } from '../../../src/runtime/object/object.js';
import { PyDict } from '../../../src/runtime/object/table.js';
import { str } from '../../../src/runtime/object/text.js';
import { PyType } from '../../../src/runtime/object/type.js';
import * as values from '../../../src/runtime/object/values.js';
import { floatRepr } from '../../../src/runtime/text/floatRepr.js';

type Encoded = { readonly [type: string]: any };

export interface RecordedCall {
  readonly r: Encoded;
  readonly m: string;
  readonly a: readonly Encoded[];
  readonly k?: Record<string, Encoded>;
  readonly x: Encoded;
  readonly self?: 1;
}

export function readCalls(name: string): RecordedCall[] {
  const text = readFileSync(join(import.meta.dirname, 'calls', `${name}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedCall);
}

/** Starts a process of that dialect, as far as these types see. */
export function startDialect(dialect: 2 | 3): void {
  enterContext(dialect);
  useDialect(dialect);
}

const TYPES: Record<string, PyType> = {
  str: strType,
  unicode: unicodeType,
  bytes: bytesType,
  bytearray: byteArrayType,
  memoryview: memoryviewType,
};
const isWord = (n: bigint) => BigInt.asIntN(64, n) === n;
const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const DECODERS: Record<string, (v: any) => Py> = {
  s: (v) => v,
  u: (v) => new values.PyUnicode(v),
  i: (v) => normalInt(BigInt(v)),
  L: (v) => (isWord(BigInt(v)) ? new values.PyLong(BigInt(v)) : BigInt(v)),
  f: (v) => new values.PyFloat(Number(v)),
  n: () => null,
  B: (v) => v,
  b: (v) => new values.PyBytes(fromHex(v)),
  ba: (v) => new values.PyByteArray(fromHex(v)),
  mvx: ([base, steps]) =>
    steps.reduce(
      (view: Py, [name, args]: [string, Encoded[]]) => callKw(getAttr(view, name), args.map(decode), null),
      memoryView(decode(base)),
    ),
  t: (v) => new values.PyTuple(v.map(decode)),
  l: (v) => new values.PyList(v.map(decode)),
  d(v) {
    const dict = new PyDict();
    for (const [key, value] of v) dict.set(decode(key), decode(value));
    return dict;
  },
  S: ([start, stop, step]) => new values.PySlice(decode(start), decode(stop), decode(step)),
  T: (v) => TYPES[v],
  F: () => format,
};

function decode(o: Encoded): Py {
  const [type, value] = Object.entries(o)[0]!;
  return DECODERS[type]!(value);
}

function encode(o: Py): Encoded {
  if (o === null) return { n: 0 };
  if (typeof o === 'string') return { s: o };
  if (typeof o === 'boolean') return { B: o };
  if (typeof o === 'number') return { i: String(o) };
  if (typeof o === 'bigint')
    return o.constructor === BigInt && strType.base?.name === 'basestring' && !isWord(o)
      ? { L: String(o) }
      : { i: String(o) };
  if (o === values.NotImplemented) return { NI: 0 };
  if (o instanceof values.PyUnicode) return { u: o.value };
  if (o instanceof values.PyLong) return { L: String(o.value) };
  if (o instanceof values.PyFloat) return { f: floatRepr(o.v).replace(/\.0$/, '') };
  if (o instanceof values.PyBytes) return { b: toHex(o.data) };
  if (o instanceof values.PyByteArray) return { ba: toHex(o.data) };
  if (o instanceof values.PyTuple) return { t: o.items.map(encode) };
  if (o instanceof values.PyList) return { l: o.items.map(encode) };
  if (o instanceof PyDict) return { d: o.entryList().map((entry) => entry.map(encode)) };
  if (o instanceof PyMemoryView) {
    const { format: code, shape, strides, readonly } = o.info!;
    return { M: [code, shape.map(String), strides.map(String), toHex(contiguousBytes(o.info!)), readonly] };
  }
  if (o instanceof PyIterator) return { it: toArray(o).map(encode) };
  return { o: o.c$.name };
}

/** What the call gives here, written as the recorded outcome is. */
export function replay({ r, m, a, k, self }: RecordedCall): Encoded {
  try {
    const receiver = decode(r);
    const f = m === '()' ? receiver : getAttr(receiver, m);
    const keywords = k === undefined ? null : new Map(Object.entries(k).map(([name, value]) => [name, decode(value)]));
    const args = a.map(decode);
    const result = f instanceof PyType ? construct(f, args, keywords) : callKw(f, args, keywords);
    return self === 1 ? { p: [encode(result), encode(receiver)] } : encode(result);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return { e: [error.c$.qualname, str(error)] };
  }
}
