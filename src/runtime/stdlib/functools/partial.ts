/**
 * `functools.partial`.
 * Spec: https://docs.python.org/3/library/functools.html#functools.partial
 */
import { rt } from '../../object/context.js';
import { warn } from '../../builtins/warn.js';
import { copyDict } from '../../builtins/dict.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { findAttr, special } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { keywordName, keywordsOf } from '../../object/keywordNames.js';
import { callKeywords } from '../../helpers/calls.js';
import { threadApply } from '../../helpers/threads.js';
import { call } from '../../object/call.js';
import { AttributeError, TypeError } from '../../object/errors.js';
import { keepingKeys, method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { replaceInstanceDict } from '../../object/namespace.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { guardRepr, repr, str } from '../../object/text.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyClassMethod, PyTuple } from '../../object/values.js';
import type { Thread } from '../../threads/generators.js';
import { declareType } from '../moduleTypes.js';

const DIRECT = Symbol('direct');

export class PyPartial extends PyObject {
  constructor(
    public func: Py,
    public args: PyTuple,
    public keywords: PyDict,
  ) {
    super();
  }
  /** Made when it is first wanted; under a symbol, so that it does not travel to a forked process. */
  private [DIRECT]: ((...args: Py[]) => Py) | undefined = undefined;
  /** How it is called without keywords, unless a subclass may have a way of its own. */
  get direct(): ((...args: Py[]) => Py) | undefined {
    if (this.c$ !== PyPartial.prototype.c$) return undefined;
    return (this[DIRECT] ??= straight(this));
  }

  /** How it is called with keywords: different names and their values in turn. */
  callPairs(args: readonly Py[], pairs: readonly Py[]): Py {
    const named = namedBy(this);
    const held = named.length;
    for (let i = 0; i < pairs.length; i += 2) putNamed(named, held, pairs[i], pairs[i + 1]);
    const all = args.length === 0 ? this.args.items : joined(this.args.items, args);
    return callKeywords(this.func, all, named);
  }

  /** How a thread calls it. */
  *callInThread(args: Py[], keywords: Keywords | null): Thread {
    const named = keywordsOf(this.keywords);
    for (const [name, value] of keywords ?? []) named.set(name, value);
    return yield* threadApply(this.func, [...this.args.items, ...args], named);
  }
}

/** A call without keywords. The usual ones take no array of arguments. */
function straight(self: PyPartial): (...args: Py[]) => Py {
  const all = (args: readonly Py[]): Py => {
    const { func, keywords } = self;
    const given = joined(self.args.items, args);
    return keywords.size > 0 ? callKeywords(func, given, namedBy(self)) : call(func, given);
  };
  return function (a, b) {
    const count = arguments.length;
    const { func } = self;
    const held = self.args.items;
    if (count <= 2 && held.length <= 2 && typeof func === 'function' && self.keywords.size === 0) {
      if (held.length === 1) return count === 1 ? func(held[0], a) : count === 0 ? func(held[0]) : func(held[0], a, b);
      if (held.length === 0) return count === 1 ? func(a) : count === 0 ? func() : func(a, b);
      return count === 1
        ? func(held[0], held[1], a)
        : count === 0
          ? func(held[0], held[1])
          : func(held[0], held[1], a, b);
    }
    return count === 0 ? all([]) : count === 1 ? all([a]) : count === 2 ? all([a, b]) : all(Array.from(arguments));
  };
}

const isCallable = (o: Py): boolean => typeof o === 'function' || special(o, '__call__') !== undefined;

function make(cls: PyType, given: Py[], kwargs: Map<string, Py>): Py {
  if (given.length === 0) throw TypeError("type 'partial' takes at least one argument");
  let [func] = given;
  if (!isCallable(func)) throw TypeError('the first argument must be callable');
  let args = given.slice(1);
  let keywords = new PyDict();
  // A partial of a plain partial is one call, not two.
  if (func instanceof PyPartial && !func.c$.isHeap && !hasAttributes(func)) {
    args = [...func.args.items, ...args];
    keywords = copyDict(func.keywords);
    func = func.func;
  }
  for (const [name, value] of kwargs) keywords.set(name, value);
  return new cls.ctor(func, new PyTuple(args), keywords);
}

