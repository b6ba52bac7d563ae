/** A compiled text as the running process holds it: its codes, its variables and its positions. */
import type { Script } from 'node:vm';
import type { Context } from './object/context.js';
import { Code, type CodeUnit, type Signature } from './object/function.js';
import { ModuleMap, type VariableAccess } from './object/namespace.js';
import type { Py } from './object/object.js';
import { PyDict } from './object/table.js';
import { Pace } from './threads/pace.js';

/** A SyntaxWarning, with the place that a SyntaxError made of it names; `text` null: the file's line. */
export interface SyntaxNote {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string | null;
}

export interface CompiledUnit {
  /** Text of `($u, $h) => main`. */
  readonly js: string;
  /** [start, end) offsets into `source`, pairwise. */
  readonly positions: ArrayLike<number>;
  /** The user's text; see {@link withSource} for texts that are read when they are asked for. */
  readonly source: string;
  readonly filename: string;
  /** Names the state of the file that the text is in, if that never changes in place: it then stands for the text. */
  readonly stamp?: string;
  readonly future: readonly string[];
  /** What CPython warns about when it compiles the text. */
  readonly warnings?: readonly SyntaxNote[];
  /** How the text reaches its globals; 'module' unless said. */
  readonly globalsMode?: 'module' | 'dict';
  /** The dialect of the text; it may not be the process's (library modules are Python 3). */
  readonly dialect?: 2 | 3;
  /** What V8 compiled the text to, from an earlier run. */
  readonly cachedData?: Buffer;
  /**
   * Name of the script. One that comes with cached data must have the name that it was compiled under, since that is what
   * V8 shows in stack traces.
   */
  readonly scriptName?: string;
  /** Told of the script when the text is evaluated, so that what V8 makes of it can be kept. */
  readonly onScript?: (script: Script) => void;
}

/** Gives a unit its text, which is read when somebody asks for it: for a traceback, say. */
export function withSource(unit: Omit<CompiledUnit, 'source'>, read: () => string): CompiledUnit {
  return Object.defineProperty(unit, 'source', {
    configurable: true,
    get() {
      const value = read();
      Object.defineProperty(unit, 'source', { value });
      return value;
    },
  }) as CompiledUnit;
}

type SignatureTuple = [readonly string[], number, string | null, readonly string[], string | null, number?];

const isPlainDict = (compiled: CompiledUnit, globals: PyDict): boolean =>
  compiled.globalsMode === 'dict' && !globals.c$.isHeap && !(globals.mapAsIs instanceof ModuleMap);

export class Unit implements CodeUnit {
  readonly codes: Code[] = [];
  /** What is left of a function at each of the text's fork points. */
  readonly continuations = new Map<number, Code>();
  readonly filename: string;
  positions: ArrayLike<number>;
  readonly future: readonly string[];
  /** Factories of the threaded form, by code number; made when first needed. */
  threadedMakers: readonly unknown[] | undefined = undefined;
  /** Whether what the text defines may wait until somebody asks for it, once it is known. */
  definesLater: boolean | undefined = undefined;
  /** Whether the globals are a dict of the program's: `names` look there. */
  hasPlainGlobals: boolean;
  /** What its globals have for `__builtins__`, once that is known to be what every module has. */
  usualBuiltins: Py = undefined;
  /** What a text of `exec` found as `__builtins__` when it was loaded: Python 3's functions keep that. */
  private givenBuiltins: Py = undefined;
  /** The text of the threaded form. */
  threadedText = '';
  constructor(
    readonly rt: Context,
    readonly compiled: CompiledUnit,
    /** The namespace: a dict over a {@link ModuleMap}, or any dict (exec). */
    public globals: PyDict,
    /** What the code sees under names that it does not assign. */
    readonly names: object,
    readonly key: string,
    /** Locals of `exec` and class-like execution, where they differ from the globals. */
    public locals: Py = null,
  ) {
    this.filename = compiled.filename;
    this.positions = compiled.positions;
    this.future = compiled.future;
    this.hasPlainGlobals = isPlainDict(compiled, globals);
    this.keepBuiltins();
  }

