/**
 * Values on their way to another process of the program.
 *
 * What travels and what is refused is as with `pickle` (functions and classes by name, everything else through
 * `__reduce_ex__`), and objects that occur twice in a message arrive as one; but the bytes are our own, read by decode.ts:
 * a tag (see tags.ts), then what it needs. Instances of classes without reductions of their own go as class and attributes.
 */
import { asLibrary, type LibraryPlace } from '../builtins/warn.js';
import { moduleState, rt } from '../object/context.js';
import { isLibraryFunction } from '../object/function.js';
import { RecursionError } from '../object/errors.js';
import { asIterator } from '../object/iterate.js';
import { type Py } from '../object/object.js';
import { PyAnySet, PyDict, PyFrozenSet } from '../object/table.js';
import { PyType } from '../object/type.js';
import { NoneType } from '../object/typeof.js';
import {
  Ellipsis,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyLong,
  PyMethod,
  PyProgression,
  PySlice,
  PyTuple,
  PyUnicode,
} from '../object/values.js';
import { copyreg } from '../pickle/copyreg.js';
import { globalName } from '../pickle/globals.js';
import { GLOBAL, makerKind, type Reduction, reductionOf } from '../pickle/reduction.js';
import { reductionOfInstance2 } from '../pickle/save2.js';
import { fullName, NameCache } from './names.js';
import { writePlain } from './plain.js';
import { attributeKeys, isPlainInstance, RAW, TAGGED } from './plainInstance.js';
import { SeenObjects } from './seenObjects.js';
import { type SharedCodec, sharedCodec, type Transfer } from './shared.js';
import { Reduced, Tag } from './tags.js';
import { Writer } from './writer.js';

/** Nesting that CPython's pickler allows, in its own units (a list is two of them, a tuple one, an instance three). */
const DEPTH_LIMIT = 10000;
const PROTOCOL = 4;
/** Where CPython's library pickles what is sent. */
const PICKLING: LibraryPlace = { module: 'multiprocessing.reduction', line: 51 };

interface Encoders {
  readonly idle: Encoder[];
}
const encoders = (): Encoders => moduleState('codec encoders', () => ({ idle: [] }));

/**
 * Writes `value`; the bytes `[0, length)` of the result are valid until the next call. Raises what pickling it raises.
 * (One object that is used again and again: a view for each message would cost more than a small message.)
 */
export function encodeRecord(value: Py, transfer: Transfer = 'message'): Writer {
  const { idle } = encoders();
  // Python code that is called under way may itself send something.
  const encoder = idle.pop() ?? new Encoder();
  try {
    encoder.begin(transfer);
    encoder.value(value);
    return encoder.out;
  } finally {
    encoder.end();
    idle.push(encoder);
  }
}

/** The bytes of `value`, valid until the next call. */
export const encode = (value: Py, transfer: Transfer = 'message'): Uint8Array => encodeRecord(value, transfer).written;

export class Encoder {
  readonly out = new Writer(4096);
  private readonly names = new NameCache();
  private transfer: Transfer = 'message';
  private readonly seen = new SeenObjects();
  private depth = 0;

  begin(transfer: Transfer): void {
    this.transfer = transfer;
    this.out.length = 0;
    this.depth = 0;
  }

  /** Forgets the message's objects, so that they can be collected. */
  end(): void {
    this.seen.clear();
  }

  value(v: Py): void {
    const { out } = this;
    if (typeof v === 'number') this.int(v);
    else if (typeof v === 'string') {
      out.u8(Tag.Text);
      out.text(v);
    } else if (v === null) out.u8(Tag.None);
    else if (typeof v === 'object') this.object(v);
    else if (typeof v === 'boolean') out.u8(v ? Tag.True : Tag.False);
    else if (typeof v === 'bigint') {
      out.u8(Tag.BigInt);
      out.bigint(v);
    } else if (v.info !== undefined || !this.reducesItself(v)) this.global(v);
  }

  private int(v: number): void {
    const { out } = this;
    if ((v | 0) === v) {
      if (v >= Tag.smallest && v < Tag.smallInts + Tag.smallest) out.u8(v - Tag.smallest);
      else {
        out.u8(Tag.Int32);
        out.i32(v);
      }
    } else {
      out.u8(Tag.Int53);
      out.f64(v);
    }
  }

  private object(v: Py): void {
    const cls: PyType = v.c$;
    if (cls.isHeap) {
      if (this.backReference(v)) return;
      if (isPlainInstance(v, cls)) this.instance(v, cls);
      else this.special(v, cls);
      return;
    }
    switch (cls.ctor as unknown) {
      case PyFloat:
        this.out.u8(Tag.Float);
        this.out.f64(v.v);
        return;
      case PyTuple:
        if (!this.backReference(v)) this.tuple(v);
        return;
      case PyList:
        if (!this.backReference(v)) this.list(v);
        return;
      case PyDict:
        if (!this.backReference(v)) this.dict(v);
        return;
      case PyType:
        if (!this.backReference(v)) this.type(v);
        return;
      default:
        if (!this.backReference(v) && !this.plainObject(v, cls)) this.special(v, cls);
    }
  }

