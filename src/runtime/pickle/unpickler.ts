/**
 * `_pickle.Unpickler`: the pickle machine.
 * Spec: https://docs.python.org/3/library/pickle.html
 */
import { findAttr, special } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import { TextShapes } from '../object/textShapes.js';
import { PyList, PyTuple } from '../object/values.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { pyCall } from '../builtins/textError.js';
import { decodeBytes } from '../text/codecs/registry.js';
import { copyreg, newWithKeywords, newWithoutInit } from './copyreg.js';
import { UnpicklingError } from './errors.js';
import { runFrequent } from './frequent.js';
import { loadValue } from './loadValues.js';
import { HIGHEST_PROTOCOL, Op } from './opcodes.js';
import type { Source } from './source.js';
import { applyState } from './state.js';

export interface UnpicklerHooks {
  findClass(module: string, name: string, protocol: number): Py;
  /** Undefined when there is none. */
  persistentLoad: Py;
  readonly encoding: string;
  readonly errors: string;
  readonly fixImports: boolean;
  /** Iterator of the out-of-band buffers, or null. */
  readonly buffers: Py;
}

/** What the unpicklers of a process share. */
class Shared {
  /** A stack that is free and empty: to make one grow takes longer than to read a small pickle. */
  stack: Py[] | undefined;
  readonly shapes = new TextShapes();
}

/** A stack that had more than so many values taken off at once is not kept. */
const MOST_KEPT = 4096;

export class Unpickling {
  stack: Py[] = [];
  private readonly marks: number[] = [];
  memo: Py[] = [];
  /** Whether numbers have been left out in the memo. */
  sparse = false;
  protocol = 0;
  private readonly shared = moduleState('_pickle.loading', () => new Shared());

  constructor(
    readonly source: Source,
    readonly hooks: UnpicklerHooks,
  ) {}

  /** Runs to STOP. */
  load(): Py {
    const { shared, source } = this;
    this.stack = shared.stack ?? [];
    shared.stack = undefined;
    if (this.marks.length > 0) this.marks.length = 0;
    this.protocol = 0;
    for (;;) {
      runFrequent(this, source);
      const op = source.opcode();
      if (op === Op.STOP) break;
      this.step(op);
    }
    const value = this.pop();
    if (this.stack.length === 0) shared.stack = this.stack;
    source.skipPeeked();
    return value;
  }

  // ---------------------------------------------------------------- the stack

  /** Where the part of the stack that opcodes may touch begins. */
  get fence(): number {
    return this.marks.length === 0 ? 0 : this.marks[this.marks.length - 1]!;
  }

  pop(): Py {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack.pop();
  }

  private top(depth = 1): Py {
    if (this.stack.length - depth < this.fence) throw this.underflow();
    return this.stack[this.stack.length - depth];
  }

  push(v: Py): void {
    this.stack.push(v);
  }

  private underflow(): Py {
    return UnpicklingError(this.marks.length > 0 ? 'unexpected MARK found' : 'unpickling stack underflow');
  }

  private popMark(): number {
    const mark = this.marks.pop();
    if (mark === undefined) throw UnpicklingError('could not find MARK');
    return mark;
  }

  mark(): void {
    this.marks.push(this.stack.length);
  }

  /** The items above the last mark, taken off. */
  marked(): Py[] {
    const items = this.stack.slice(this.popMark());
    this.drop(items.length);
    return items;
  }

  /** Takes off the last `count` values: one by one keeps the memory. */
  private drop(count: number): void {
    const { stack } = this;
    if (count > MOST_KEPT) this.stack = stack.slice(0, stack.length - count);
    else for (let i = 0; i < count; i++) stack.pop();
  }

  // ---------------------------------------------------------------- opcodes

