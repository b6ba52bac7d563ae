/** Functions: what the compiler says of one (`Code`), what a call binds (`Signature`), and the metadata on the JS function. */
import { type Cell, hide, type Py, PyObject } from './object.js';
import type { Pace } from '../threads/pace.js';
import type { Steps } from '../threads/steps.js';
import type { PyType } from './type.js';

/** Parameters in the order in which a function's body takes them. */
export interface Signature {
  readonly positional: readonly string[];
  /** How many of `positional` can only be given by position. */
  readonly positionalOnly: number;
  readonly varargs: string | null;
  readonly keywordOnly: readonly string[];
  readonly varkw: string | null;
}

export const CO_OPTIMIZED = 1;
export const CO_NEWLOCALS = 2;
export const CO_VARARGS = 4;
export const CO_VARKEYWORDS = 8;
export const CO_NESTED = 16;
export const CO_GENERATOR = 32;
export const CO_COROUTINE = 128;
export const CO_ITERABLE_COROUTINE = 256;
export const CO_ASYNC_GENERATOR = 512;

/**
 * What is known of a function before it runs; `code` of Python. One for each `def`, `lambda`, class body,
 * generator expression and module of a compiled text.
 */
export class Code extends PyObject {
  /** Names of variables: parameters first. */
  varnames: readonly string[] = [];
  freevars: readonly string[] = [];
  cellvars: readonly string[] = [];
  /** Global names that this code (not the code nested in it) names. */
  names: readonly string[] = [];
  /** Codes defined directly in this one, as indexes into `unit.codes`. */
  nested: readonly number[] = [];
  flags = 0;
  /** How many of the positional parameters the body has defaults for. */
  optional = 0;
  /** The text that it is from sets `__code__` of functions: calls look whether it was set. */
  isReplaceable = false;
  /** CPython has the function in C: it has no entry in tracebacks. */
  isNative = false;
  /** The body only hands its `*args` on, and takes a JavaScript array for the tuple. */
  relaysArgs = false;
  /** The same of `**kwargs`: it takes names and values in turn, for the dict. */
  relaysKeywords = false;
  doc: Py = null;
  /** How long calls by threads take, if it only computes. */
  pace: Pace | null = null;
  /** Set by `instantiate` users: makes the function from its cells. */
  make: ((...cells: Py[]) => Py) | undefined = undefined;
  /** Of a generator expression that a builtin uses up at once: makes the form that hands its values to a function. */
  push: ((...cells: Py[]) => Py) | undefined = undefined;
  /** The compiled text, for codes made by `compile()`. */
  compiled: Py = undefined;
  /** What `compile()` was told that the text is. */
  mode: 'exec' | 'eval' | 'single' = 'exec';
  constructor(
    readonly unit: CodeUnit,
    readonly index: number,
    readonly name: string,
    readonly qualname: string,
    readonly firstLine: number,
    readonly signature: Signature,
  ) {
    super();
  }
}

/** One compiled text: a module, or what `exec` and `eval` were given. */
export interface CodeUnit {
  readonly filename: string;
  /** The user's text, for tracebacks. */
  readonly source: string;
  readonly codes: Code[];
  /** `stamp`: it is a text of the library. */
  readonly compiled: { readonly stamp?: string };
  /** Position table: for index i of a `$l` local, where in `source` that begins, at 2 * i, and ends. */
  readonly positions: ArrayLike<number>;
  /** `__name__` of the module. */
  readonly moduleName: Py;
  /** Its namespace. */
  readonly globals: Py;
  /** Identifies the text to other threads of the same program. */
  readonly key: string;
}

/** Annotations that nobody has asked for yet. */
export class LaterAnnotations {
  constructor(readonly make: () => Py) {}
}

/** What a function written in Python carries beside its code. */
export class FunctionInfo {
  /** Values of the last `code.optional` positional parameters, as the body takes them. */
  defaults: Py[] | null = null;
  kwdefaults: Py = null;
  dict: Py = undefined;
  name: Py = undefined;
  qualname: Py = undefined;
  module: Py = undefined;
  doc: Py = undefined;
  /** A dict, or what gives it; see `annotationsOf`. */
  annotations: Py | LaterAnnotations = undefined;
  typeParams: Py = undefined;
  /** `__defaults__` of another length than the body was written for; see defaults.ts. */
  rebound: { readonly defaults: Py[] | null } | null = null;
  /** The threaded form of the body, for threads. */
  threaded: ((...all: Py[]) => Generator<undefined, Py, undefined>) | undefined = undefined;
  /** Takes every parameter in signature order (`*args` as a tuple, `**kwargs` as a dict); undefined = use the default. */
  body: (...all: Py[]) => Py = undefined as unknown as (...all: Py[]) => Py;
  constructor(
    public code: Code,
    readonly cells: readonly Cell[],
  ) {}
  /** `__defaults__`: the values of the last positional parameters. */
  get currentDefaults(): Py[] | null {
    return this.rebound === null ? this.defaults : this.rebound.defaults;
  }
}

