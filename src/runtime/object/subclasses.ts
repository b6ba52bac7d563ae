/** The direct subclasses of each class, as weak references. What a process adds to a built-in type's is gone with the process. */
import { moduleState } from './context.js';
import type { PyType } from './type.js';

/** Built-in types that the process has made subclasses of. */
const extended = () => moduleState('extended types', () => new Set<PyType>());

export function addSubclass(base: PyType, cls: PyType): void {
  base.subclasses.push(new WeakRef(cls));
  if (!base.isHeap) extended().add(base);
}

/** At the end of a process: its thread keeps the built-in types for the next one. */
export function forgetSubclasses(): void {
  for (const base of extended()) base.subclasses = base.subclasses.filter((ref) => ref.deref()?.isHeap === false);
}

/** Visits all living classes that inherit from a class, each after its base. */
export function forEachSubclass(cls: PyType, visit: (sub: PyType) => void): void {
  for (const ref of cls.subclasses) {
    const sub = ref.deref();
    if (sub === undefined) continue;
    visit(sub);
    forEachSubclass(sub, visit);
  }
}
