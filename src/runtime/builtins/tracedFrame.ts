/** Frames of functions whose texts are watched: each call has one, which knows the function's variables. */
import { rt } from '../object/context.js';
import { inherit } from '../object/constructors.js';
import type { Code, FunctionInfo } from '../object/function.js';
import type { Py } from '../object/object.js';
import { beginning, toldLines } from '../toldLines.js';
import { PyDict } from '../object/table.js';
import { locate, type OwnFrame } from './frame.js';
import { FrameLocals } from './frameLocals.js';
import { PyFrame } from './pyFrame.js';
import type { Unit } from '../unit.js';

/** Reads variable number `n`, or sets it. Undefined is an unbound one. */
export type Access = (n: number, set: boolean, value: Py) => Py;

const NONE: readonly string[] = [];

const unknown: Access = () => undefined;

/** One is made for each call, so it has few properties of its own until somebody looks at it: the others are its prototype's. */
export interface TracedFrame extends PyFrame {
  /** It has been left by an exception. */
  isRaising: boolean;
  findCaller: (() => PyFrame | null) | null;
  /** Python 2's `f_locals`. */
  shown: Py;
  /** What was put into `f_locals` under names that are no variables of the function. */
  extra: PyDict | undefined;
}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class TracedFrame implements OwnFrame {
  readonly code: Code;
  /** The function's variables in order, and how to get at them. */
  names: readonly string[] = NONE;
  access: Access = unknown;
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
  outer: TracedFrame | null;
  private caller: PyFrame | null | undefined = undefined;

  constructor(
    readonly info: FunctionInfo,
    /** Of a class body. */
    readonly namespace: Py,
  ) {
    const { code } = info;
    this.code = code;
    this.lineNow = code.index === 0 ? beginning(code) : code.firstLine;
    this.outer = rt.frame;
    if (code.index === 0) (code.unit as Unit).isSeen = true;
    // A class body of Python 2 returns its variables.
    if (rt.dialect === 2 && namespace !== undefined) this.result = this.locals();
  }

  get line(): number {
    return this.lineNow;
  }

  lastInstruction(): number {
    const { code, lineNow } = this;
    return 2 * [beginning(code), ...toldLines(code)].indexOf(lineNow);
  }

  back(): PyFrame | null {
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
    if (this.findCaller !== null) this.findCaller = null;
  }

  /** The same for a generator that waits: nobody is calling it. */
  pause(): void {
    this.leave();
    this.caller = null;
  }

  /** A mapping that shows the variables as they are; in Python 2 a dict of them as they were when it was asked for. */
  locals(): Py {
    if (this.namespace !== undefined)
      return this.namespace instanceof PyDict ? this.namespace : (this.namespace.object ?? this.namespace);
    if (this.code.index === 0 || !this.isOptimized) return PyFrame.prototype.locals.call(this);
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

inherit(TracedFrame, PyFrame);
Object.assign(TracedFrame.prototype, {
  tracer: null,
  tellsLines: true,
  tellsOpcodes: false,
  isRaising: false,
  findCaller: null,
  shown: undefined,
  extra: undefined,
});
