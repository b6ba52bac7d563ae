/**
 * `types.GenericAlias`: what `list[int]` is.
 * Spec: https://docs.python.org/3/library/stdtypes.html#generic-alias-type
 */
import { findAttr, getAttr, isAttributeError, setAttr, special } from '../object/attributes.js';
import { callKw, callMethod } from '../object/call.js';
import { compareValues } from '../object/compare.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, getter } from '../object/install.js';
import { PyIterator } from '../object/pyIterator.js';
import { type Py, PyObject } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { builtinType, type Members, PyType } from '../object/type.js';
import { Ellipsis, NotImplemented, PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { iteratorType, reduceTo } from './iterator.js';
import { unionOf } from './typeObject.js';

/** `origin[*args]`; `starred` for the result of unpacking one. */
export class PyGenericAlias extends PyObject {
  parameters: PyTuple | undefined = undefined;
  constructor(
    readonly origin: Py,
    readonly args: PyTuple,
    readonly starred = false,
  ) {
    super();
  }
}

export const genericAliasType: PyType = builtinType({ name: 'GenericAlias', js: PyGenericAlias, module: 'types' });

/** `cls[item]`, for use as `__class_getitem__`. */
export function genericAlias(origin: Py, item: Py): PyGenericAlias {
  return new PyGenericAlias(origin, item instanceof PyTuple ? item : new PyTuple([item]));
}

/** `__class_getitem__`, which classes of the library have in Python 3. */
export const classGetItem = (): Members =>
  rt.dialect === 2 ? {} : { __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias)) };

// Whatever the alias does not have itself is the origin's.
genericAliasType.getattrHook = (self: PyGenericAlias, name: string) => getAttr(self.origin, name);

/** How one argument is shown: classes by their qualified name. */
function reprArgument(arg: Py): string {
  if (arg === Ellipsis) return '...';
  if (arg instanceof PyList) return `[${arg.items.map(reprArgument).join(', ')}]`;
  if (arg instanceof PyGenericAlias) return repr(arg);
  if (arg instanceof PyType)
    return arg.moduleName === 'builtins' ? arg.qualname : `${str(arg.moduleName)}.${arg.qualname}`;
  const qualname =
    findAttr(arg, '__origin__') !== undefined && findAttr(arg, '__args__') !== undefined
      ? undefined
      : findAttr(arg, '__qualname__');
  const module = qualname === undefined ? undefined : findAttr(arg, '__module__');
  if (qualname === undefined || module === undefined || module === null) return repr(arg);
  return module === 'builtins' ? qualname : `${module}.${qualname}`;
}

function reprAlias(self: PyGenericAlias): string {
  const { items } = self.args;
  const inside = items.length === 0 ? '()' : items.map(reprArgument).join(', ');
  return `${self.starred ? '*' : ''}${reprArgument(self.origin)}[${inside}]`;
}

const isTypeVar = (arg: Py): boolean => !(arg instanceof PyType) && findAttr(arg, '__typing_subst__') !== undefined;

/** Type variables among the arguments, each once, nested ones too. */
function collectParameters(args: readonly Py[]): PyTuple {
  const found: Py[] = [];
  const add = (p: Py): void => {
    if (!found.includes(p)) found.push(p);
  };
  for (const arg of args) {
    if (arg instanceof PyType) continue;
    if (isTypeVar(arg)) add(arg);
    else if (arg instanceof PyTuple || arg instanceof PyList) collectParameters(arg.items).items.forEach(add);
    else {
      const nested = findAttr(arg, '__parameters__');
      if (nested instanceof PyTuple) nested.items.forEach(add);
    }
  }
  return new PyTuple(found);
}

const parametersOf = (self: PyGenericAlias): PyTuple => (self.parameters ??= collectParameters(self.args.items));

/** The arguments, with those of an unpacked tuple of a known length in its place. */
function unpacked(args: readonly Py[]): Py[] {
  return args.flatMap((arg) => {
    const inside = arg instanceof PyType ? null : findAttr(arg, '__typing_unpacked_tuple_args__');
    return inside instanceof PyTuple && inside.items.at(-1) !== Ellipsis ? inside.items : [arg];
  });
}

/** `self[item]`: puts arguments in the place of type variables. */
function substitute(self: PyGenericAlias, item: Py): Py {
  const parameters = parametersOf(self).items;
  if (parameters.length === 0) throw TypeError(`${repr(self)} is not a generic class`);
  let given = new PyTuple(unpacked(item instanceof PyTuple ? item.items : [item]));
  for (const parameter of parameters) {
    const prepare = findAttr(parameter, '__typing_prepare_subst__');
    if (prepare === undefined || prepare === null) continue;
    const result = callMethod(parameter, '__typing_prepare_subst__', self, given);
    given = result instanceof PyTuple ? result : new PyTuple([result]);
  }
  if (given.items.length !== parameters.length) {
    const many = given.items.length > parameters.length ? 'many' : 'few';
    throw TypeError(
      `Too ${many} arguments for ${repr(self)}; actual ${given.items.length}, expected ${parameters.length}`,
    );
  }
  return new PyGenericAlias(
    self.origin,
    new PyTuple(replaceAll(self.args.items, parameters, given.items)),
    self.starred,
  );
}

