/** `isinstance` and `issubclass`, with `__instancecheck__`, unions and tuples. */
import { findAttr, special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { ready } from '../object/install.js';
import { direct } from './direct.js';
import { classObjectType, instanceType, shownType } from './oldStyle2.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { objectType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import { toArray } from '../object/iterate.js';

/** `isinstance(o, cls)`. */
export function isInstanceCheck(o: Py, cls: Py): boolean {
  const type = typeOf(o);
  if (type === cls) return rt.dialect === 3 || !(o instanceof PyType && o.oldStyle);
  if (rt.dialect === 2 && (cls === instanceType || cls === classObjectType)) return shownType(o) === cls;
  if (cls instanceof PyType && !cls.c$.isHeap)
    return (type !== cls && type.mro.length > 2 && type.mro.includes(cls)) || cls === objectType || claimsClass(o, cls);
  if (cls instanceof PyTuple) return cls.items.some((c) => isInstanceCheck(o, c));
  const hook = special(cls, '__instancecheck__');
  if (hook !== undefined) return truthy(hook(cls, o));
  const bases = abstractBases(cls);
  if (bases === undefined) throw badClass('isinstance() arg 2 must be a type, a tuple of types, or a union');
  const own = findAttr(o, '__class__');
  return own !== undefined && abstractSubclass(own, cls);
}

/** `type.__instancecheck__`: the class of the object, or what its `__class__` says. */
export function plainInstanceCheck(cls: PyType, o: Py): boolean {
  return typeOf(o).mro.includes(cls) || claimsClass(o, cls);
}

function claimsClass(o: Py, cls: PyType): boolean {
  if (o === null || typeof o !== 'object') return false;
  if (!(o.c$.claims ?? mayClaim(o.c$)) && !o.c$.opaque) return false;
  const claimed = o.$__class__;
  return claimed instanceof PyType && claimed !== o.c$ && claimed.mro.includes(cls);
}

function mayClaim(cls: PyType): boolean {
  ready(cls);
  cls.claims = cls.mro.some((c) => c !== objectType && c.namespace.has('__class__'));
  return cls.claims;
}

const badClass = (text: string) =>
  TypeError(
    rt.dialect === 2
      ? text
          .replace(', a tuple of types, or a union', ', or tuple of classes and types')
          .replace('must be a type', 'must be a class, type')
      : text,
  );

/** `issubclass(cls, parent)`. */
export function isSubclassCheck(cls: Py, parent: Py): boolean {
  if (parent instanceof PyTuple) return parent.items.some((c) => isSubclassCheck(cls, c));
  if (parent instanceof PyType && !parent.c$.isHeap) {
    if (cls instanceof PyType)
      return cls === parent || (cls.mro.includes(parent) && !(cls.oldStyle && parent === objectType));
    return plainSubclassCheck(parent, cls);
  }
  const hook = special(parent, '__subclasscheck__');
  if (hook !== undefined) return truthy(hook(parent, cls));
  return plainSubclassCheck(parent, cls);
}

export function plainSubclassCheck(parent: Py, cls: Py): boolean {
  if (cls instanceof PyType && parent instanceof PyType) return cls === parent || cls.mro.includes(parent);
  if (!(cls instanceof PyType) && abstractBases(cls) === undefined)
    throw TypeError('issubclass() arg 1 must be a class');
  if (!(parent instanceof PyType) && abstractBases(parent) === undefined) {
    throw TypeError(
      rt.dialect === 2
        ? 'issubclass() arg 2 must be a class or tuple of classes'
        : 'issubclass() arg 2 must be a class, a tuple of classes, or a union',
    );
  }
  return abstractSubclass(cls, parent);
}

/** `__bases__` of something that is no real class but says it has some. */
function abstractBases(cls: Py): Py[] | undefined {
  if (cls === null) return undefined;
  const bases = findAttr(cls, '__bases__');
  return bases instanceof PyTuple ? bases.items : undefined;
}

function abstractSubclass(cls: Py, parent: Py): boolean {
  if (cls === parent) return true;
  const bases = abstractBases(cls);
  return bases?.some((base) => abstractSubclass(base, parent)) ?? false;
}

export const isinstance = direct(
  '(obj, class_or_tuple, /)',
  function (o: Py, cls: Py) {
    if (arguments.length !== 2) throw TypeError(`isinstance expected 2 arguments, got ${arguments.length}`);
    return isInstanceCheck(o, cls);
  },
  isInstanceCheck,
  'isinstance',
);
export const issubclass = fn('(cls, class_or_tuple, /)', isSubclassCheck, 'issubclass');
export { toArray };
