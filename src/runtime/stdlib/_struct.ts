/**
 * `_struct`: packing and unpacking of binary records, on `runtime/struct`.
 * Spec: https://docs.python.org/3/library/struct.html
 */
import { special } from '../object/attributes.js';
import { bufferOf, toLatin1, writableBufferOf } from '../object/buffer.js';
import { moduleState, rt } from '../object/context.js';
import { OverflowError, RuntimeError, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { PyIterator } from '../object/pyIterator.js';
import { asDouble, asIndex, asSize, intValue } from '../object/number.js';
import { hide, type Py, PyObject } from '../object/object.js';
import { repr, asciiOf } from '../object/text.js';
import { truthy } from '../object/truth.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyFloat, PyTuple } from '../object/values.js';
import { bytesResult } from '../io/values.js';
import { writtenNaN } from '../text/nan.js';
import { intByMethod2 } from '../builtins/args2.js';
import { iteratorType } from '../builtins/iterator.js';
import { Struct, StructError, type ValueBridge } from '../struct/index.js';
import { errorType } from './errorType.js';
import { declareType } from './moduleTypes.js';

const error = () => errorType('struct.error');

function toInt(value: Py): number | bigint | null {
  const int = intValue(value);
  if (int !== undefined) return int;
  if (rt.dialect === 2 && value instanceof PyFloat) return Math.trunc(value.v);
  if (value === null) return null;
  if (special(value, '__index__') !== undefined) return asIndex(value);
  if (rt.dialect === 3 || special(value, '__int__') === undefined) return null;
  return intByMethod2(value, () => null, 'method returned non-integer');
}

function toFloat(value: Py): number | null {
  if (value instanceof PyFloat) return writtenNaN(value.v);
  const int = intValue(value);
  if (int !== undefined) return Number.isFinite(Number(int)) ? Number(int) : null;
  if (value === null || (special(value, '__float__') === undefined && special(value, '__index__') === undefined))
    return null;
  return asDouble(value);
}

const bridge: ValueBridge<Py> = {
  toInt,
  isInt: (value) => intValue(value) !== undefined,
  toFloat,
  toBool: truthy,
  toBytes(value, orMutable) {
    if (value instanceof PyBytes) return value.data;
    if (orMutable && value instanceof PyByteArray) return value.data;
    return rt.dialect === 2 && typeof value === 'string' ? bufferOf(value) : null;
  },
  fromInt: (value) => value,
  fromFloat: (value) => new PyFloat(value),
  fromBool: (value) => value,
  fromBytes: bytesResult,
};

/** Runs the algorithm, raising its failures as Python's. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (failure) {
    if (!(failure instanceof StructError)) throw failure;
    throw failure.kind === 'error' ? error()(failure.message) : OverflowError(failure.message);
  }
}

/** Formats compiled so far, as CPython's cache keeps them. */
const cache = () => moduleState('_struct', () => new Map<string, Struct<Py>>());
const CACHE_SIZE = 100;

function compiled(format: Py): Struct<Py> {
  if (typeof format === 'string') {
    const known = cache().get(format);
    if (known !== undefined) return known;
  }
  const text = asciiOf(format) ?? (format instanceof PyBytes ? toLatin1(format.data) : undefined);
  if (text === undefined)
    throw TypeError(`Struct() argument 1 must be a str or bytes object, not ${typeOf(format).name}`);
  const kept = cache();
  let struct = kept.get(text);
  if (struct !== undefined) return struct;
  struct = guarded(() => new Struct<Py>(text, bridge, rt.dialect));
  if (kept.size >= CACHE_SIZE) kept.clear();
  kept.set(text, struct);
  return struct;
}

class PyStruct extends PyObject {
  /** Set by `__init__`. */
  compiled: Struct<Py> | undefined;
  get struct(): Struct<Py> {
    if (this.compiled === undefined) throw RuntimeError('Struct object is not initialized');
    return this.compiled;
  }
}

const pack = (struct: Struct<Py>, values: Py[]): Py => bytesResult(guarded(() => struct.pack(values)));
const unpack = (struct: Struct<Py>, buffer: Py): Py => new PyTuple(guarded(() => struct.unpack(bufferOf(buffer))));
const unpackFrom = (struct: Struct<Py>, buffer: Py, offset: Py): Py =>
  new PyTuple(guarded(() => struct.unpackFrom(bufferOf(buffer), offset === undefined ? 0 : asSize(offset))));

function packInto(struct: Struct<Py>, args: readonly Py[]): null {
  if (args.length === 0) throw error()('pack_into expected buffer argument');
  if (args.length === 1) throw error()('pack_into expected offset argument');
  const [buffer, offset, ...values] = args;
  let target: Uint8Array;
  try {
    target = writableBufferOf(buffer);
  } catch {
    throw TypeError(`argument must be read-write bytes-like object, not ${typeOf(buffer).name}`);
  }
  guarded(() => struct.packInto(target, asSize(offset), values));
  return null;
}

class UnpackIterator extends PyIterator {
  constructor(
    private readonly rows: IterableIterator<Py[]>,
    private left: number,
  ) {
    super();
  }
  nx(): Py {
    const { value, done } = this.rows.next();
    if (done) return undefined;
    this.left--;
    return new PyTuple(value);
  }
  get remaining(): number {
    return this.left;
  }
}
iteratorType('unpack_iterator', 'unpack_iterator', UnpackIterator, () => ({
  __length_hint__: method('()', (self: UnpackIterator) => self.remaining),
}));

const iterUnpack = (struct: Struct<Py>, buffer: Py): Py => {
  const bytes = bufferOf(buffer);
  return new UnpackIterator(
    guarded(() => struct.iterUnpack(bytes)),
    bytes.length / Number(struct.size),
  );
};

const structType = declareType({
  name: 'Struct',
  module: '_struct',
  js: PyStruct,
  signature: '(*args, **kwargs)',
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method(
      '(format)',
      (self: PyStruct, format: Py) => {
        self.compiled = compiled(format);
        return null;
      },
      'Struct',
    ),
    pack: method('(*values)', (self: PyStruct, values: Py[]) => pack(self.struct, values)),
    pack_into: method('(*args)', (self: PyStruct, args: Py[]) => packInto(self.struct, args)),
    unpack: method('(buffer, /)', (self: PyStruct, buffer: Py) => unpack(self.struct, buffer)),
    unpack_from: method('(buffer, offset=0)', (self: PyStruct, buffer: Py, offset: Py) =>
      unpackFrom(self.struct, buffer, offset),
    ),
    iter_unpack: method('(buffer, /)', (self: PyStruct, buffer: Py) => iterUnpack(self.struct, buffer)),
    format: getter((self: PyStruct) => self.struct.format),
    size: getter((self: PyStruct) => self.struct.size),
    __repr__: method('()', (self: PyStruct) => `${typeOf(self).qualname}(${repr(self.struct.format)})`),
  }),
});

