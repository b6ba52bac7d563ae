/** Making functions and classes. */
import { loadModules } from '../stdlib/moduleTable.js';
import { findAttr, getAttr, special } from '../object/attributes.js';
import { applyBody, bindPairs, NO_PAIRS } from '../object/bindPairs.js';
import { bindPython, type Keywords } from '../object/binding.js';
import { call, callKw } from '../object/call.js';
import { calculateMeta } from '../object/mro.js';
import { createClass } from '../object/classes.js';
import { rt } from '../object/context.js';
import { RuntimeError, TypeError } from '../object/errors.js';
import {
  type Code,
  CO_VARARGS,
  CO_VARKEYWORDS,
  FunctionInfo,
  LaterAnnotations,
  type PyFunction,
} from '../object/function.js';
import { toArray } from '../object/iterate.js';
import { Cell, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import type { Unit } from '../unit.js';
import { bodyFunction, ownBuilder } from './buildClassFunction.js';
import { mergeKeywords } from './calls.js';
import { nameAs2 } from './names2.js';

const NO_CELLS: readonly Cell[] = [];

/**
 * The function object of a `def` or `lambda`: `make($i, cell…)` gives the JavaScript function, to which the metadata is
 * attached. Functions with `*args`, `**kwargs` or keyword-only parameters get a front that binds positional arguments.
 */
export function def(
  code: Code,
  cells: Cell[],
  defaults: Py[] | null = null,
  keywords: Py[] | null = null,
  annotations: Py[] | LaterAnnotations | null = null,
): PyFunction {
  return makeFunction(code, cells.length === 0 ? NO_CELLS : cells, defaults, keywords, annotations);
}

export function makeFunction(
  code: Code,
  cells: readonly Cell[],
  defaults: Py[] | null,
  keywords: Py[] | null,
  annotations: Py[] | LaterAnnotations | null,
): PyFunction {
  const info = new FunctionInfo(code, cells);
  info.defaults = defaults;
  if (keywords !== null) info.kwdefaults = pairsToDict(keywords);
  if (annotations instanceof LaterAnnotations) info.annotations = annotations;
  else if (annotations !== null) info.annotations = pairsToDict(annotations);
  const body = cells.length === 0 ? code.make!(info) : code.make!(info, ...cells);
  info.body = body;
  const { signature, flags } = code;
  const simple = (flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && signature.keywordOnly.length === 0;
  const own = simple ? (body as PyFunction) : front(info, body);
  const f = code.isReplaceable ? replaceable(info, own) : own;
  f.info = info;
  return f;
}

export function pairsToDict(pairs: Py[]): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < pairs.length; i += 2) dict.set(pairs[i], pairs[i + 1]);
  return dict;
}

/** The entry of a function whose `__code__` may be set: by position, as long as it was not. */
const replaceable =
  (info: FunctionInfo, own: PyFunction, code = info.code): PyFunction =>
  (...args: Py[]) =>
    info.code === code
      ? own(...args)
      : applyBody(info.body, bindPairs(info, args, NO_PAIRS) ?? bindPython(info, args, null));

/** The positional entry of a function whose body takes bound arguments. */
function front(info: FunctionInfo, body: (...all: Py[]) => Py): PyFunction {
  const { positional, varargs, keywordOnly, varkw } = info.code.signature;
  if (positional.length === 0 && varargs !== null && keywordOnly.length === 0) {
    if (info.code.relaysArgs && (varkw === null || info.code.relaysKeywords))
      return (...args: Py[]) => body(args, NO_PAIRS);
    return varkw === null
      ? (...args: Py[]) => body(new PyTuple(args))
      : (...args: Py[]) => body(new PyTuple(args), new PyDict());
  }
  const bound = (args: Py[]): Py => applyBody(body, bindPairs(info, args, NO_PAIRS) ?? bindPython(info, args, null));
  const hasDefaults = keywordOnly.every((name) => info.kwdefaults?.get(name) !== undefined);
  if (varargs === null && varkw === null && hasDefaults) return byPosition(info, body, bound);
  return keywordOnly.length === 0 ? withRest(info, body, bound) : (...args: Py[]) => bound(args);
}

/** The same for a function with parameters before `*args` or `**kwargs`. `bound` is for calls that leave one of them to its default. */
function withRest(info: FunctionInfo, body: (...all: Py[]) => Py, bound: (args: Py[]) => Py): PyFunction {
  const { signature, relaysArgs, relaysKeywords } = info.code;
  const { positional, varargs, varkw } = signature;
  if (varargs === null) return withKeywords(info, body, bound);
  switch (positional.length) {
    case 1:
      return varkw === null
        ? (a: Py, ...rest: Py[]) => (a === undefined ? bound([]) : body(a, relaysArgs ? rest : new PyTuple(rest)))
        : (a: Py, ...rest: Py[]) =>
            a === undefined
              ? bound([])
              : body(a, relaysArgs ? rest : new PyTuple(rest), relaysKeywords ? NO_PAIRS : new PyDict());
    case 2:
      return varkw === null
        ? (a: Py, b: Py, ...rest: Py[]) =>
            b === undefined ? bound(givenOf(a)) : body(a, b, relaysArgs ? rest : new PyTuple(rest))
        : (a: Py, b: Py, ...rest: Py[]) =>
            b === undefined
              ? bound(givenOf(a))
              : body(a, b, relaysArgs ? rest : new PyTuple(rest), relaysKeywords ? NO_PAIRS : new PyDict());
    default:
      return (...args: Py[]) => bound(args);
  }
}

