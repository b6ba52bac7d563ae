/**
 * `_pickle.Unpickler`: the pickle machine.
 * Spec: https://docs.python.org/3/library/pickle.html
 */
import { findAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { TextShapes } from '../object/textShapes.js';
import { PyTuple } from '../object/values.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { decodeText } from '../builtins/codecs.js';
import { copyreg, newWithKeywords, newWithoutInit } from './copyreg.js';
import { UnpicklingError } from './errors.js';
import type { Faults } from './faults.js';
import { runFrequent } from './frequent.js';
import { loadContainer } from './loadContainers.js';
import { loadValue } from './loadValues.js';
import { HIGHEST_PROTOCOL, Op } from './opcodes.js';
import type { Source } from './source.js';
import { MarkedStack } from './stack.js';
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

export class Unpickling extends MarkedStack {
  memo: Py[] = [];
  /** Whether numbers have been left out in the memo. */
  sparse = false;
  protocol = 0;
  private readonly shared = moduleState('_pickle.loading', () => new Shared());
  readonly shapes = this.shared.shapes;

  constructor(
    readonly source: Source,
    readonly hooks: UnpicklerHooks,
    faults: Faults,
  ) {
    super(faults);
    source.faults = faults;
  }

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
      default:
        if (!loadContainer(this, op) && !loadValue(this, op) && !this.stepMemo(op) && !this.stepObject(op))
          throw this.faults.unknown(op);
    }
  }

  private stepMemo(op: number): boolean {
    const { source } = this;
    switch (op) {
      case Op.PUT:
        this.put(this.index(source.line()));
        return true;
      case Op.GET:
        this.getByText(source.line());
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
        if (cls === undefined) throw this.faults.underflow(false);
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
    if (value === undefined) throw this.faults.notRemembered(at);
    this.push(value);
  }

  /** Python 2 looks for whatever stands there. */
  private getByText(text: string): void {
    if (rt.dialect === 3 || /^\d+$/.test(text)) {
      const at = this.index(text);
      if (rt.dialect === 2 && this.memo[at] === undefined) throw this.faults.notRemembered(text);
      this.get(at);
    } else throw this.faults.notRemembered(text);
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

  // ---------------------------------------------------------------- objects

  private nameLine(): string {
    const text = this.source.line();
    if (rt.dialect === 2) return text;
    if (text === '') throw UnpicklingError('pickle data was truncated');
    return decodeText(Buffer.from(text, 'latin1'), 'utf-8', 'strict', null);
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
      throw this.faults.noPersistentLoad();
    }
    this.push(call(persistentLoad, [line === undefined ? this.pop() : line]));
  }
}

const argumentItems = (args: Py): readonly Py[] => (args instanceof PyTuple ? args.items : toArray(args));
