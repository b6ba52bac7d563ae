/** Frames of functions whose texts are watched: each call has one, which knows the function's variables. */
import { rt } from '../object/context.js';
import type { FunctionInfo } from '../object/function.js';
import type { Py } from '../object/object.js';
import { beginning, toldLines } from '../toldLines.js';
import { PyDict } from '../object/table.js';
import { locate, type OwnFrame } from './frame.js';
import { FrameLocals } from './frameLocals.js';
import { PyFrame } from './pyFrame.js';

/** Reads variable number `n`, or sets it. Undefined is an unbound one. */
export type Access = (n: number, set: boolean, value: Py) => Py;

const NONE: readonly string[] = [];

export class TracedFrame extends PyFrame implements OwnFrame {
  /** The function's variables in order, and how to get at them. */
  names: readonly string[] = NONE;
  access: Access = () => undefined;
  /** What the function returns. */
  result: Py = null;
  /** The line where it is. */
  lineNow: number;
  /** The line that it was told of last; none just after it was called. */
  toldLine = -1;
  /** It is about to begin a loop. */
  isEntering = false;
  /** It has said that it was called. */
  isCalled = false;
  /** It is under way, and no generator that waits. */
  isActive = true;
  /** It has been left by an exception. */
  isRaising = false;
  outer: TracedFrame | null;
  findCaller: (() => PyFrame | null) | null = null;
  private caller: PyFrame | null | undefined = undefined;
  /** Python 2's `f_locals`. */
  private shown: Py = undefined;

  constructor(
    readonly info: FunctionInfo,
    /** Of a class body. */
    readonly namespace: Py,
  ) {
    super(
      info.code,
      () => 0,
      () => null,
    );
    this.lineNow = beginning(info.code);
    // A class body of Python 2 returns its variables.
    if (rt.dialect === 2 && namespace !== undefined) this.result = this.locals();
    this.outer = rt.frame;
  }

  override get line(): number {
    return this.lineNow;
  }

  override lastInstruction(): number {
    const { code, lineNow } = this;
    return 2 * [beginning(code), ...toldLines(code)].indexOf(lineNow);
  }

  override back(): PyFrame | null {
    if (!this.isActive) return this.caller ?? null;
    if (this.caller === undefined) {
      if (this.findCaller === null) locate(this);
      this.caller = this.findCaller === null ? this.outer : this.findCaller();
      this.findCaller = null;
    }
    return this.caller;
  }

  /** It begins, or goes on as a generator, called from where the thread is now. */
  enter(): void {
    this.outer = rt.frame;
    this.isActive = true;
    this.caller = undefined;
    this.findCaller = null;
    rt.frame = this;
  }

  /** It has come to its end. Who called it stays known. */
  leave(): void {
    this.caller ??= this.outer;
    this.isActive = false;
    rt.frame = this.outer;
    this.outer = null;
    this.findCaller = null;
  }

  /** The same for a generator that waits: nobody is calling it. */
  pause(): void {
    this.leave();
    this.caller = null;
  }

  /** A mapping that shows the variables as they are; in Python 2 a dict of them as they were when it was asked for. */
  override locals(): Py {
    if (this.namespace !== undefined)
      return this.namespace instanceof PyDict ? this.namespace : (this.namespace.object ?? this.namespace);
    if (this.code.index === 0 || !this.isOptimized) return super.locals();
    if (rt.dialect === 3) return new FrameLocals(this);
    this.shown ??= new PyDict();
    this.show();
    return this.shown;
  }

  /** Python 2's dict gets the values of now. */
  private show(): void {
    for (const [i, name] of this.names.entries()) {
      const value = this.access(i, false, undefined);
      if (value !== undefined) this.shown.set(name, value);
      else this.shown.delete(name);
    }
  }

  /** Python 2: what was put into the dict goes into the variables. */
  takeShown(): void {
    if (this.shown === undefined) return;
    for (const [i, name] of this.names.entries()) {
      const value = this.shown.get(name);
      if (value !== undefined && value !== this.access(i, false, undefined)) this.access(i, true, value);
    }
  }

  private get isOptimized(): boolean {
    return (this.code.flags & 1) !== 0;
  }
}