/** The arguments of a call that has one at most. */
const givenOf = (a: Py): Py[] => (a === undefined ? [] : [a]);

/** The same for one with `**kwargs` but no `*args`. */
function withKeywords(info: FunctionInfo, body: (...all: Py[]) => Py, bound: (args: Py[]) => Py): PyFunction {
  const { signature, relaysKeywords } = info.code;
  const keywords = (): Py => (relaysKeywords ? NO_PAIRS : new PyDict());
  switch (signature.positional.length) {
    case 1:
      return (...args: Py[]) => (args.length === 1 ? body(args[0], keywords()) : bound(args));
    case 2:
      return (...args: Py[]) => (args.length === 2 ? body(args[0], args[1], keywords()) : bound(args));
    default:
      return (...args: Py[]) => bound(args);
  }
}

/**
 * The same for a function with keyword-only parameters that all have defaults, and whose body fills in the defaults itself.
 * `bound` is for calls that do not fit.
 */
function byPosition(info: FunctionInfo, body: (...all: Py[]) => Py, bound: (args: Py[]) => Py): PyFunction {
  const most = info.code.signature.positional.length;
  const least = most - info.code.optional;
  const fits = (count: number): boolean => count <= most && count >= least && info.rebound === null;
  switch (most) {
    case 1:
      return (...args: Py[]) => (fits(args.length) ? body(args[0]) : bound(args));
    case 2:
      return (...args: Py[]) => (fits(args.length) ? body(args[0], args[1]) : bound(args));
    case 3:
      return (...args: Py[]) => (fits(args.length) ? body(args[0], args[1], args[2]) : bound(args));
    case 4:
      return (...args: Py[]) => (fits(args.length) ? body(args[0], args[1], args[2], args[3]) : bound(args));
    default:
      return (...args: Py[]) => bound(args);
  }
}

/** A class statement. `pairs`: keyword arguments as name, value, …; a null name is `**value`. */
export function buildClass(unit: Unit, code: Code, cells: Cell[], name: string, bases: Py[], pairs: Py[]): Py {
  const keywords = pairs.length === 0 ? null : mergeKeywords(pairs, '__build_class__()');
  const body = code.make!(new FunctionInfo(code, cells), ...cells);
  // The library's modules are Python 3 in a Python 2 program too.
  if (rt.dialect === 2 && unit.compiled.dialect !== 3) return buildClass2.current(unit, body, name, bases);
  const builder = rt.dialect === 3 ? ownBuilder(unit) : undefined;
  if (builder !== undefined) return callKw(builder, [bodyFunction(code, cells, body), name, ...bases], keywords);
  return buildClassFrom(body, name, bases, keywords);
}

/** Fills in a class's namespace. */
export type ClassBody = (namespace: Py) => Py;

/** Python 2's rules (`__metaclass__`, old-style classes), provided by `python2Classes.ts`. */
export const buildClass2: { current: (unit: Unit, body: ClassBody, name: string, bases: Py[]) => Py } = {
  current: (_unit, body, name, bases) => buildClassFrom(body, name, bases, null),
};

