/** Which classes have instances of the same layout, for assignments to `__class__` and `__bases__`. */
import type { PyType } from './type.js';

/** What a class written in Python adds to the layout of its base's instances. */
function added(cls: PyType): string {
  const has = (c: PyType | null, name: string): boolean => c?.mro.some((m) => m.namespace.has(name)) ?? false;
  const parts = [...(cls.slots ?? [])].sort();
  if (cls.hasDict && !cls.base?.hasDict) parts.push('__dict__');
  if (has(cls, '__weakref__') && !has(cls.base, '__weakref__')) parts.push('__weakref__');
  return parts.join(' ');
}

const addsNothing = (cls: PyType): boolean => (cls.isHeap ? added(cls) === '' : cls.addsNothing);

/** The nearest class of the line of first bases that adds something. */
function lastAdding(type: PyType): PyType {
  let cls = type;
  while (cls.base !== null && addsNothing(cls)) cls = cls.base;
  return cls;
}

/** Whether instances of one class could become instances of the other. */
export function sameLayout(a: PyType, b: PyType): boolean {
  const [first, second] = [lastAdding(a), lastAdding(b)];
  if (first === second) return true;
  return first.isHeap && second.isHeap && first.base === second.base && added(first) === added(second);
}
