/**
 * `_lsprof`, which `cProfile` is made of. The texts of a program that imports that are compiled so that they tell of their calls; functions of the
 * library count as a whole where the program calls them.
 * Spec: https://docs.python.org/3/library/profile.html
 */
import { structSequence } from '../builtins/structseq.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { Code, type CodeUnit } from '../object/function.js';
import { defineMembers } from '../object/install.js';
import { asDouble } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import type { Profiler } from '../object/profiling.js';
import { truthy } from '../object/truth.js';
import { libraryClass, type Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyList, PyMethod, PyModule } from '../object/values.js';
import { existingScheduler } from '../threads/scheduler.js';
import { CallCounter, type Counts } from './lsprof/counts.js';

/** The thread that runs now; null is the main one. */
function threadOf(): unknown {
  const scheduler = existingScheduler();
  return scheduler === undefined || scheduler.current === scheduler.main ? null : scheduler.current;
}

const FIELDS = ['code', 'callcount', 'reccallcount', 'totaltime', 'inlinetime'];

class PyProfiler extends PyObject implements Profiler {
  timer: Py = null;
  unit = 0;
  countsCallees = true;
  countsBuiltins = true;
  counter = new CallCounter(() => this.now());
  private thread: unknown = null;
  /** Names of built-in functions, and code objects of others that do not tell of themselves. */
  private readonly callees = new Map<Py, Py>();
  private readonly telling = new Map<CodeUnit, boolean>();

  private now(): number {
    if (this.timer === null) return performance.now() / 1000;
    const time = asDouble(call(this.timer, []));
    return this.unit > 0 ? time * this.unit : time;
  }

  begin(): void {
    this.thread = threadOf();
    rt.profiler = this;
  }

  isHere(): boolean {
    return threadOf() === this.thread;
  }

  enter(callee: Py): void {
    this.counter.enter(callee, this.countsCallees);
  }

  leave(callee: Py): void {
    this.counter.leave(callee);
  }

  calleeOf(f: Py): Py {
    const target = f instanceof PyMethod ? f.func : f;
    const code: Code | undefined = typeof target === 'function' ? target.info?.code : undefined;
    if (code !== undefined) return this.tells(code.unit) ? undefined : code;
    let callee = this.callees.get(target);
    if (callee === undefined && !this.callees.has(target)) this.callees.set(target, (callee = calleeOf(f)));
    return typeof callee === 'string' && !this.countsBuiltins ? undefined : callee;
  }

  /** Functions of profiled texts tell of themselves. */
  private tells(unit: CodeUnit): boolean {
    let tells = this.telling.get(unit);
    if (tells === undefined) {
      tells = (unit.compiled as { js?: string }).js?.includes('$profileEnter(') === true;
      this.telling.set(unit, tells);
    }
    return tells;
  }
}

/** What a function without a text counts as: its code object where it looks as if written in Python, else a name. Classes do not count. */
function calleeOf(f: Py): Py {
  const kind = typeOf(f).name;
  const code = kind === 'function' || kind === 'method' ? findAttr(f, '__code__') : undefined;
  if (code !== undefined) return code;
  if (kind !== 'method_descriptor' && kind !== 'builtin_function_or_method') return undefined;
  const name = findAttr(f, '__name__');
  if (kind === 'method_descriptor') return `<method '${name}' of '${getAttr(f, '__objclass__').name}' objects>`;
  const self = findAttr(f, '__self__');
  if (self === undefined || self === null || self instanceof PyModule) {
    const module = findAttr(f, '__module__');
    // A statement there.
    if (rt.dialect === 2 && name === 'exec') return undefined;
    if (rt.dialect === 2) return module === '__builtin__' || module === undefined ? `<${name}>` : `<${module}.${name}>`;
    return typeof module === 'string' ? `<built-in method ${module}.${name}>` : `<built-in method ${name}>`;
  }
  const owner = typeOf(self).mro.find((cls) => cls.namespace.has(name));
  return owner === undefined ? `<built-in method ${name}>` : `<method '${name}' of '${owner.name}' objects>`;
}

function stats(self: PyProfiler): PyList {
  const entry = structSequence('_lsprof.profiler_entry', [...FIELDS, 'calls']);
  const inner = structSequence('_lsprof.profiler_subentry', FIELDS);
  const values = (callee: Py, { calls, recursive, total, own }: Counts): Py[] => [
    callee,
    calls,
    recursive,
    new PyFloat(total),
    new PyFloat(own),
  ];
  const entries = [...self.counter.entries].filter(([, { calls }]) => calls > 0);
  return new PyList(
    entries.map(([callee, counts]) => {
      const called = [...counts.callees].filter(([, { calls }]) => calls > 0);
      const calls = called.length === 0 ? null : new PyList(called.map(([each, of]) => inner.make(values(each, of))));
      return entry.make([...values(callee, counts), calls]);
    }),
  );
}

function init(self: PyProfiler, timer: Py, unit: Py, subcalls: Py, builtins: Py): null {
  self.timer = timer ?? null;
  self.unit = unit === undefined || unit === null ? 0 : asDouble(unit);
  set(self, subcalls, builtins);
  return null;
}

function set(self: PyProfiler, subcalls: Py, builtins: Py): void {
  if (subcalls !== undefined) self.countsCallees = truthy(subcalls);
  if (builtins !== undefined) self.countsBuiltins = truthy(builtins);
}

function disable(self: PyProfiler): null {
  if (rt.profiler === self) rt.profiler = null;
  self.counter.endAll();
  return null;
}

const profilerType = libraryClass({ name: 'Profiler', js: PyProfiler, module: '_lsprof', hasDict: true });
defineMembers(profilerType, () => ({
  __init__: method('(timer=None, timeunit=0.0, subcalls=True, builtins=True)', init),
  enable: method('(subcalls=True, builtins=True)', (self: PyProfiler, subcalls: Py, builtins: Py) => {
    if (rt.dialect === 3 && rt.profiler !== null && rt.profiler !== self)
      throw ValueError('Another profiling tool is already active');
    set(self, subcalls, builtins);
    self.begin();
    return null;
  }),
  disable: method('()', disable),
  clear: method('()', (self: PyProfiler) => {
    self.counter.endAll();
    self.counter.entries.clear();
    return null;
  }),
  getstats: method('()', stats),
}));

export default function _lsprof(): Members {
  return {
    Profiler: profilerType,
    profiler_entry: structSequence('_lsprof.profiler_entry', [...FIELDS, 'calls']).type,
    profiler_subentry: structSequence('_lsprof.profiler_subentry', FIELDS).type,
  };
}