/** `__annotations__`, undefined if there are none. */
export function annotationsOf(info: FunctionInfo): Py {
  if (info.annotations instanceof LaterAnnotations) info.annotations = info.annotations.make();
  return info.annotations;
}

/** A JavaScript function that Python sees: `info` on Python's own, `builtin` on ours. */
export interface PyFunction {
  (...args: Py[]): Py;
  info?: FunctionInfo;
  builtin?: BuiltinInfo;
}

/** What is known of a function that the runtime provides. The text of its signature is parsed when first needed. */
export class BuiltinInfo {
  /** May sleep, and can be called again from the start when it would have to: how threads wait in it. */
  blocking = false;
  /** How threads run it with these arguments, undefined if as ordinary code does: it calls code that may suspend the thread. */
  inThread: ((args: Py[]) => Generator<undefined, Py, undefined> | undefined) | undefined = undefined;
  /** Sleeps in the middle of what it does: the form in which threads can wait, see threads/steps.ts. */
  steps: ((...args: Py[]) => Steps) | undefined = undefined;
  /** What binding it to an object gives; 'python' where CPython's class is written in Python. Known once its type has it. */
  role: 'function' | 'method' | 'slot' | 'python' = 'function';
  /** Its `**kwargs` are entries of a dict to it: in Python 2 their names stay what they are, str or `unicode`. */
  keepsKeys = false;
  /** A `+` or `*` of a sequence (operators.ts); undefined until asked. */
  ofSequence: boolean | undefined = undefined;
  private parsed: BuiltinSignature | undefined = undefined;
  constructor(
    public name: string,
    readonly text: string,
    readonly impl: (...args: Py[]) => Py,
    /** The class that it is a method of, or the module that it is in. */
    public owner: PyType | string | null = null,
    public doc: string | null = null,
    /** A method: the first parameter is the object. */
    public isMethod = false,
  ) {}
  get signature(): BuiltinSignature {
    return (this.parsed ??= parseSignature(this.text));
  }
}

export interface BuiltinSignature extends Signature {
  readonly required: number;
  /** Text of each default, by parameter name; a parameter without one is required. */
  readonly defaults: ReadonlyMap<string, string>;
}

/**
 * Parses a signature written as Python writes it: `(a, b=None, /, c=0, *args, key=None, **kwargs)`.
 * Defaults are kept as text; the implementation sees `undefined` for a parameter that was not given.
 */
export function parseSignature(text: string): BuiltinSignature {
  const positional: string[] = [];
  const keywordOnly: string[] = [];
  const defaults = new Map<string, string>();
  let positionalOnly = 0;
  let varargs: string | null = null;
  let varkw: string | null = null;
  let afterStar = false;
  let required = 0;
  for (const part of splitParameters(text)) {
    if (part === '/') positionalOnly = positional.length;
    else if (part === '*') afterStar = true;
    else if (part.startsWith('**')) varkw = part.slice(2);
    else if (part.startsWith('*')) {
      varargs = part.slice(1);
      afterStar = true;
    } else {
      const [name, fallback] = part.split('=', 2) as [string, string | undefined];
      (afterStar ? keywordOnly : positional).push(name);
      if (fallback !== undefined) defaults.set(name, part.slice(name.length + 1));
      else if (!afterStar) required++;
    }
  }
  return { positional, positionalOnly, varargs, keywordOnly, varkw, required, defaults };
}

/** Splits at commas outside brackets and quotes. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (const char of text.slice(1, text.lastIndexOf(')'))) {
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    if (char === ',' && depth === 0 && quote === '') {
      parts.push(current.trim());
      current = '';
    } else current += char;
  }
  if (current.trim() !== '') parts.push(current.trim());
  return parts;
}

/** The prototype of functions that the runtime provides; `c$` is set by `builtins/function.ts`. */
export const builtinFunctionPrototype: object = Object.create(Function.prototype);
/** The prototype of methods of built-in types as seen on the type (`str.upper`). */
export const methodDescriptorPrototype: object = Object.create(builtinFunctionPrototype);

/** The prototype of slot wrappers (`str.__len__`). */
export const slotWrapperPrototype: object = Object.create(builtinFunctionPrototype);

/** The prototype of methods that CPython has in Python: they look like functions written in Python (builtins/libraryFunction.ts). */
export const libraryFunctionPrototype: object = Object.create(Function.prototype);
hide(libraryFunctionPrototype, 'd$', undefined);

/** Whether a function of the runtime is one written in Python to the program. */
export const isLibraryFunction = (f: PyFunction): boolean => Object.getPrototypeOf(f) === libraryFunctionPrototype;

export function markBuiltin(f: PyFunction, info: BuiltinInfo): PyFunction {
  Object.setPrototypeOf(f, info.isMethod ? methodDescriptorPrototype : builtinFunctionPrototype);
  hide(f, 'builtin', info);
  return f;
}