function replaceAll(args: readonly Py[], parameters: readonly Py[], given: readonly Py[]): Py[] {
  const result: Py[] = [];
  for (const arg of args) {
    if (arg instanceof PyTuple) {
      result.push(new PyTuple(replaceAll(arg.items, parameters, given)));
      continue;
    }
    if (arg instanceof PyList) {
      result.push(new PyList(replaceAll(arg.items, parameters, given)));
      continue;
    }
    if (arg instanceof PyType) {
      result.push(arg);
      continue;
    }
    if (isTypeVar(arg)) {
      addSubstituted(result, arg, callMethod(arg, '__typing_subst__', given[parameters.indexOf(arg)]));
      continue;
    }
    const nested = findAttr(arg, '__parameters__');
    if (nested instanceof PyTuple && nested.items.length > 0) {
      const inner = nested.items.flatMap((p) => {
        const value = given[parameters.indexOf(p)];
        // What stands for a TypeVarTuple are several.
        return value instanceof PyTuple && special(p, '__iter__') !== undefined ? value.items : [value];
      });
      addSubstituted(result, arg, callMethod(arg, '__getitem__', new PyTuple(inner)));
    } else result.push(arg);
  }
  return result;
}

/** What an unpacked TypeVarTuple became are arguments of their own. */
function addSubstituted(result: Py[], arg: Py, value: Py): void {
  const unpacks = value instanceof PyTuple && findAttr(arg, '__typing_is_unpacked_typevartuple__') === true;
  if (unpacks) result.push(...value.items);
  else result.push(value);
}

/** `self(*args)`: an instance of the origin that remembers the alias where it can. */
function instantiate(self: PyGenericAlias, args: Py[], kwargs: Map<string, Py>): Py {
  const instance = callKw(self.origin, args, kwargs);
  try {
    setAttr(instance, '__orig_class__', self);
  } catch (error) {
    if (!isAttributeError(error) && (error as Py)?.c$ !== TypeError.type) throw error;
  }
  return instance;
}

/** Gives the starred form once: what `*tuple[int]` unpacks to. */
class GenericAliasIterator extends PyIterator {
  constructor(public alias: PyGenericAlias | null) {
    super();
  }
  nx(): Py {
    const { alias } = this;
    if (alias === null) return undefined;
    this.alias = null;
    return new PyGenericAlias(alias.origin, alias.args, true);
  }
}
iteratorType('generic_alias_iterator', 'generic_alias_iterator', GenericAliasIterator, () => ({
  __reduce__: method('()', (self: GenericAliasIterator) => reduceTo('iter', self.alias ?? new PyTuple([]))),
}));

const compare = (op: 'Eq' | 'NotEq') =>
  method('(value, /)', (self: PyGenericAlias, other: Py) => {
    if (!(other instanceof PyGenericAlias)) return NotImplemented;
    const same =
      self.starred === other.starred &&
      compareValues(self.origin, other.origin, 'Eq') === true &&
      compareValues(self.args, other.args, 'Eq') === true;
    return op === 'Eq' ? same : !same;
  });

const refuse = (message: string) =>
  method('(instance, /)', () => {
    throw TypeError(message);
  });

defineMembers(genericAliasType, () => ({
  __doc__: getter((self: PyGenericAlias) => getAttr(self.origin, '__doc__')),
  __new__: new PyStaticMethod(
    fn(
      '(cls, origin, args, /)',
      (cls: PyType, origin: Py, args: Py) => new cls.ctor(origin, args instanceof PyTuple ? args : new PyTuple([args])),
      '__new__',
    ),
  ),
  __origin__: getter((self: PyGenericAlias) => self.origin),
  __args__: getter((self: PyGenericAlias) => self.args),
  __parameters__: getter(parametersOf),
  __unpacked__: getter((self: PyGenericAlias) => self.starred),
  __typing_unpacked_tuple_args__: getter((self: PyGenericAlias) =>
    self.starred && (self.origin as PyType)?.name === 'tuple' ? self.args : null,
  ),
  __mro_entries__: method('(bases, /)', (self: PyGenericAlias) => new PyTuple([self.origin])),
  __call__: method('(*args, **kwargs)', instantiate),
  __getitem__: method('(key, /)', substitute),
  __iter__: method('()', (self: PyGenericAlias) => new GenericAliasIterator(self)),
  __or__: method('(value, /)', (self: Py, other: Py) => unionOf.current(self, other)),
  __ror__: method('(value, /)', (self: Py, other: Py) => unionOf.current(other, self)),
  __repr__: method('()', reprAlias),
  __eq__: compare('Eq'),
  __ne__: compare('NotEq'),
  __hash__: method('()', (self: PyGenericAlias) => {
    const hash = BigInt.asIntN(64, BigInt(hashOf(self.origin)) ^ BigInt(hashOf(self.args)));
    return Number(BigInt.asIntN(53, hash));
  }),
  __instancecheck__: refuse('isinstance() argument 2 cannot be a parameterized generic'),
  __subclasscheck__: refuse('issubclass() argument 2 cannot be a parameterized generic'),
  __reduce__: method(
    '()',
    (self: PyGenericAlias) => new PyTuple([genericAliasType, new PyTuple([self.origin, self.args])]),
  ),
}));