  private type(v: PyType): void {
    if (v.isHeap && copyreg().dispatchTable.map.size <= 2) this.global(v);
    else this.special(v, v.c$);
  }

  /** Other types of the runtime that have a form of their own. */
  private plainObject(v: Py, cls: PyType): boolean {
    const { out } = this;
    // The keys of processes are bytes too.
    if (v instanceof PyBytes && (cls.ctor as unknown) === PyBytes) {
      this.seen.note(v);
      out.u8(Tag.Bytes);
      out.count(v.data.length);
      out.raw(v.data);
    } else if (v instanceof PyAnySet) this.set(v);
    else if (v instanceof PyUnicode) {
      out.u8(Tag.Unicode);
      out.text(v.value);
    } else if (v instanceof PyLong) {
      out.u8(Tag.Long);
      out.bigint(v.value);
    } else if (v instanceof PyComplex) {
      out.u8(Tag.Complex);
      out.f64(v.real);
      out.f64(v.imag);
    } else if (v instanceof PyByteArray) {
      this.seen.note(v);
      out.u8(Tag.ByteArray);
      out.count(v.data.length);
      out.raw(v.data);
    } else if (v instanceof PyProgression) this.fields(Tag.Range, v, [v.start, v.stop, v.step]);
    else if (v instanceof PySlice) this.fields(Tag.Slice, v, [v.start, v.stop, v.step]);
    else if (v === Ellipsis) out.u8(Tag.Ellipsis);
    else if (v === NotImplemented && rt.dialect === 3) out.u8(Tag.NotImplemented);
    else return false;
    return true;
  }

  private fields(tag: number, v: Py, values: readonly Py[]): void {
    this.out.u8(tag);
    for (const value of values) this.value(value);
    this.seen.note(v);
  }

  // ---------------------------------------------------------------- containers

  private tuple(v: PyTuple): void {
    const { out } = this;
    const { items } = v;
    const { length } = items;
    this.seen.note(v);
    if (length === 2 || length === 3) out.u8(length === 2 ? Tag.Pair : Tag.Triple);
    else {
      out.u8(Tag.Tuple);
      out.count(length);
    }
    this.enter(1);
    for (let i = 0; i < length; i++) this.value(items[i]);
    this.depth--;
  }

  private list(v: PyList): void {
    const { out } = this;
    this.seen.note(v);
    if (v.raw !== null) {
      out.doubles(Tag.FloatList, v.raw);
      return;
    }
    const { items } = v;
    if (items.length > 3 && this.block(items)) return;
    out.u8(Tag.List);
    out.count(items.length);
    this.enter(2);
    for (let i = 0; i < items.length; i++) this.value(items[i]);
    this.depth -= 2;
  }

  /** A list of only small ints or only floats, as one block. */
  private block(items: readonly Py[]): boolean {
    const { length } = items;
    const first = items[0];
    if (typeof first === 'number') {
      let bytes = true;
      for (let i = 0; i < length; i++) {
        const item = items[i];
        if (typeof item !== 'number' || (item | 0) !== item) return false;
        if ((item & 0xff) !== item) bytes = false;
      }
      this.out.ints(bytes ? Tag.ByteBlock : Tag.Int32List, items as readonly number[], bytes ? 1 : 4);
      return true;
    }
    if (!(first instanceof PyFloat)) return false;
    for (let i = 0; i < length; i++) {
      const item = items[i];
      if (!(item instanceof PyFloat) || item.c$.isHeap) return false;
    }
    this.out.floats(Tag.FloatList, items as readonly PyFloat[]);
    return true;
  }

  private dict(v: PyDict): void {
    const { out } = this;
    this.seen.note(v);
    out.u8(Tag.Dict);
    out.count(v.size);
    this.enter(2);
    for (const slot of v.slots()) {
      this.value(v.keyOf(slot));
      this.value(v.valueAt(slot));
    }
    this.depth -= 2;
  }

  private set(v: PyAnySet): void {
    const { out } = this;
    this.seen.note(v);
    out.u8(v instanceof PyFrozenSet ? Tag.FrozenSet : Tag.Set);
    out.count(v.size);
    this.enter(2);
    for (const slot of v.slots()) this.value(v.keyOf(slot));
    this.depth -= 2;
  }

  // ---------------------------------------------------------------- objects

  private instance(v: Py, cls: PyType): void {
    const { out } = this;
    const keys = attributeKeys(v);
    this.enter(3);
    out.u8(Tag.Instance);
    this.value(cls);
    this.seen.note(v);
    out.count(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      const first = key.charCodeAt(0);
      out.text(first === TAGGED ? key.slice(1) : key);
      if (first !== RAW) this.value(v[key]);
      else {
        out.u8(Tag.Float);
        out.f64(v[key]);
      }
    }
    this.depth -= 3;
  }