hide(PyStruct.prototype, 'fork$', function (this: PyStruct): readonly Py[] {
  return [this.c$, new PyTuple(this.compiled === undefined ? [] : [this.struct.format]), null, null, null, null];
});

/** `pack(format, …)`: the format comes first among the arguments. */
function withFormat(use: (struct: Struct<Py>, rest: Py[]) => Py) {
  return fn('(*args)', (args: Py[]) => {
    if (args.length === 0) throw TypeError('missing format argument');
    return use(compiled(args[0]), args.slice(1));
  });
}

export default (): Record<string, Py> => ({
  error: error().type,
  Struct: structType,
  calcsize: fn('(format, /)', (format: Py) => compiled(format).size),
  pack: withFormat(pack),
  pack_into: withFormat(packInto),
  unpack: fn('(format, buffer, /)', (format: Py, buffer: Py) => unpack(compiled(format), buffer)),
  unpack_from: fn('(format, /, buffer, offset=0)', (format: Py, buffer: Py, offset: Py) =>
    unpackFrom(compiled(format), buffer, offset),
  ),
  iter_unpack: fn('(format, buffer, /)', (format: Py, buffer: Py) => iterUnpack(compiled(format), buffer)),
  _clearcache: fn('()', () => {
    cache().clear();
    return null;
  }),
});
