/** Calls of any value, with and without keywords. */
import { applyBody } from './bindPairs.js';
import { bindFrom, findAttr, getAttr, isAttributeError, lookup, special } from './attributes.js';
import { bindBuiltin, bindPython, type Keywords } from './binding.js';
import { rt } from './context.js';
import { TypeError, AttributeError } from './errors.js';
import { methodKey, type Py } from './object.js';
import { construct } from './construct.js';
import { PyType } from './type.js';
import { typeOf } from './typeof.js';
import { PyMethod, PyModule } from './values.js';

/** `f(*args)`. */
export function call(f: Py, args: readonly Py[]): Py {
  if (typeof f === 'function') return f(...args);
  if (f instanceof PyMethod) return f.self === undefined ? callUnbound(f, args) : call(f.func, [f.self, ...args]);
  return callObject(f, args, null);
}

/** The `__call__` that the object's class has in Python, as a function of the object and the arguments. */
function ownCall(f: Py): Py {
  if (f === null || typeof f !== 'object' || !f.c$.isHeap) return undefined;
  const hook = f.c$.proto.m$__call__;
  return hook?.info === undefined ? undefined : hook;
}

export function call0(f: Py): Py {
  if (typeof f === 'function') return f();
  if (f instanceof PyMethod && typeof f.func === 'function' && f.self !== undefined) return f.func(f.self);
  if (f?.direct !== undefined) return f.direct();
  const own = ownCall(f);
  return own === undefined ? call(f, []) : own(f);
}

export function call1(f: Py, a: Py): Py {
  if (typeof f === 'function') return f(a);
  if (f instanceof PyMethod && typeof f.func === 'function' && f.self !== undefined) return f.func(f.self, a);
  if (f?.direct !== undefined) return f.direct(a);
  const own = ownCall(f);
  return own === undefined ? call(f, [a]) : own(f, a);
}

/** What `call1(f, a)` does, for many calls: the `__call__` of a built-in class's instance is looked up once. */
export function caller1(f: Py): (a: Py) => Py {
  if (typeof f === 'function') return f;
  if (typeof f === 'object' && f !== null && !(f instanceof PyMethod) && !(f instanceof PyType) && !f.c$.isHeap) {
    if (f.direct !== undefined) return f.direct;
    const hook = special(f, '__call__');
    if (hook !== undefined) return (a) => hook(f, a);
  }
  return (a) => call1(f, a);
}

export function call2(f: Py, a: Py, b: Py): Py {
  if (typeof f === 'function') return f(a, b);
  if (f instanceof PyMethod && typeof f.func === 'function' && f.self !== undefined) return f.func(f.self, a, b);
  if (f?.direct !== undefined) return f.direct(a, b);
  const own = ownCall(f);
  return own === undefined ? call(f, [a, b]) : own(f, a, b);
}

export function call3(f: Py, a: Py, b: Py, c: Py): Py {
  if (typeof f === 'function') return f(a, b, c);
  if (f instanceof PyMethod && typeof f.func === 'function' && f.self !== undefined) return f.func(f.self, a, b, c);
  if (f?.direct !== undefined) return f.direct(a, b, c);
  const own = ownCall(f);
  return own === undefined ? call(f, [a, b, c]) : own(f, a, b, c);
}

/** Python 2's unbound method: its first argument must be an instance of the class that it was got from. */
function callUnbound(f: PyMethod, args: readonly Py[]): Py {
  checkSelf2(f, args);
  return call(f.func, args);
}

function checkSelf2({ func, owner }: PyMethod, args: readonly Py[]): void {
  if (owner === undefined || owner === null) return;
  const [self] = args;
  if (self !== undefined && typeOf(self).mro.includes(owner)) return;
  const given = self === undefined ? 'nothing' : `${typeOf(self).name} instance`;
  const name =
    typeof func === 'function' && func.info !== undefined ? `${func.info.name ?? func.info.code.name}()` : '';
  throw TypeError(
    `unbound method ${name} must be called with ${owner.name} instance as first argument (got ${given} instead)`,
  );
}

/** `f(*args, **keywords)`. */
export function callKw(f: Py, args: readonly Py[], keywords: Keywords | null): Py {
  if (keywords === null || keywords.size === 0) return call(f, args);
  if (typeof f === 'function') {
    if (f.info !== undefined) return f.info.body(...bindPython(f.info, args, keywords));
    if (f.builtin !== undefined) return f.builtin.impl(...bindBuiltin(f.builtin, args, keywords));
    throw TypeError(`${f.name}() takes no keyword arguments`);
  }
  if (f instanceof PyMethod) {
    if (f.self === undefined) checkSelf2(f, args);
    return callKw(f.func, f.self === undefined ? args : [f.self, ...args], keywords);
  }
  return callObject(f, args, keywords);
}

function notCallable(f: Py): Py {
  const { name, oldStyle } = typeOf(f);
  return oldStyle
    ? AttributeError(`${name} instance has no __call__ method`)
    : TypeError(`'${name}' object is not callable${suggestion(f)}`);
}

/** `time()` where `time.time()` is meant. */
function suggestion(f: Py): string {
  const name = rt.dialect === 3 && f instanceof PyModule ? findAttr(f, '__name__') : undefined;
  if (typeof name !== 'string') return '';
  try {
    const meant = getAttr(f, name);
    const isCallable = typeof meant === 'function' || special(meant, '__call__') !== undefined;
    return isCallable ? `. Did you mean: '${name}.${name}(...)'?` : '';
  } catch (error) {
    if (isAttributeError(error)) return '';
    throw error;
  }
}

function callObject(f: Py, args: readonly Py[], keywords: Keywords | null): Py {
  if (f instanceof PyType) {
    // A class whose instances are made at once makes them so for any number of arguments.
    if (keywords === null && f.direct !== undefined) return applyBody(f.direct, args);
    if (!f.c$.isHeap) return construct(f, args, keywords);
  } else if (keywords === null && f?.direct !== undefined) return f.direct(...args);
  const hook: Py = special(f, '__call__');
  if (hook === undefined) throw notCallable(f);
  if (keywords !== null && hook.info === undefined && hook.builtin === undefined) {
    const cls = typeOf(f);
    return callKw(bindFrom(lookup(cls, '__call__'), f, cls), args, keywords);
  }
  return callKw(hook, [f, ...args], keywords);
}

/** `o.name(*args)` by the class's method if it has a plain one, else by attribute access. */
export function callMethod(o: Py, name: string, ...args: Py[]): Py {
  if (o !== null && o !== undefined) {
    const m = o[methodKey(name)];
    if (m !== undefined) return m(o, ...args);
  }
  return call(getAttr(o, name), args);
}

/** A special method found on the class, called; undefined when there is none. */
export function callSpecial(o: Py, name: string, ...args: Py[]): Py {
  const f = special(o, name);
  return f === undefined ? undefined : f(o, ...args);
}