  private step(op: number): void {
    switch (op) {
      case Op.MARK:
        this.mark();
        return;
      case Op.MEMOIZE:
        this.memo[this.memoCount()] = this.top();
        return;
      case Op.BINPUT:
        this.put(this.source.u8());
        return;
      case Op.BINGET:
        this.get(this.source.u8());
        return;
      case Op.TUPLE:
        this.push(new PyTuple(this.marked()));
        return;
      case Op.TUPLE1:
      case Op.TUPLE2:
      case Op.TUPLE3:
        this.tuple(op - Op.TUPLE1 + 1);
        return;
      case Op.EMPTY_TUPLE:
        this.push(new PyTuple([]));
        return;
      case Op.EMPTY_LIST:
        this.push(new PyList([]));
        return;
      case Op.EMPTY_DICT:
        this.push(new PyDict());
        return;
      case Op.APPEND:
        this.append();
        return;
      case Op.APPENDS:
        this.extend(this.marked());
        return;
      case Op.SETITEM:
        this.setItem();
        return;
      case Op.SETITEMS:
        this.setItems();
        return;
      default:
        if (!loadValue(this, op) && !this.stepMemo(op) && !this.stepObject(op)) throw this.unknown(op);
    }
  }

  private stepMemo(op: number): boolean {
    const { source } = this;
    switch (op) {
      case Op.PUT:
        this.put(this.index(source.line()));
        return true;
      case Op.GET:
        this.get(this.index(source.line()));
        return true;
      case Op.LONG_BINPUT:
        this.put(this.u32());
        return true;
      case Op.LONG_BINGET:
        this.get(this.u32());
        return true;
      case Op.POP:
        if (this.marks.length > 0 && this.stack.length === this.fence) this.popMark();
        else this.pop();
        return true;
      case Op.POP_MARK:
        this.marked();
        return true;
      case Op.DUP:
        this.push(this.top());
        return true;
      case Op.PROTO:
        this.protocol = source.u8();
        if (this.protocol > (rt.dialect === 2 ? 2 : HIGHEST_PROTOCOL))
          throw ValueError(`unsupported pickle protocol: ${this.protocol}`);
        return true;
      case Op.FRAME:
        this.frame();
        return true;
      default:
        return false;
    }
  }

  private stepObject(op: number): boolean {
    switch (op) {
      case Op.LIST:
        this.push(new PyList(this.marked()));
        return true;
      case Op.DICT:
        this.dict(this.marked());
        return true;
      case Op.EMPTY_SET:
        this.push(new PySet());
        return true;
      case Op.ADDITEMS:
        this.addItems(this.marked());
        return true;
      case Op.FROZENSET:
        this.frozenSet(this.marked());
        return true;
      case Op.GLOBAL: {
        const module = this.nameLine();
        this.push(this.hooks.findClass(module, this.nameLine(), this.protocol));
        return true;
      }
      case Op.STACK_GLOBAL:
        this.stackGlobal();
        return true;
      default:
        return this.stepReduce(op);
    }
  }

  private stepReduce(op: number): boolean {
    switch (op) {
      case Op.REDUCE: {
        const args = this.pop();
        const callable = this.pop();
        this.push(call(callable, argumentItems(args)));
        return true;
      }
      case Op.NEWOBJ:
        this.newObject(false);
        return true;
      case Op.NEWOBJ_EX:
        this.newObject(true);
        return true;
      case Op.BUILD: {
        const state = this.pop();
        applyState(this.top(), state);
        return true;
      }
      case Op.INST: {
        const module = this.nameLine();
        const cls = this.hooks.findClass(module, this.nameLine(), this.protocol);
        this.push(this.instantiate(cls, this.marked()));
        return true;
      }
      case Op.OBJ: {
        const [cls, ...args] = this.marked();
        if (cls === undefined) throw UnpicklingError('unpickling stack underflow');
        this.push(this.instantiate(cls, args));
        return true;
      }
      case Op.EXT1:
        this.extension(this.source.u8());
        return true;
      case Op.EXT2:
        this.extension(this.little(2));
        return true;
      case Op.EXT4:
        this.extension(this.little(4) | 0);
        return true;
      case Op.PERSID:
        this.persistent(this.persistentLine());
        return true;
      case Op.BINPERSID:
        this.persistent(undefined);
        return true;
      default:
        return false;
    }
  }

