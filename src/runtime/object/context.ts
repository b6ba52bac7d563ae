/**
 * The state of the one Python process that a worker thread is running.
 *
 * A thread serves one process after another; nothing that a program can change lives outside this object.
 */
import type { Endings } from './endings.js';
import type { Passing } from './passing.js';
import type { Py } from './object.js';
import type { Hooks } from './hooks.js';
import type { Profiler } from './profiling.js';

/** The first identity that a process gives. */
export const FIRST_ID = 0x7f0000001000;

export interface Context {
  /** The reference semantics: CPython 2.7.18 or CPython 3.13. */
  readonly dialect: 2 | 3;
  /** The exception that an `except` clause is handling now (`sys.exc_info()`), or null. */
  handled: Py;
  /** The innermost running generator; its `around` is what whoever resumed it is handling. */
  running: Py;
  /** The innermost `yield from` or `await` that is resumed without the body around it. */
  passing: Passing | null;
  /** Python calls under way, against `recursionLimit`. */
  depth: number;
  recursionLimit: number;
  /** Turns of loops until a thread must let others run; counted down by threaded code. */
  fuel: number;
  /** What is left of the call that threaded code has just begun, where that may wait. */
  rest: Generator<undefined, Py, undefined> | null;
  /** A signal may have arrived: loops look at it. V8 takes it for a constant until it first changes, so looking costs nothing. */
  pending: boolean;
  /** The process is leaving by `os._exit`: no `finally` and no `with` does anything any more. */
  ended: boolean;
  /** The objects whose end can be noticed, once there is one. */
  endings: Endings | null;
  /** Who counts the calls of functions, while somebody does. */
  profiler: Profiler | null;
  /** The innermost function under way of a text whose functions are watched: a frame. */
  frame: Py;
  /** Who watches the functions of the thread that runs now, if anybody does. */
  hooks: Hooks | null;
  /** `sys.modules`. */
  modules: Py;
  /** The thread that the process runs on, and its scheduler once the program uses threads: theirs to know more of (`process/host.ts`, `threads/scheduler.ts`). */
  host: object | undefined;
  scheduler: object | undefined;
  /** Puts back what the process has changed of what the thread keeps, the last change first. */
  readonly restores: (() => void)[];
  /** Per-module state of library modules written in TypeScript, by module name. */
  readonly state: Map<string, unknown>;
  /** The containers whose `repr` is under way. */
  readonly printed: Py[];
  /** The namespace object of `builtins`, from which every module's names inherit. */
  builtins: Py;
  /** What the library's modules see as builtins: they are Python 3 in both dialects. */
  libraryBuiltins: Py;
  /** Working directory, once the process has changed it. */
  cwd: string | undefined;
  /** Virtual process id and that of the parent. */
  pid: number;
  ppid: number;
  /** Next value of `id()`, and ids given so far. */
  nextId: number;
  readonly ids: WeakMap<object, number>;
}

/** The current process's context: one object for the thread's life, so that whoever holds it holds the current one. */
export const rt: Context = newContext(3);

/** Begins a process: nothing is left of the one before. */
export function enterContext(dialect: 2 | 3): void {
  while (rt.restores.length > 0) rt.restores.pop()!();
  Object.assign(rt, newContext(dialect));
}

function newContext(dialect: 2 | 3): Context {
  return {
    dialect,
    handled: null,
    running: null,
    passing: null,
    depth: 0,
    recursionLimit: 1000,
    fuel: 0,
    rest: null,
    pending: false,
    ended: false,
    endings: null,
    profiler: null,
    frame: null,
    hooks: null,
    modules: undefined,
    host: undefined,
    scheduler: undefined,
    restores: [],
    state: new Map(),
    printed: [],
    builtins: undefined,
    libraryBuiltins: undefined,
    cwd: undefined,
    pid: 0,
    ppid: 0,
    nextId: FIRST_ID,
    ids: new WeakMap(),
  };
}

/** State of one library module in this process, made on first use. */
export function moduleState<T>(name: string, make: () => T): T {
  let found = rt.state.get(name) as T | undefined;
  if (found === undefined) rt.state.set(name, (found = make()));
  return found;
}
