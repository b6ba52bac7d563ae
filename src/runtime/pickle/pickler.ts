/**
 * `_pickle.Pickler`: an object as a pickle, byte for byte what the C implementation writes.
 * Spec: https://docs.python.org/3/library/pickle.html
 */
import { special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { isLibraryFunction } from '../object/function.js';
import { isInstanceOf, KeyError, RecursionError, RuntimeError, ValueError } from '../object/errors.js';
import { intToText } from '../text/parseInt.js';
import { floatRepr } from '../text/floatRepr.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { PyType } from '../object/type.js';
import { NoneType } from '../object/typeof.js';
import {
  Ellipsis,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyList,
  PyMethod,
  PyTuple,
} from '../object/values.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import { builtin } from '../builtins/registry.js';
import { bigintBytes } from '../codec/writer.js';
import { PyPickleBuffer } from './buffer.js';
import { PicklingError } from './errors.js';
import { FrameWriter } from './frames.js';
import { Memo } from './memo.js';
import { Op } from './opcodes.js';
import {
  saveBuffer,
  saveByteArray,
  saveBytes,
  saveDict,
  saveFrozenSet,
  saveList,
  saveSet,
  saveText,
  saveTuple,
} from './saveBuiltin.js';
import { type PlainStates, savePlain } from './plainInstances.js';
import { saveGlobal } from './saveGlobal.js';
import { saveBuiltinMethod } from './saveBuiltin.js';
import { saveReduction } from './saveReduction.js';
import { saveInstance2, saveText2, saveUnicode2 } from './save2.js';
import { checkReduction, GLOBAL, reductionOf } from './reduction.js';

/** Nesting that CPython allows, in its units. */
const DEPTH_LIMIT = 10000;

export interface PicklerHooks {
  /** `persistent_id`, or undefined. */
  persistentId: Py;
  reducerOverride: Py;
  dispatchTable: Py;
  bufferCallback: Py;
}

export class Pickling {
  readonly out = new FrameWriter();
  /** Objects by identity, texts by what they say; the value is their number. */
  readonly memo = new Memo();
  /** The objects themselves, by number, for `Pickler.memo`. */
  readonly memoized: Py[] = [];
  fast = false;
  /**
   * As `cPickle` of Python 2 writes: no number for texts of one character and for what nobody else
   * refers to. It asks the reference count; here that is the arguments of a constructor.
   */
  isC2 = false;
  /** What numbers are higher by than what has been numbered: Python 2's `pickle` also counts what it keeps alive. */
  offset = 0;
  depth = 0;
  /** Of a pickler that asks nobody, and whose memo nobody sees: what it has written of plain instances. */
  plain: PlainStates | null = null;
  readonly isBinary: boolean;
  constructor(
    readonly protocol: number,
    readonly fixImports: boolean,
    readonly hooks: PicklerHooks,
  ) {
    this.isBinary = protocol > 0;
  }

  /** The pickle of `o`, in this pickler's memo. */
  dump(o: Py): Uint8Array {
    const { out, protocol } = this;
    out.begin(protocol);
    this.depth = 0;
    this.save(o);
    out.op(Op.STOP);
    return out.finish();
  }

  save(o: Py): void {
    this.out.boundary();
    if (this.hooks.persistentId !== undefined && this.savePersistent(o)) return;
    this.saveValue(o);
  }

  /** Saves the items between `from` and `to`, as far as there still are so many. Returns where it stopped. */
  saveItems(items: readonly Py[], from: number, to: number): number {
    const { out } = this;
    const isPlain = this.isBinary && this.hooks.persistentId === undefined;
    let at = from;
    for (; at < items.length && at < to; at++) {
      const o = items[at];
      if (!isPlain || typeof o !== 'number') this.save(o);
      else {
        out.boundary();
        this.saveInt(o);
      }
    }
    return at;
  }

  saveValue(o: Py): void {
    const { out } = this;
    if (typeof o === 'number') this.saveInt(o);
    else if (typeof o === 'string') {
      if (rt.dialect === 2) saveText2(this, o);
      else saveText(this, o);
    } else if (o === null) out.op(Op.NONE);
    else if (typeof o === 'boolean') {
      if (this.protocol >= 2) out.op(o ? Op.NEWTRUE : Op.NEWFALSE);
      else out.ascii(o ? 'I01\n' : 'I00\n');
    } else if (typeof o === 'bigint') this.saveBigInt(o);
    else this.saveObject(o);
  }

  private saveInt(n: number): void {
    const { out } = this;
    if (n > 0x7fffffff || n < -0x80000000) {
      if (this.protocol < 2 || rt.dialect === 2) this.saveBigInt(BigInt(n));
      else out.long(n);
    } else if (this.isBinary) out.int(n);
    else out.ascii(`I${n}\n`);
  }

  saveBigInt(n: bigint): void {
    const { out } = this;
    // Python 2 writes ints of a machine word as such, in any protocol.
    if (rt.dialect === 2 && n >= -(1n << 63n) && n < 1n << 63n) {
      out.ascii(`I${n}\n`);
      return;
    }
    if (this.protocol < 2) {
      out.ascii(`L${intToText(n)}L\n`);
      return;
    }
    const data = bigintBytes(n);
    if (data.length < 256) out.sized(Op.LONG1, data.length, 1);
    else out.sized(Op.LONG4, data.length, 4);
    out.raw(data);
  }

  private saveObject(o: Py): void {
    const cls: PyType = o.c$;
    if (o instanceof PyFloat && !cls.isHeap) {
      if (this.isBinary) this.out.double(Op.BINFLOAT, o.v);
      else this.out.ascii(`F${floatRepr(o.v)}\n`);
      return;
    }
    if (this.saveMemoized(o)) return;
    if (!cls.isHeap ? this.saveBuiltin(o, cls) : this.plain !== null && savePlain(this, o, cls)) return;
    this.saveOther(o);
  }

  private saveBuiltin(o: Py, cls: PyType): boolean {
    const exact = cls.ctor;
    if (o instanceof PyTuple && exact === PyTuple) saveTuple(this, o);
    else if (o instanceof PyDict && exact === PyDict) saveDict(this, o);
    else if (o instanceof PyList && exact === PyList) saveList(this, o);
    else if (rt.dialect === 2) return saveUnicode2(this, o);
    else if (o instanceof PyBytes && exact === PyBytes) saveBytes(this, o);
    else if (o instanceof PySet) saveSet(this, o);
    else if (o instanceof PyFrozenSet) saveFrozenSet(this, o);
    else if (o instanceof PyByteArray && exact === PyByteArray) saveByteArray(this, o);
    else if (o instanceof PyPickleBuffer) saveBuffer(this, o);
    else return false;
    return true;
  }

  private saveOther(o: Py): void {
    const { hooks } = this;
    if (hooks.reducerOverride !== undefined) {
      const value = call(hooks.reducerOverride, [o]);
      if (value !== NotImplemented) {
        this.saveReduced(o, checkReduction(value, o));
        return;
      }
    }
    if (typeof o === 'function' && (o.info !== undefined || isLibraryFunction(o))) {
      saveGlobal(this, o);
      return;
    }
    if (o instanceof PyType && !o.c$.isHeap) {
      this.saveType(o);
      return;
    }
    if (o instanceof PyMethod && o.func?.builtin !== undefined && o.self !== undefined && rt.dialect === 3) {
      saveBuiltinMethod(this, o);
      return;
    }
    const table =
      hooks.dispatchTable === undefined ? undefined : (type: PyType) => tableEntry(hooks.dispatchTable, type);
    if (o.c$.oldStyle) saveInstance2(this, o);
    else this.saveReduced(o, reductionOf(o, this.protocol, table));
  }

  private saveType(type: PyType): void {
    const singleton = rt.dialect === 2 ? undefined : singletonOf(type);
    if (singleton !== undefined)
      this.saveReduced(type, checkReduction(new PyTuple([builtin('type'), new PyTuple([singleton])]), type));
    else saveGlobal(this, type);
  }

  saveReduced(o: Py, reduction: ReturnType<typeof checkReduction>): void {
    if (reduction === GLOBAL) saveGlobal(this, o);
    else if (typeof reduction === 'string') saveGlobal(this, o, reduction);
    else saveReduction(this, reduction, o);
  }

  // ---------------------------------------------------------------- persistent objects and the memo

  private savePersistent(o: Py): boolean {
    const id = call(this.hooks.persistentId, [o]);
    if (id === null) return false;
    if (this.isBinary) {
      this.saveValue(id);
      this.out.op(Op.BINPERSID);
      return true;
    }
    const text = str(id);
    if (/[^\x00-\x7f]/.test(text)) throw PicklingError('persistent IDs in protocol 0 must be ASCII strings');
    this.out.ascii(`P${text}\n`);
    return true;
  }

  /** Writes a reference to what has been written before. Returns whether it was. */
  saveMemoized(key: unknown): boolean {
    const at = this.memo.get(key);
    if (at === undefined) return false;
    this.refer(at);
    return true;
  }

  /** Writes a reference to what has this number. */
  refer(at: number): void {
    const { out } = this;
    if (!this.isBinary) out.ascii(`g${at}\n`);
    else if (at < 256) out.sized(Op.BINGET, at, 1);
    else out.sized(Op.LONG_BINGET, at, 4);
  }

  /** The object just written gets the next number. */
  memoize(key: unknown, o: Py = key): void {
    if (this.fast) return;
    const at = this.memo.size + this.offset;
    this.memo.set(key, at);
    this.numbered(at, o);
  }

  /** The same for an object that is known to have none. */
  memoizeNew(o: Py): void {
    if (this.fast) return;
    const at = this.memo.size + this.offset;
    this.memo.add(o, at);
    this.numbered(at, o);
  }

  /** The same for a text that `memo.findText` has just not found. */
  memoizeText(text: string): void {
    if (this.fast) return;
    const at = this.memo.size + this.offset;
    this.memo.addText(text, at);
    this.numbered(at, text);
  }

  private numbered(at: number, o: Py): void {
    const { out } = this;
    this.memoized[at] = o;
    if (this.protocol >= 4) out.op(Op.MEMOIZE);
    else if (!this.isBinary) out.ascii(`p${at}\n`);
    else if (at < 256) out.sized(Op.BINPUT, at, 1);
    else out.sized(Op.LONG_BINPUT, at, 4);
  }

  enter(units: number): void {
    this.depth += units;
    if (this.depth > DEPTH_LIMIT) throw this.tooDeep();
  }

  leave(units: number): void {
    this.depth -= units;
  }

  private tooDeep(): Py {
    if (rt.dialect === 3) return RecursionError('maximum recursion depth exceeded while pickling an object');
    return this.fast && this.isC2
      ? ValueError("fast mode: can't pickle cyclic objects")
      : RuntimeError('maximum recursion depth exceeded');
  }
}

/** The only object of a type that is pickled by it. */
function singletonOf(type: PyType): Py {
  if (type === NoneType) return null;
  if (type === Ellipsis.c$) return Ellipsis;
  return type === NotImplemented.c$ ? NotImplemented : undefined;
}

/** What a `dispatch_table` says of a type; undefined when nothing. */
function tableEntry(table: Py, type: PyType): Py {
  if (table instanceof PyDict && !table.c$.isHeap) return table.get(type);
  try {
    return special(table, '__getitem__')!(table, type);
  } catch (error) {
    if (isInstanceOf(error, KeyError)) return undefined;
    throw error;
  }
}