  private unknown(op: number): Py {
    const shown =
      op >= 0x20 && op < 0x7f && op !== 0x27 && op !== 0x5c
        ? String.fromCharCode(op)
        : `\\x${op.toString(16).padStart(2, '0')}`;
    return UnpicklingError(`invalid load key, '${shown}'.`);
  }

  // ---------------------------------------------------------------- memo

  /** Numbers given so far; PUT may have left gaps. */
  private memoCount(): number {
    return this.sparse ? this.memo.reduce((n: number) => n + 1, 0) : this.memo.length;
  }

  private put(at: number): void {
    if (at > this.memo.length) this.sparse = true;
    this.memo[at] = this.top();
  }

  private get(at: number): void {
    const value = this.memo[at];
    if (value === undefined) throw UnpicklingError(`Memo value not found at index ${at}`);
    this.push(value);
  }

  private index(text: string): number {
    const n = Number(text);
    if (!/^\s*[+-]?\d+\s*$/.test(text)) throw ValueError(`invalid literal for int() with base 10: '${text}'`);
    if (n < 0) throw ValueError('negative PUT argument');
    return n;
  }

  u32(): number {
    return this.little(4);
  }

  /** An unsigned number of `size` bytes. */
  little(size: number): number {
    return this.source.little(size);
  }

  private frame(): void {
    const length = this.little(8);
    const { source } = this;
    // The frame's bytes are read in one go; the opcodes in it then find them there.
    source.take(length);
    source.at -= length;
  }

  // ---------------------------------------------------------------- containers

  tuple(length: number): void {
    const { stack } = this;
    if (stack.length - length < this.fence) throw this.underflow();
    const items = stack.slice(stack.length - length);
    this.drop(length);
    stack.push(new PyTuple(items));
  }

  append(): void {
    const value = this.pop();
    const list = this.top();
    if (list instanceof PyList && !list.c$.isHeap) list.items.push(value);
    else callMethod(list, 'append', value);
  }

  extend(items: Py[]): void {
    const list = this.top();
    if (list instanceof PyList && !list.c$.isHeap) {
      // The items are nobody else's.
      if (list.items.length === 0) list.items = items;
      else for (const item of items) list.items.push(item);
      return;
    }
    if (items.length === 0) return;
    if (findAttr(list, 'extend') !== undefined) callMethod(list, 'extend', new PyList(items));
    else for (const item of items) callMethod(list, 'append', item);
  }

  setItem(): void {
    const dict = this.top(3);
    const key = this.top(2);
    const value = this.top(1);
    this.drop(2);
    if (dict instanceof PyDict && !dict.c$.isHeap) dict.set(key, value);
    else special(dict, '__setitem__')!(dict, key, value);
  }

  setItems(): void {
    const { stack, marks } = this;
    const mark = marks.length === 0 ? 0 : marks[marks.length - 1]!;
    const below = marks.length < 2 ? 0 : marks[marks.length - 2]!;
    const dict = mark > below ? stack[mark - 1] : undefined;
    const isPlain = dict instanceof PyDict && rt.dialect === 3 && dict.c$ === PyDict.prototype.c$;
    if (isPlain && (stack.length - mark) % 2 === 0 && this.shared.shapes.fill(dict, stack, mark)) {
      marks.pop();
      this.drop(stack.length - mark);
    } else this.setItemsOf(this.marked());
  }

  private setItemsOf(items: readonly Py[]): void {
    const dict = this.top();
    if (items.length % 2 !== 0) throw UnpicklingError('odd number of items for SETITEMS');
    if (dict instanceof PyDict && !dict.c$.isHeap) {
      for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
      return;
    }
    const set = special(dict, '__setitem__');
    for (let i = 0; i < items.length; i += 2) set!(dict, items[i], items[i + 1]);
  }

