/** How library modules written in TypeScript declare their types. */
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { builtinFunctionPrototype } from '../object/function.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict, replaceInstanceDict } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { builtinType, type Constructor, type Members, type PyType } from '../object/type.js';
import { PyStaticMethod } from '../object/values.js';

export interface TypeDeclaration {
  name: string;
  module: string;
  /** How Python 2's messages call it, where that is not the rule. */
  name2?: string;
  js: Constructor;
  base?: PyType;
  subclassable?: boolean;
  hasDict?: boolean;
  doc?: string | null;
  /** Python's text of the constructor's parameters, without the class; left out where there is no constructor. */
  signature?: string;
  /** The new instance; takes the class first. */
  make?: (cls: PyType, ...args: any[]) => Py;
  members: () => Members;
}

const refuseDeletion = () => {
  throw TypeError('cannot delete __dict__');
};

/** It takes the class as a method does its instance, but is a function. */
function constructor(signature: string, make: (...args: any[]) => Py, name: string): Py {
  return Object.setPrototypeOf(method(signature, make, name), builtinFunctionPrototype);
}

/** A built-in type of a library module. Its constructor's errors name the type. */
export function declareType(spec: TypeDeclaration): PyType {
  const { name, module, js } = spec;
  const type = builtinType({
    name,
    module,
    js,
    ...(spec.name2 === undefined ? {} : { name2: spec.name2 }),
    ...(spec.base === undefined ? {} : { base: spec.base }),
    subclassable: spec.subclassable ?? true,
    hasDict: spec.hasDict ?? false,
  });
  const make =
    spec.make ??
    (() => {
      throw TypeError(`cannot create '${module}.${name}' instances`);
    });
  defineMembers(type, () => ({
    __doc__: spec.doc ?? null,
    __new__: new PyStaticMethod(constructor(spec.signature ?? '(*args, **kwargs)', make, name)),
    ...(spec.hasDict === true ? { __dict__: getter(instanceDict, replaceInstanceDict, refuseDeletion) } : {}),
    ...spec.members(),
  }));
  return type;
}