  private keepBuiltins(): void {
    if (this.compiled.globalsMode === 'dict' && this.rt.dialect === 3)
      this.givenBuiltins = this.globals.get('__builtins__');
  }

  /** `__builtins__` as its code sees it. */
  get builtins(): Py {
    return this.givenBuiltins ?? this.globals.get('__builtins__');
  }

  /** A frame of it may be looked at: it stays what it is. */
  isSeen = false;

  /** From now on its text runs with these. */
  rebind(globals: PyDict, locals: Py): void {
    this.globals = globals;
    this.locals = locals;
    this.hasPlainGlobals = isPlainDict(this.compiled, globals);
    this.keepBuiltins();
  }

  get source(): string {
    return this.compiled.source;
  }

  get moduleName(): Py {
    return this.globals.get('__name__') ?? 'builtins';
  }

  bind(names: readonly string[], size: number, groups: readonly VariableAccess[]): void {
    (this.globals.map as ModuleMap).bind(names, size, groups);
  }

  /** A factory of the threaded form; its number stands in the text for who looks up a place there. */
  threaded<Factory>(index: number, make: Factory, computes = false): Factory {
    if (computes) this.codes[index]!.pace = new Pace();
    return make;
  }

  code(
    index: number,
    name: string,
    qualname: string,
    firstLine: number,
    signature: SignatureTuple,
    flags: number,
    varnames: readonly string[],
    freevars: readonly string[],
    cellvars: readonly string[],
    names: readonly string[],
    doc: string | null,
    make: (...args: Py[]) => Py,
    forkPoint = 0,
    push: ((...args: Py[]) => Py) | undefined = undefined,
  ): Code {
    const [positional, positionalOnly, varargs, keywordOnly, varkw, optional = 0] = signature;
    const s: Signature = { positional, positionalOnly, varargs, keywordOnly, varkw };
    const code = new Code(this, index, name, qualname, firstLine, s);
    code.flags = flags & 0xfffffff;
    code.optional = optional;
    code.isReplaceable = (flags & (1 << 30)) !== 0;
    code.relaysArgs = (flags & (1 << 28)) !== 0;
    code.relaysKeywords = (flags & (1 << 29)) !== 0;
    code.varnames = varnames;
    code.freevars = freevars;
    code.cellvars = cellvars;
    code.names = names;
    code.doc = doc;
    code.make = make;
    code.push = push;
    this.codes[index] = code;
    if (forkPoint !== 0) this.continuations.set(forkPoint, code);
    return code;
  }
}

/** Line starts of a text, kept with the unit once a traceback asks for them. */
const lineStarts = new WeakMap<CodeUnit, number[]>();

export interface Position {
  /** From 1. */
  readonly line: number;
  /** UTF-16 column from 0. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where position number `index` of the unit is in the user's text. */
export function positionAt(unit: CodeUnit, index: number): Position {
  const starts = startsOf(unit);
  const start = unit.positions[index * 2] ?? 0;
  const end = unit.positions[index * 2 + 1] ?? start;
  const line = lineOf(starts, start);
  const endLine = lineOf(starts, end);
  return { line: line + 1, column: start - starts[line]!, endLine: endLine + 1, endColumn: end - starts[endLine]! };
}

export function sourceLine(unit: CodeUnit, line: number): string {
  const starts = startsOf(unit);
  const start = starts[line - 1];
  if (start === undefined) return '';
  return unit.source.slice(start, starts[line] ?? unit.source.length).replace(/[\r\n\f]+$/, '');
}

function startsOf(unit: CodeUnit): number[] {
  let starts = lineStarts.get(unit);
  if (starts === undefined) {
    starts = [0];
    for (let i = 0; i < unit.source.length; i++) {
      const c = unit.source.charCodeAt(i);
      if (c === 10 || (c === 13 && unit.source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    lineStarts.set(unit, starts);
  }
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (starts[mid]! <= offset) low = mid;
    else high = mid - 1;
  }
  return low;
}
