/** Assignment to a class's `__bases__`: new MROs for it and all that inherit from it, or none of them if one cannot be. */
import { bestBase, methodResolutionOrder } from './mro.js';
import { checkBase, relink } from './classes.js';
import { TypeError } from './errors.js';
import { sameLayout } from './layout.js';
import { addSubclass } from './subclasses.js';
import type { PyType } from './type.js';

/** Classes that got a new MRO, each with its old one. */
type Renewed = [cls: PyType, old: PyType[]][];

/** `cls.__bases__ = bases`. A metaclass's `mro()` may assign them once more meanwhile: then that holds. */
export function assignBases(cls: PyType, bases: PyType[]): void {
  for (const base of bases) {
    checkBase(base);
    if (inheritsFrom(base, cls)) throw TypeError('a __bases__ item causes an inheritance cycle');
  }
  const base = bestBase(bases);
  if (!sameLayout(base, cls.base!)) {
    // What frees the instances is compared first: classes written in Python have a way of their own.
    const what = base.isHeap === cls.base!.isHeap ? 'object layout' : 'deallocator';
    throw TypeError(`__bases__ assignment: '${base.name}' ${what} differs from '${cls.base!.name}'`);
  }
  changeBases(cls, bases, base);
}

/** The same without asking whether the instances could be those of the new bases. @param base the one whose layout they have */
export function changeBases(cls: PyType, bases: PyType[], base: PyType): void {
  const before = { bases: cls.bases, base: cls.base };
  const renewed: Renewed = [];
  Object.assign(cls, { bases, base });
  try {
    renew(cls, renewed);
  } catch (error) {
    for (const [c, old] of renewed) c.mro = old;
    if (cls.bases === bases) Object.assign(cls, before);
    throw error;
  }
  if (cls.bases === bases) {
    for (const old of before.bases) old.subclasses = old.subclasses.filter((ref) => ref.deref() !== cls);
    for (const each of bases) addSubclass(each, cls);
  }
  for (const [c] of renewed) relink(c);
}

/** Also before a new MRO is in place, by way of the first bases. */
function inheritsFrom(type: PyType, cls: PyType): boolean {
  if (type === cls || type.mro.includes(cls)) return true;
  for (let base: PyType | null = type; base !== null; base = base.base) if (base === cls) return true;
  return false;
}

function renew(cls: PyType, renewed: Renewed): void {
  const old = cls.mro;
  const mro = methodResolutionOrder(cls, cls.c$);
  // Renewed already, by an assignment inside of its `mro()`.
  if (cls.mro !== old) return;
  cls.mro = mro;
  renewed.push([cls, old]);
  for (const ref of cls.subclasses) {
    const sub = ref.deref();
    if (sub?.bases.includes(cls)) renew(sub, renewed);
  }
}
