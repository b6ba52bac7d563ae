/** Calls that a forked child makes when it has loaded a module of the library, so that this is as the program has left it. */
import { builtin } from '../builtins/registry.js';
import { changedNames } from '../import/changes.js';
import { unloadedName } from '../import/standIn.js';
import { findAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { type Py, PyObject } from '../object/object.js';
import { builtinType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyMethod, PyModule } from '../object/values.js';
import { libraryName } from './names.js';
import { STREAMS_AND_PATHS } from './state.js';

/** A call to be made in the child; the record of a reduced object. */
export class PyForkCall extends PyObject {
  constructor(
    readonly callable: Py,
    readonly args: readonly Py[],
  ) {
    super();
  }
}
builtinType({ name: 'fork_call', js: PyForkCall, subclassable: false });

/** A call, the module that it is for, and the one (or '') that its value is of. */
type LateCall = [module: string, call: PyForkCall, home?: string];

/** The calls, each with the name of the module that it is for. */
export function callsAfterLoading(): LateCall[] {
  return [...builtinCalls(), ...attributeCalls(), ...settingCalls()];
}

/** What it has put among the builtins, by whatever way. */
function builtinCalls(): LateCall[] {
  const name = builtinsName();
  const module = rt.modules.get(name);
  const original = Object.getPrototypeOf(rt.builtins);
  const changed = Object.keys(rt.builtins).filter((key) => rt.builtins[key] !== original[key] && key !== '$__name__');
  const set = builtin('setattr');
  return changed.map((key) => [name, new PyForkCall(set, [module, key.slice(1), rt.builtins[key]])]);
}

/** What the program has set in modules and classes. */
function attributeCalls(): LateCall[] {
  const calls: LateCall[] = [];
  for (const [holder, names] of changedNames()) {
    const module = holder instanceof PyType ? moduleOfClass(holder) : holder.namespace.get('__name__');
    if (module === undefined) continue;
    for (const name of names) {
      if (module === 'sys' && STREAMS_AND_PATHS.includes(name)) continue;
      const value = holder.namespace.get(name);
      if (value === undefined) continue;
      calls.push([module, new PyForkCall(builtin('setattr'), [holder, name, value]), homeOf(value)]);
    }
  }
  return calls;
}

/** The module of the library that a value's class, or that of the object it is a method of, is of. */
function homeOf(value: Py): string | undefined {
  // Python 2 has methods of no object.
  const self = value instanceof PyMethod ? (value.self ?? value.func) : value;
  const own = typeof self === 'function' ? libraryName(self) : undefined;
  return own?.module ?? moduleOfClass(self instanceof PyType ? self : typeOf(self));
}

/** A built-in class is there from the beginning, whether its module is loaded or not. */
const moduleOfClass = (cls: PyType): string | undefined => (cls.isOpen ? builtinsName() : libraryName(cls)?.module);

const builtinsName = (): string => (rt.dialect === 2 ? '__builtin__' : 'builtins');

/** What it has set through functions. */
function settingCalls(): LateCall[] {
  const calls: LateCall[] = [];
  const add = (module: string, name: string, ...args: Py[]) => {
    calls.push([module, new PyForkCall(member(module, name), args)]);
  };
  if (isLoaded('decimal')) {
    const context = call(member('decimal', 'getcontext'), []);
    if (!isDefaultContext(context)) add('decimal', 'setcontext', context);
  }
  if (isLoaded('socket')) {
    const timeout = call(member('socket', 'getdefaulttimeout'), []);
    if (timeout !== null) add('socket', 'setdefaulttimeout', timeout);
  }
  if (isLoaded('csv')) {
    for (const name of call(member('csv', 'list_dialects'), []).items) {
      if (!CSV_DIALECTS.includes(name))
        add('csv', 'register_dialect', name, call(member('csv', 'get_dialect'), [name]));
    }
  }
  return calls;
}

const CSV_DIALECTS: readonly Py[] = ['excel', 'excel-tab', 'unix'];

const isDefaultContext = (context: Py): boolean =>
  ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'traps'].every((name) =>
    equals(findAttr(context, name), findAttr(member('decimal', 'DefaultContext'), name)),
  );

function isLoaded(name: string): boolean {
  const module = rt.modules.get(name);
  return module instanceof PyModule && unloadedName(module) === undefined;
}

const member = (module: string, name: string): Py => rt.modules.get(module).namespace.get(name);