/** https://docs.python.org/3/reference/datamodel.html#customizing-class-creation */
export function buildClassFrom(body: ClassBody, name: string, originalBases: Py[], keywords: Keywords | null): Py {
  const bases = resolveBases(originalBases);
  const rest: Keywords | null = keywords === null ? null : new Map(keywords);
  let meta = rest?.get('metaclass');
  rest?.delete('metaclass');
  if (meta === undefined) meta = bases.length === 0 ? typeOfType.current : typeOf(bases[0]);
  if (meta instanceof PyType) meta = calculateMeta(meta, bases);
  const namespace = prepare(meta, name, bases, rest);
  if (bases !== originalBases) namespace.set('__orig_bases__', new PyTuple(originalBases));
  body(namespace);
  if (rt.dialect === 2) nameAs2(namespace);
  const cell: Cell | undefined = namespace.get('__classcell__');
  const space = namespace instanceof ForeignNamespace ? namespace.object : namespace;
  const plain = meta === typeOfType.current && space instanceof PyDict && !space.c$.isHeap;
  const cls = plain
    ? createClass(meta, name, checkBases(bases), space.map as Map<string, Py>, rest)
    : callKw(meta, [name, new PyTuple(bases), space], rest);
  if (cell instanceof Cell && cls instanceof PyType) checkClassCell(cell, name, cls);
  return cls;
}
function checkClassCell(cell: Cell, name: string, cls: PyType): void {
  if (cell.v === cls) return;
  if (cell.v === undefined) {
    throw RuntimeError(
      `__class__ not set defining '${name}' as ${repr(cls)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  throw TypeError(`__class__ set to ${repr(cell.v)} defining '${name}' as ${repr(cls)}`);
}

export const typeOfType: { current: PyType } = { current: undefined as unknown as PyType };

function checkBases(bases: Py[]): PyType[] {
  for (const base of bases) if (!(base instanceof PyType)) throw TypeError('bases must be types');
  return bases;
}

/** `__mro_entries__` (PEP 560). */
function resolveBases(bases: Py[]): Py[] {
  let changed = false;
  const result: Py[] = [];
  for (const base of bases) {
    const entries = base instanceof PyType ? undefined : findAttr(base, '__mro_entries__');
    if (entries === undefined) {
      result.push(base);
      continue;
    }
    changed = true;
    const replacement = call(entries, [new PyTuple(bases)]);
    if (!(replacement instanceof PyTuple)) throw TypeError('__mro_entries__ must return a tuple');
    result.push(...replacement.items);
  }
  return changed ? result : bases;
}

/** A class body's namespace that is some mapping of the metaclass's own. */
class ForeignNamespace {
  constructor(readonly object: Py) {}
  get(name: string): Py {
    try {
      return special(this.object, '__getitem__')!(this.object, name);
    } catch (error) {
      if ((error as Py)?.c$?.mro?.some((c: PyType) => c.qualname === 'KeyError')) return undefined;
      throw error;
    }
  }
  set(name: string, value: Py): void {
    special(this.object, '__setitem__')!(this.object, name, value);
  }
  delete(name: string): void {
    special(this.object, '__delitem__')!(this.object, name);
  }
}

function prepare(meta: Py, name: string, bases: Py[], keywords: Keywords | null): PyDict | ForeignNamespace {
  if (meta === typeOfType.current) return new PyDict();
  const hook = findAttr(meta, '__prepare__');
  if (hook === undefined) return new PyDict();
  const made = callKw(hook, [name, new PyTuple(bases)], keywords);
  if (made instanceof PyDict && !made.c$.isHeap) return made;
  if (special(made, '__getitem__') === undefined) {
    const metaName = meta instanceof PyType ? meta.name : '<metaclass>';
    throw TypeError(`${metaName}.__prepare__() must return a mapping, not ${typeOf(made).name}`);
  }
  return new ForeignNamespace(made) as unknown as PyDict;
}

/** `__annotations__` of a class body (`space` is its namespace) or module (the unit), made where it is missing. */
export function annotations(space: Py): Py {
  const place = 'globals' in space ? ((space as Unit).locals ?? (space as Unit).globals) : space;
  const target = place instanceof ForeignNamespace || isPlainDict(place) ? place : new ForeignNamespace(place);
  const found = target.get('__annotations__');
  if (found !== undefined) return found;
  const made = new PyDict();
  target.set('__annotations__', made);
  return made;
}

const isPlainDict = (o: Py) => o instanceof PyDict && !o.c$.isHeap;

/** `name: annotation` there. */
export function annotate(space: Py, name: string, annotation: Py): void {
  const target = annotations(space);
  if (isPlainDict(target)) target.set(name, annotation);
  else special(target, '__setitem__')!(target, name, annotation);
}

/** A type parameter (PEP 695): an object of the `typing` module's own classes. */
export function typeParam(kind: string, name: string, bound: Py, fallback: Py, isConstraints: boolean): Py {
  return typeParamMakers().make(kind, name, bound, fallback, isConstraints);
}
export function typeAlias(name: string, value: Py, unit: Unit): Py {
  return typeParamMakers().alias(name, value, unit.moduleName);
}
/** `typing.Generic[params]`. */
export const genericBase = (params: Py): Py => typeParamMakers().generic(params);
export interface TypeParamMakers {
  generic(params: Py): Py;
  make(kind: string, name: string, bound: Py, fallback: Py, isConstraints: boolean): Py;
  alias(name: string, value: Py, module: Py): Py;
}
export const typeParams: { current: TypeParamMakers | null } = { current: null };

function typeParamMakers(): TypeParamMakers {
  if (typeParams.current === null) loadModules('other');
  return typeParams.current!;
}

/** Gives a generic function, class or alias its `__type_params__`. */
export function setTypeParams(value: Py, params: Py): Py {
  if (typeof value === 'function') value.info.typeParams = params;
  else if (value instanceof PyType) {
    value.typeParams = params;
    value.namespace.set('__type_params__', params);
  } else value.typeParams = params;
  return value;
}

export { getAttr, toArray };