const hasAttributes = (o: Py): boolean => Object.keys(o).some((key) => key.startsWith('$'));

function invoke(self: PyPartial, args: Py[], kwargs: Map<string, Py>): Py {
  const all = args.length === 0 ? self.args.items : joined(self.args.items, args);
  const named = namedBy(self);
  const held = named.length;
  for (const [name, value] of kwargs) putNamed(named, held, name, value);
  return callKeywords(self.func, all, named);
}

/** Adds a keyword argument, or replaces it where it is among the first `held` of `named`. */
function putNamed(named: Py[], held: number, name: Py, value: Py): void {
  let at = 0;
  while (at < held && named[at] !== name) at += 2;
  if (at < held) named[at + 1] = value;
  else named.push(name, value);
}

/** The keyword arguments that a partial holds: name, value, … */
function namedBy(self: PyPartial): Py[] {
  const named = self.keywords.flatList();
  for (let i = 0; i < named.length; i += 2) if (typeof named[i] !== 'string') named[i] = keywordName(named[i]);
  return named;
}

/** `held.concat(args)`, which takes V8 several times as long. */
function joined(held: readonly Py[], args: readonly Py[]): Py[] {
  const all: Py[] = new Array(held.length + args.length);
  for (let i = 0; i < held.length; i++) all[i] = held[i];
  for (let i = 0; i < args.length; i++) all[held.length + i] = args[i];
  return all;
}

function reprPartial(self: PyPartial): string {
  const parts = [repr(self.func), ...self.args.items.map(repr)];
  for (const [key, value] of self.keywords.entryList()) parts.push(`${str(key)}=${repr(value)}`);
  return `${self.c$.moduleName}.${self.c$.qualname}(${parts.join(', ')})`;
}

function setState(self: PyPartial, state: Py): null {
  const items: Py[] = state instanceof PyTuple ? state.items : [];
  const [func, args, keywords, attributes] = items;
  const valid =
    items.length === 4 &&
    isCallable(func) &&
    args instanceof PyTuple &&
    (keywords === null || keywords instanceof PyDict);
  if (!valid) throw TypeError('invalid partial state');
  self.func = func;
  self.args = args.c$.isHeap ? new PyTuple(args.items) : args;
  self.keywords = keywords === null ? new PyDict() : keywords.c$.isHeap ? copyDict(keywords) : keywords;
  replaceInstanceDict(self, attributes === null ? new PyDict() : attributes);
  return null;
}

const BECOMES_METHOD =
  'functools.partial will be a method descriptor in future Python versions; ' +
  'wrap it in staticmethod() if you want to preserve the old behavior';

/** Found on a class through an instance: still the partial itself. */
function bind(self: PyPartial, instance: Py): Py {
  if (instance !== null) warn('FutureWarning', BECOMES_METHOD);
  return self;
}

function refuse(): never {
  throw (rt.dialect === 2 ? TypeError : AttributeError)('readonly attribute');
}

const readOnly = (get: (self: PyPartial) => Py) => getter(get, refuse, rt.dialect === 2 ? refuse : undefined);

export const partialType: PyType = declareType({
  name: 'partial',
  module: 'functools',
  js: PyPartial,
  hasDict: true,
  doc: 'Create a new function with partial application of the given arguments and keywords.',
  make,
  members: () => ({
    __call__: keepingKeys(method('(*args, **kwargs)', invoke)),
    ...(rt.dialect === 3 ? { __get__: method('(instance, owner=None, /)', bind) } : {}),
    func: readOnly((self) => self.func),
    args: readOnly((self) => self.args),
    keywords: readOnly((self) => self.keywords),
    __repr__: method('()', (self: PyPartial) => guardRepr(self, '...', reprPartial)),
    __reduce__: method('()', (self: PyPartial) => {
      const attributes = hasAttributes(self) ? findAttr(self, '__dict__') : null;
      const state = new PyTuple([self.func, self.args, self.keywords, attributes]);
      return new PyTuple([typeOf(self), new PyTuple([self.func]), state]);
    }),
    __setstate__: method('(state, /)', setState),
    __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias)),
  }),
});
