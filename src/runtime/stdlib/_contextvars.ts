/**
 * `_contextvars`: variables of contexts, each thread running in one.
 * Spec: https://docs.python.org/3/library/contextvars.html
 */
import { genericAlias } from '../builtins/genericAlias.js';
import { directMethod } from '../builtins/direct.js';
import { address } from '../builtins/object.js';
import { registerForkState } from '../fork/state.js';
import { call, callKw } from '../object/call.js';
import { moduleState } from '../object/context.js';
import { equals } from '../object/equality.js';
import { KeyError, LookupError, RuntimeError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { identityHash } from '../object/hash.js';
import { getter } from '../object/install.js';
import { iter } from '../object/iterate.js';
import { strValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { repr } from '../object/text.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, PyTuple } from '../object/values.js';
import { existingScheduler, scheduler } from '../threads/scheduler.js';
import { declareType } from './moduleTypes.js';

export class PyContextVar extends PyObject {
  constructor(
    readonly name: string,
    readonly fallback: Py,
    /** Of the library, which says itself what of it a forked process begins with. */
    readonly isLibrarys = false,
  ) {
    super();
  }
}

/** Bindings never change in place: a new Map replaces the old one, so that copies cost nothing. */
class PyContext extends PyObject {
  vars: ReadonlyMap<PyContextVar, Py> = new Map();
  entered = false;
  previous: PyContext | null = null;
}

class PyToken extends PyObject {
  used = false;
  constructor(
    readonly context: PyContext,
    readonly variable: PyContextVar,
    readonly old: Py,
  ) {
    super();
  }
}

/** `Token.MISSING`. */
class PyMissing extends PyObject {}
const missing = () => moduleState('Token.MISSING', () => new PyMissing());
declareType({
  name: 'MISSING',
  module: 'Token',
  js: PyMissing,
  subclassable: false,
  members: () => ({ __repr__: method('()', () => '<Token.MISSING>') }),
});

function current(): PyContext {
  const thread = scheduler().current;
  return (thread.context ??= new PyContext()) as PyContext;
}

// A forked process begins in a copy of the context of the thread that forked.
registerForkState('context', {
  save() {
    const vars = (existingScheduler()?.current.context as PyContext | undefined)?.vars;
    const own = [...(vars ?? [])].filter(([variable]) => !variable.isLibrarys);
    return own.length === 0 ? undefined : new PyList(own.map((binding) => new PyTuple(binding)));
  },
  restore(bindings: PyList) {
    current().vars = new Map(bindings.items.map(({ items }: PyTuple) => [items[0], items[1]]));
  },
});

/** What variables are bound to in the context that the thread is in. */
export const currentBindings = (): ReadonlyMap<PyContextVar, Py> => current().vars;

/** Binds the variable in the context that the thread is in. */
export function bind(variable: PyContextVar, value: Py): void {
  const context = current();
  context.vars = new Map([...context.vars, [variable, value]]);
}

function setVar(self: PyContextVar, value: Py): PyToken {
  const context = current();
  const token = new PyToken(context, self, context.vars.get(self));
  bind(self, value);
  return token;
}

function resetVar(self: PyContextVar, token: Py): null {
  if (!(token instanceof PyToken)) throw TypeError(`expected an instance of Token, got ${repr(token)}`);
  if (token.used) throw RuntimeError(`${repr(token)} has already been used once`);
  if (token.variable !== self) throw ValueError(`${repr(token)} was created by a different ContextVar`);
  const context = current();
  if (token.context !== context) throw ValueError(`${repr(token)} was created in a different Context`);
  token.used = true;
  const vars = new Map(context.vars);
  if (token.old === undefined) vars.delete(self);
  else vars.set(self, token.old);
  context.vars = vars;
  return null;
}

function newVar(_cls: PyType, args: Py[], kwargs: Map<string, Py>): PyContextVar {
  if (args.length === 0) throw TypeError(`ContextVar() takes exactly 1 positional argument (0 given)`);
  if (args.length > 1) throw TypeError(`ContextVar() takes at most 1 positional argument (${args.length} given)`);
  for (const name of kwargs.keys())
    if (name !== 'default') throw TypeError(`ContextVar() got an unexpected keyword argument '${name}'`);
  const name = strValue(args[0]);
  if (name === undefined) throw TypeError('context variable name must be a str');
  return new PyContextVar(name, kwargs.get('default'));
}

const contextVarType = declareType({
  name: 'ContextVar',
  module: '_contextvars',
  js: PyContextVar,
  subclassable: false,
  signature: '(*args, **kwargs)',
  make: newVar,
  members: () => ({
    get: method('(default=<unrepresentable>, /)', (self: PyContextVar, fallback: Py) => {
      const { vars } = current();
      const value = vars.has(self) ? vars.get(self) : fallback === undefined ? self.fallback : fallback;
      if (value === undefined) throw LookupError(self);
      return value;
    }),
    set: method('(value, /)', setVar),
    reset: method('(token, /)', resetVar),
    name: getter((self: PyContextVar) => self.name),
    __hash__: method('()', identityHash),
    __repr__: method(
      '()',
      (self: PyContextVar) =>
        `<ContextVar name=${repr(self.name)}${self.fallback === undefined ? '' : ` default=${repr(self.fallback)}`} at ${address(self)}>`,
    ),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }),
});

function run(self: PyContext, args: Py[], kwargs: Map<string, Py>): Py {
  const [callable, ...rest] = args;
  if (callable === undefined) throw TypeError('run() missing 1 required positional argument');
  return inContext(self, () => callKw(callable, rest, kwargs));
}

/** `self.run(f)`. */
export function inContext(self: PyContext, f: () => Py): Py {
  if (self.entered) throw RuntimeError(`cannot enter context: ${repr(self)} is already entered`);
  const thread = scheduler().current;
  const before = thread.context;
  thread.context = self;
  self.entered = true;
  try {
    return f();
  } finally {
    self.entered = false;
    thread.context = before;
  }
}

/** `run` for calls without keywords. */
function runPositional(self: Py, f: Py, ...args: Py[]): Py {
  if (self === undefined) throw TypeError('unbound method Context.run() needs an argument');
  if (!(self instanceof PyContext)) {
    const text = `descriptor 'run' for '_contextvars.Context' objects doesn't apply to a '${typeOf(self).name}' object`;
    throw TypeError(text);
  }
  if (f === undefined) throw TypeError('run() missing 1 required positional argument');
  return inContext(self, () => call(f, args));
}

function checkVar(key: Py): PyContextVar {
  if (!(key instanceof PyContextVar)) throw TypeError(`a ContextVar key was expected, got ${repr(key)}`);
  return key;
}

const contextType = declareType({
  name: 'Context',
  module: '_contextvars',
  js: PyContext,
  subclassable: false,
  signature: '(*args, **kwargs)',
  make: (_cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
    if (args.length + kwargs.size > 0) throw TypeError('Context() does not accept any arguments');
    return new PyContext();
  },
  members: () => ({
    run: directMethod('(self, *args, **kwargs)', runPositional, run),
    copy: method('()', copyOf),
    __getitem__: method('(key, /)', (self: PyContext, key: Py) => {
      const value = self.vars.get(checkVar(key));
      if (value === undefined) throw KeyError(key);
      return value;
    }),
    __contains__: method('(key, /)', (self: PyContext, key: Py) => self.vars.has(checkVar(key))),
    get: method('(key, default=None, /)', (self: PyContext, key: Py, fallback: Py = null) =>
      self.vars.has(checkVar(key)) ? self.vars.get(key) : fallback,
    ),
    __len__: method('()', (self: PyContext) => self.vars.size),
    __iter__: method('()', (self: PyContext) => iter(new PyList([...self.vars.keys()]))),
    keys: method('()', (self: PyContext) => new PyList([...self.vars.keys()])),
    values: method('()', (self: PyContext) => new PyList([...self.vars.values()])),
    items: method('()', (self: PyContext) => new PyList([...self.vars].map((pair) => new PyTuple(pair)))),
    __hash__: null,
    __eq__: method('(value, /)', (self: PyContext, other: Py) => {
      if (!(other instanceof PyContext)) return NotImplemented;
      return (
        self.vars.size === other.vars.size &&
        [...self.vars].every(([key, value]) => other.vars.has(key) && equals(value, other.vars.get(key)))
      );
    }),
  }),
});
contextType.collection = 'mapping';

/** A copy of the context that the thread is in. */
export const copyContext = (): PyContext => copyOf(current());

function copyOf(self: PyContext): PyContext {
  const copy = new PyContext();
  copy.vars = self.vars;
  return copy;
}

const tokenType = declareType({
  name: 'Token',
  module: '_contextvars',
  js: PyToken,
  subclassable: false,
  members: () => ({
    MISSING: missing(),
    var: getter((self: PyToken) => self.variable),
    old_value: getter((self: PyToken) => (self.old === undefined ? missing() : self.old)),
    __repr__: method(
      '()',
      (self: PyToken) => `<Token${self.used ? ' used' : ''} var=${repr(self.variable)} at ${address(self)}>`,
    ),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }),
});

export default (): Record<string, Py> => ({
  Context: contextType,
  ContextVar: contextVarType,
  Token: tokenType,
  copy_context: fn('()', copyContext),
});