  private dict(items: readonly Py[]): void {
    if (items.length % 2 !== 0) throw UnpicklingError('odd number of items for DICT');
    const dict = new PyDict();
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
    this.push(dict);
  }

  private addItems(items: readonly Py[]): void {
    const set = this.top();
    if (set instanceof PySet && !set.c$.isHeap) for (const item of items) set.set(item, true);
    else for (const item of items) callMethod(set, 'add', item);
  }

  private frozenSet(items: readonly Py[]): void {
    const set = new PyFrozenSet();
    for (const item of items) set.set(item, true);
    this.push(set);
  }

  // ---------------------------------------------------------------- objects

  private nameLine(): string {
    const text = this.source.line();
    if (rt.dialect === 2) return text;
    if (text === '') throw UnpicklingError('pickle data was truncated');
    return pyCall(() => decodeBytes(Buffer.from(text, 'latin1'), 'utf-8'));
  }

  private stackGlobal(): void {
    const name = this.pop();
    const module = this.pop();
    if (typeof name !== 'string' || typeof module !== 'string') throw UnpicklingError('STACK_GLOBAL requires str');
    this.push(this.hooks.findClass(module, name, this.protocol));
  }

  private newObject(withKeywords: boolean): void {
    const kwargs = withKeywords ? this.pop() : null;
    const args = this.pop();
    const cls = this.pop();
    const op = withKeywords ? 'NEWOBJ_EX' : 'NEWOBJ';
    if (!(cls instanceof PyType)) throw UnpicklingError(`${op} class argument must be a type, not ${typeOf(cls).name}`);
    if (!(args instanceof PyTuple))
      throw UnpicklingError(`${op} args argument must be a tuple, not ${typeOf(args).name}`);
    if (!withKeywords) {
      this.push(newWithoutInit(cls, args.items));
      return;
    }
    if (!(kwargs instanceof PyDict))
      throw UnpicklingError(`NEWOBJ_EX kwargs argument must be a dict, not ${typeOf(kwargs).name}`);
    this.push(newWithKeywords(cls, args, kwargs));
  }

  /** Protocols 0 and 1: a class of Python 2 is made without calling it when there are no arguments. */
  private instantiate(cls: Py, args: Py[]): Py {
    if (args.length === 0 && cls instanceof PyType && findAttr(cls, '__getinitargs__') === undefined) {
      return newWithoutInit(cls, []);
    }
    return call(cls, args);
  }

  private extension(code: number): void {
    const registry = copyreg();
    const cached = registry.cache.get(code);
    if (cached !== undefined) {
      this.push(cached);
      return;
    }
    const pair = registry.inverted.get(code);
    if (pair === undefined) {
      if (code <= 0) throw UnpicklingError('EXT specifies code <= 0');
      throw ValueError(`unregistered extension code ${code}`);
    }
    if (!(pair instanceof PyTuple) || pair.items.length !== 2 || pair.items.some((item) => typeof item !== 'string')) {
      throw ValueError(`_inverted_registry[${code}] isn't a 2-tuple of strings`);
    }
    const found = this.hooks.findClass(pair.items[0], pair.items[1], this.protocol);
    registry.cache.set(code, found);
    this.push(found);
  }

  private persistentLine(): Py {
    const text = this.source.line();
    if (/[^\x00-\x7f]/.test(text)) throw UnpicklingError('persistent IDs in protocol 0 must be ASCII strings');
    return text;
  }

  private persistent(line: Py): void {
    const { persistentLoad } = this.hooks;
    if (persistentLoad === undefined) {
      throw UnpicklingError(
        'A load persistent id instruction was encountered, but no persistent_load function was specified.',
      );
    }
    this.push(call(persistentLoad, [line === undefined ? this.pop() : line]));
  }
}

const argumentItems = (args: Py): readonly Py[] => (args instanceof PyTuple ? args.items : toArray(args));