  private special(v: Py, cls: PyType): void {
    const codec = sharedCodec(cls);
    if (
      codec !== undefined &&
      (this.transfer !== 'message' || codec.inMessages === true) &&
      !(cls.isHeap && this.transfer === 'spawn' && codec.isReduced?.(cls))
    ) {
      this.shared(v, cls, codec);
      return;
    }
    if (v === NoneType || v === Ellipsis.c$ || v === NotImplemented.c$) {
      this.out.u8(Tag.SingletonType);
      this.out.u8(v === NoneType ? 0 : v === Ellipsis.c$ ? 1 : 2);
      return;
    }
    if (v instanceof PyMethod && this.method(v)) return;
    const reduction = asLibrary(PICKLING, () =>
      v.c$?.oldStyle === true ? reductionOfInstance2(v) : reductionOf(v, PROTOCOL),
    );
    if (reduction === GLOBAL) this.global(v);
    else if (typeof reduction === 'string') this.global(v, reduction);
    else this.reduce(v, reduction);
  }

  /** Builtin functions that are no members of a module. */
  private reducesItself(f: Py): boolean {
    if (f.builtin?.owner instanceof PyType && !isLibraryFunction(f)) {
      const reduction = reductionOf(f, PROTOCOL);
      if (typeof reduction !== 'string') {
        this.reduce(f, reduction);
        return true;
      }
    }
    return false;
  }

  /** `getattr(self, name)` at the other side. */
  private method(v: PyMethod): boolean {
    if (rt.dialect === 2 || v.self === undefined || typeof v.func !== 'function') return false;
    const name = v.func.info === undefined ? v.func.builtin?.name : (v.func.info.name ?? v.func.info.code.name);
    if (typeof name !== 'string') return false;
    this.enter(3);
    this.out.u8(Tag.Method);
    this.value(v.self);
    this.out.text(name);
    this.seen.note(v);
    this.depth -= 3;
    return true;
  }

  private shared(v: Py, cls: PyType, codec: SharedCodec): void {
    const { out } = this;
    const parts = codec.parts?.(v, this.transfer) ?? [];
    out.u8(Tag.Shared);
    out.text(codec.kind);
    this.value(cls.isHeap && codec.makesClass !== true ? (codec.classInMessages?.(v) ?? cls) : null);
    writePlain(out, codec.encode(v, this.transfer));
    out.count(parts.length);
    for (const part of parts) this.value(part);
    this.seen.note(v);
  }

  private reduce(v: Py, r: Reduction): void {
    const { out } = this;
    const kind = makerKind(r, v);
    let flags = kind === 'newobj' ? Reduced.newObject : kind === 'newobj_ex' ? Reduced.newObjectEx : 0;
    if (r.state !== null) flags |= Reduced.state;
    if (r.listItems !== null) flags |= Reduced.listItems;
    if (r.dictItems !== null) flags |= Reduced.dictItems;
    if (r.stateSetter !== null) flags |= Reduced.setter;
    this.enter(3);
    out.u8(Tag.Reduce);
    out.u8(flags);
    if (kind === undefined) this.value(r.callable);
    this.value(r.args);
    // Only now can the other side have made it. If it took part in its own arguments, it is there already.
    if (this.backReference(v)) return;
    this.seen.note(v);
    if (r.listItems !== null) this.items(r.listItems, false);
    if (r.dictItems !== null) this.items(r.dictItems, true);
    if (r.state !== null) {
      if (r.stateSetter !== null) this.value(r.stateSetter);
      this.value(r.state);
    }
    this.depth -= 3;
  }

  /** Items of an iterator, whose number is not known before: each is preceded by a 1, the end is a 0. */
  private items(iterator: Py, pairs: boolean): void {
    const { out } = this;
    const it = asIterator(iterator);
    for (let item = it.nx(); item !== undefined; item = it.nx()) {
      out.u8(1);
      if (!pairs) this.value(item);
      else {
        this.value(item.items[0]);
        this.value(item.items[1]);
      }
    }
    out.u8(0);
  }

  private global(v: Py, given?: string): void {
    if (this.backReference(v)) return;
    const name = given === undefined ? this.names.of(v) : fullName(globalName(v, given));
    this.seen.note(v);
    this.out.u8(Tag.Global);
    this.out.text(name);
  }

  // ---------------------------------------------------------------- what came before

  private backReference(v: Py): boolean {
    const at = this.seen.numberOf(v);
    if (at < 0) return false;
    this.out.u8(Tag.Ref);
    this.out.count(at);
    return true;
  }

  private enter(units: number): void {
    if ((this.depth += units) > DEPTH_LIMIT) {
      throw RecursionError('maximum recursion depth exceeded while pickling an object');
    }
  }
}
