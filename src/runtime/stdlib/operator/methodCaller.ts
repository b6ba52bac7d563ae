/**
 * `operator.methodcaller`.
 * Spec: https://docs.python.org/3/library/operator.html#operator.methodcaller
 */
import { findGlobal } from '../../pickle/globals.js';
import { getAttr } from '../../object/attributes.js';
import { callKw, callMethod } from '../../object/call.js';
import { callFoundKeywords } from '../../helpers/calls.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import { methodKey, type Py, PyObject } from '../../object/object.js';
import { guardRepr, repr, str } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple, PyUnicode } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { theObject, wrongCount } from './theObject.js';

const DIRECT = Symbol('direct');

export class PyMethodCaller extends PyObject {
  constructor(
    readonly name: string,
    readonly args: readonly Py[],
    readonly kwargs: Map<string, Py>,
  ) {
    super();
  }
  /** Made when it is first wanted; under a symbol, so that it does not travel to a forked process. */
  private [DIRECT]: ((...args: Py[]) => Py) | undefined = undefined;
  /** How it is called without keywords. */
  get direct(): (...args: Py[]) => Py {
    return (this[DIRECT] ??= straight(this));
  }
}

/** A call without keywords: the class's own method is called without being bound. */
function straight(self: PyMethodCaller): (...args: Py[]) => Py {
  const { args, kwargs, name } = self;
  const key = methodKey(name);
  const pairs = [...kwargs].flat();
  return function (o) {
    if (arguments.length !== 1) throw wrongCount('methodcaller', arguments.length);
    const m = o === null ? undefined : o[key];
    if (m === undefined) return invoke(self, o);
    if (pairs.length > 0) return callFoundKeywords(o, m, undefined, args, pairs);
    return args.length === 0 ? m(o) : args.length === 1 ? m(o, args[0]) : m(o, ...args);
  };
}

function invoke(self: PyMethodCaller, o: Py): Py {
  if (self.kwargs.size === 0) return callMethod(o, self.name, ...self.args);
  return callKw(getAttr(o, self.name), self.args, self.kwargs);
}

function reprCaller(self: PyMethodCaller): string {
  const parts = [repr(self.name), ...self.args.map(repr)];
  for (const [name, value] of self.kwargs) parts.push(`${name}=${repr(value)}`);
  return `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(${parts.join(', ')})`;
}

/** Keyword arguments are pickled through `functools.partial`. */
function reduce(self: PyMethodCaller): Py {
  const args = new PyTuple([self.name, ...self.args]);
  if (self.kwargs.size === 0) return new PyTuple([typeOf(self), args]);
  const partial = findGlobal('functools', 'partial');
  return new PyTuple([callKw(partial, [typeOf(self), self.name], self.kwargs), new PyTuple([...self.args])]);
}

export const methodCallerType: PyType = declareType({
  name: 'methodcaller',
  module: 'operator',
  js: PyMethodCaller,
  subclassable: false,
  doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
  signature: '(*args, **kwargs)',
  make: (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
    if (args.length === 0) throw TypeError('methodcaller needs at least one argument, the method name');
    const name = strValue(args[0] instanceof PyUnicode ? str(args[0]) : args[0]);
    if (name === undefined) throw TypeError('method name must be a string');
    return new cls.ctor(name, args.slice(1), kwargs);
  },
  members: () => ({
    __call__: method('(*args, **kwargs)', (self: PyMethodCaller, args: Py[], kwargs: Map<string, Py>) =>
      invoke(self, theObject('methodcaller', args, kwargs)),
    ),
    __repr__: method('()', (self: PyMethodCaller) =>
      guardRepr(self, `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(...)`, reprCaller),
    ),
    __reduce__: method('()', reduce),
  }),
});
