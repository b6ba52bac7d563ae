/**
 * What `copyreg` keeps: the registry of reductions, extension codes, and the functions that pickles name.
 * Spec: https://docs.python.org/3/library/copyreg.html
 */

import { builtin } from '../builtins/registry.js';
import { type PyUnion, unionType } from '../builtins/unionType.js';
import { loadDotted } from '../import/importFunction.js';
import { getAttr, lookup } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { keywordName } from '../object/keywordNames.js';
import { callKw, callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { isMadeBare } from '../object/construct.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { objectType, type PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { type PyComplex, PyFloat, PyTuple } from '../object/values.js';

export interface Copyreg {
  readonly dispatchTable: PyDict;
  /** (module, name) → code, and back. */
  readonly extensions: PyDict;
  readonly inverted: PyDict;
  readonly cache: PyDict;
  readonly newObject: Py;
  readonly newObjectEx: Py;
  readonly reconstructor: Py;
  readonly pickleComplex: Py;
  readonly pickleUnion: Py;
}

const moduleName = () => (rt.dialect === 2 ? 'copy_reg' : 'copyreg');

function reduceUnion(union: PyUnion): PyTuple {
  const parts = new PyTuple([getAttr(loadDotted('operator'), 'or_'), new PyTuple([...union.args])]);
  return new PyTuple([getAttr(loadDotted('functools'), 'reduce'), parts]);
}

/** The running process's registry. */
export function copyreg(): Copyreg {
  return moduleState('copyreg', () => {
    const owned = (f: Py): Py => {
      f.builtin.owner = moduleName();
      return f;
    };
    const pickleComplex = owned(fn('(c)', reduceComplex, 'pickle_complex'));
    const dispatchTable = new PyDict();
    dispatchTable.set(builtin('complex'), pickleComplex);
    const pickleUnion = owned(fn('(obj)', reduceUnion, 'pickle_union'));
    if (rt.dialect === 3) dispatchTable.set(unionType, pickleUnion);
    return {
      dispatchTable,
      extensions: new PyDict(),
      inverted: new PyDict(),
      cache: new PyDict(),
      newObject: owned(fn('(cls, *args)', (cls: PyType, args: Py[]) => newWithoutInit(cls, args), '__newobj__')),
      newObjectEx: owned(
        fn(
          '(cls, args, kwargs)',
          (cls: PyType, args: PyTuple, kwargs: PyDict) => newWithKeywords(cls, args, kwargs),
          '__newobj_ex__',
        ),
      ),
      reconstructor: owned(fn('(cls, base, state)', reconstruct, '_reconstructor')),
      pickleComplex,
      pickleUnion,
    };
  });
}

/** `cls.__new__(cls, *args)`. Python 2's old-style classes have no such method: their instances are just made. */
export const newWithoutInit = (cls: PyType, args: readonly Py[]): Py =>
  cls.oldStyle || (args.length === 0 && isMadeBare(cls)) ? new cls.ctor() : callMethod(cls, '__new__', cls, ...args);

/** `cls.__new__(cls, *args, **kwargs)`. */
export function newWithKeywords(cls: PyType, args: PyTuple, kwargs: PyDict): Py {
  const keywords: Keywords = new Map();
  for (const [name, value] of kwargs.entryList()) keywords.set(keywordName(name), value);
  return callKw(getAttr(cls, '__new__'), [cls, ...args.items], keywords);
}

const reduceComplex = (c: PyComplex): PyTuple =>
  new PyTuple([builtin('complex'), new PyTuple([new PyFloat(c.real), new PyFloat(c.imag)])]);

/** What the pickles of protocols 0 and 1 call: an instance of `cls` whose built-in part is `base(state)`. */
function reconstruct(cls: PyType, base: PyType, state: Py): Py {
  if (base === objectType) return callMethod(objectType, '__new__', cls);
  const made = callMethod(base, '__new__', cls, state);
  if (lookup(base, '__init__') !== lookup(objectType, '__init__')) callMethod(base, '__init__', made, state);
  return made;
}

/** The reduction that was registered for exactly this type. */
export function registeredReduction(type: PyType): Py {
  const { dispatchTable } = copyreg();
  return dispatchTable.map.size === 0 ? undefined : dispatchTable.get(type);
}

export function notPicklable(o: Py): Py {
  const type = typeOf(o);
  return TypeError(
    rt.dialect === 2 ? `can't pickle ${shortTypeName(type)} objects` : `cannot pickle '${cName(type)}' object`,
  );
}

/** A built-in type's name as C code has it: with the module, outside `builtins`. */
export function cName(type: PyType): string {
  return type.isHeap || type.moduleName === 'builtins' || typeof type.moduleName !== 'string'
    ? type.name
    : `${type.moduleName}.${shortTypeName(type)}`;
}
