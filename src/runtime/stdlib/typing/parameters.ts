/**
 * `TypeVar`, `ParamSpec`, `TypeVarTuple`.
 * Spec: https://docs.python.org/3/library/typing.html#typing.TypeVar
 */
import { getAttr } from '../../object/attributes.js';
import { equals } from '../../object/equality.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { hashOf } from '../../object/hash.js';
import { defineMembers, getter } from '../../object/install.js';
import { iter, toArray } from '../../object/iterate.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type Members, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { importModule } from '../../import/importFunction.js';
import { NotImplemented, PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { callMethod } from '../../object/call.js';
import { defineForkedParameters } from './forked.js';
import { callTyping, inCallersModule, Lazy, noDefault, parameterMembers } from './shared.js';

export interface Variance {
  readonly covariant: boolean;
  readonly contravariant: boolean;
  readonly infer: boolean;
}

class PyParameter extends PyObject {
  constructor(
    readonly name: string,
    readonly fallback: Lazy,
  ) {
    super();
  }
}
export class PyTypeVar extends PyParameter {
  constructor(
    name: string,
    fallback: Lazy,
    readonly bound: Lazy,
    readonly constraints: Lazy,
    readonly variance: Variance,
  ) {
    super(name, fallback);
  }
}
export class PyParamSpec extends PyParameter {
  constructor(
    name: string,
    fallback: Lazy,
    readonly bound: Lazy,
    readonly variance: Variance,
  ) {
    super(name, fallback);
  }
}
export class PyTypeVarTuple extends PyParameter {}
class PyParamSpecPart extends PyObject {
  constructor(readonly origin: Py) {
    super();
  }
}
class PyParamSpecArgs extends PyParamSpecPart {}
class PyParamSpecKwargs extends PyParamSpecPart {}

const declare = (name: string, js: new (...args: any[]) => Py): PyType =>
  builtinType({ name, js, module: 'typing', subclassable: false, hasDict: true });
export const typeVarType = declare('TypeVar', PyTypeVar);
export const paramSpecType = declare('ParamSpec', PyParamSpec);
export const typeVarTupleType = declare('TypeVarTuple', PyTypeVarTuple);
export const paramSpecArgsType = declare('ParamSpecArgs', PyParamSpecArgs);
export const paramSpecKwargsType = declare('ParamSpecKwargs', PyParamSpecKwargs);

function nameOf(name: Py, kind: string): string {
  const text = strValue(name);
  if (text === undefined) throw TypeError(`${kind}() argument 'name' must be str, not ${typeOf(name).name}`);
  return text;
}

function variance(co: Py, contra: Py, infer: Py): Variance {
  const given = {
    covariant: truthy(co ?? false),
    contravariant: truthy(contra ?? false),
    infer: truthy(infer ?? false),
  };
  if (given.covariant && given.contravariant) throw ValueError('Bivariant types are not supported.');
  if (given.infer && (given.covariant || given.contravariant))
    throw ValueError('Variance cannot be specified with infer_variance.');
  return given;
}

const NONE_INFERRED: Variance = { covariant: false, contravariant: false, infer: true };
const boundOf = (bound: Py): Py =>
  bound === undefined || bound === null ? null : callTyping('_type_check', bound, 'Bound must be a type.');

function newTypeVar(
  _cls: PyType,
  name: Py,
  constraints: Py[],
  bound: Py,
  co: Py,
  contra: Py,
  infer: Py,
  fallback: Py,
): Py {
  const text = nameOf(name, 'typevar');
  const given = variance(co, contra, infer);
  const limit = boundOf(bound);
  if (constraints.length === 1) throw TypeError('A single constraint is not allowed');
  if (constraints.length > 0 && limit !== null) throw TypeError('Constraints cannot be combined with bound=...');
  const types = constraints.map((c) =>
    callTyping('_type_check', c, 'TypeVar(name, constraint, ...): constraints must be types.'),
  );
  return inCallersModule(
    new PyTypeVar(
      text,
      new Lazy(fallback === undefined ? noDefault() : fallback),
      new Lazy(limit),
      new Lazy(new PyTuple(types)),
      given,
    ),
  );
}

function newParamSpec(_cls: PyType, name: Py, bound: Py, co: Py, contra: Py, infer: Py, fallback: Py): Py {
  const text = nameOf(name, 'paramspec');
  return inCallersModule(
    new PyParamSpec(
      text,
      new Lazy(fallback === undefined ? noDefault() : fallback),
      new Lazy(boundOf(bound)),
      variance(co, contra, infer),
    ),
  );
}

/** A parameter of PEP 695's syntax: what it is bound by and its default are computed when asked for. */
export function declaredParameter(
  kind: string,
  name: string,
  bound: Py,
  fallback: Py,
  isConstraints: boolean,
  module: Py,
): Py {
  const lazyDefault = fallback === null ? new Lazy(noDefault()) : new Lazy(null, fallback);
  const made = (() => {
    if (kind === 'TypeVarTuple') return new PyTypeVarTuple(name, lazyDefault);
    if (kind === 'ParamSpec') return new PyParamSpec(name, lazyDefault, new Lazy(null), NONE_INFERRED);
    const limit = bound === null || isConstraints ? new Lazy(null) : new Lazy(null, bound);
    const constraints = bound !== null && isConstraints ? new Lazy(null, bound) : new Lazy(new PyTuple([]));
    return new PyTypeVar(name, lazyDefault, limit, constraints, NONE_INFERRED);
  })();
  Object.defineProperty(made, '$__module__', { value: module, writable: true, configurable: true, enumerable: true });
  return made;
}

const sign = ({ covariant, contravariant, infer }: Variance): string =>
  infer ? '' : covariant ? '+' : contravariant ? '-' : '~';

/** What all parameters have. `kind` is for messages. */
function common(kind: string): Members {
  return {
    ...parameterMembers(),
    __name__: getter((self: PyParameter) => self.name),
    __default__: getter((self: PyParameter) => self.fallback.get()),
    has_default: method('()', (self: PyParameter) => self.fallback.isPending || self.fallback.peek() !== noDefault()),
    __mro_entries__: method('(bases, /)', () => {
      throw TypeError(`Cannot subclass an instance of ${kind}`);
    }),
  };
}

const varianceMembers = (): Members => ({
  __covariant__: getter((self) => self.variance.covariant),
  __contravariant__: getter((self) => self.variance.contravariant),
  __infer_variance__: getter((self) => self.variance.infer),
});

/** Arguments of `alias[args]` with the default of `self` where too few were given. */
function fillDefault(self: PyTypeVar, alias: Py, args: Py): Py {
  const given = args instanceof PyTuple ? args.items : toArray(args);
  const index = toArray(getAttr(alias, '__parameters__')).indexOf(self);
  if (index < given.length) return args;
  if (index === given.length) {
    const fallback = self.fallback.get();
    if (fallback !== noDefault()) return new PyTuple([...given, fallback]);
  }
  throw TypeError(`Too few arguments for ${repr(alias)}; actual ${given.length}, expected at least ${index + 1}`);
}

export function defineParameters(): void {
  if (typeVarType.pending !== undefined || typeVarType.isReady) return;
  defineForkedParameters();
  defineMembers(typeVarType, () => ({
    __new__: new PyStaticMethod(
      fn(
        '(cls, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault)',
        newTypeVar,
        '__new__',
      ),
    ),
    ...common('TypeVar'),
    ...varianceMembers(),
    __bound__: getter((self: PyTypeVar) => self.bound.get()),
    __constraints__: getter((self: PyTypeVar) => self.constraints.get()),
    __repr__: method('()', (self: PyTypeVar) => sign(self.variance) + self.name),
    __typing_subst__: method('(arg, /)', (self: PyTypeVar, arg: Py) => callTyping('_typevar_subst', self, arg)),
    __typing_prepare_subst__: method('(alias, args, /)', fillDefault),
  }));
  defineMembers(paramSpecType, () => ({
    __new__: new PyStaticMethod(
      fn(
        '(cls, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault)',
        newParamSpec,
        '__new__',
      ),
    ),
    ...common('ParamSpec'),
    ...varianceMembers(),
    __bound__: getter((self: PyParamSpec) => self.bound.get()),
    args: getter((self: PyParamSpec) => new PyParamSpecArgs(self)),
    kwargs: getter((self: PyParamSpec) => new PyParamSpecKwargs(self)),
    __repr__: method('()', (self: PyParamSpec) => sign(self.variance) + self.name),
    __typing_subst__: method('(arg, /)', (self: PyParamSpec, arg: Py) => callTyping('_paramspec_subst', self, arg)),
    __typing_prepare_subst__: method('(alias, args, /)', (self: PyParamSpec, alias: Py, args: Py) =>
      callTyping('_paramspec_prepare_subst', self, alias, args),
    ),
  }));
  defineMembers(typeVarTupleType, () => ({
    __new__: new PyStaticMethod(
      fn(
        '(cls, name, *, default=NoDefault)',
        (_cls: PyType, name: Py, fallback: Py) =>
          inCallersModule(
            new PyTypeVarTuple(nameOf(name, 'typevartuple'), new Lazy(fallback === undefined ? noDefault() : fallback)),
          ),
        '__new__',
      ),
    ),
    ...common('TypeVarTuple'),
    __iter__: method('()', (self: PyTypeVarTuple) => iter(new PyList([unpacked(self)]))),
    __repr__: method('()', (self: PyTypeVarTuple) => self.name),
    __typing_subst__: method('(arg, /)', () => {
      throw TypeError('Substitution of bare TypeVarTuple is not supported');
    }),
    __typing_prepare_subst__: method('(alias, args, /)', (self: PyTypeVarTuple, alias: Py, args: Py) =>
      callTyping('_typevartuple_prepare_subst', self, alias, args),
    ),
  }));
  for (const [type, part] of [
    [paramSpecArgsType, 'args'],
    [paramSpecKwargsType, 'kwargs'],
  ] as const)
    defineMembers(type, () => partMembers(type, part));
}

/** `*Ts`. */
export const unpacked = (self: Py): Py =>
  callMethod(getAttr(importModule('typing', null, [], 0), 'Unpack'), '__getitem__', self);

const partMembers = (type: PyType, part: string): Members => ({
  __new__: new PyStaticMethod(fn('(cls, origin)', (cls: PyType, origin: Py) => new cls.ctor(origin), '__new__')),
  __origin__: getter((self: PyParamSpecPart) => self.origin),
  __repr__: method(
    '()',
    (self: PyParamSpecPart) => `${self.origin instanceof PyParamSpec ? self.origin.name : repr(self.origin)}.${part}`,
  ),
  __eq__: method('(value, /)', (self: PyParamSpecPart, other: Py) =>
    typeOf(other) === type ? equals(self.origin, other.origin) : NotImplemented,
  ),
  __hash__: method('()', (self: PyParamSpecPart) => hashOf(self.origin)),
  __mro_entries__: method('(bases, /)', () => {
    throw TypeError(`Cannot subclass an instance of ${type.name}`);
  }),
});
