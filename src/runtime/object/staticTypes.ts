/**
 * The types that are declared while the runtime's code is loaded, bundle by bundle. Every thread loads the same text, so a bundle and a
 * type's place among those that it declares name the type in all of them. Types made later (by a running process) have no such name.
 */
import type { PyType } from './type.js';

/** More than any bundle declares. */
const MAX_TYPES = 4096;

const runtimeTypes: PyType[] = [];
/** The types of each bundle, 0 being the runtime itself; and those of the one that is being loaded. */
const declared: { readonly bundles: PyType[][]; open: PyType[] | null } = {
  bundles: [runtimeTypes],
  open: runtimeTypes,
};

/** Called for each built-in type that is made. Returns whether the thread has it for good: others are gone with their process. */
export function noteType(type: PyType): boolean {
  declared.open?.push(type);
  return declared.open !== null;
}

/** The runtime's own code is loaded: types that are made from now on are a process's. */
export function endDeclarations(): void {
  declared.open = null;
}

/** Loads a bundle's code; the types that it declares on the way are its own. */
export function declaring<T>(bundle: number, load: () => T): T {
  const types: PyType[] = [];
  declared.bundles[bundle] = declared.open = types;
  try {
    return load();
  } finally {
    declared.open = null;
  }
}

/** The name of a static type; -1 for others. */
export function staticTypeNumber(type: PyType): number {
  for (const [bundle, types] of declared.bundles.entries()) {
    const at = types?.indexOf(type) ?? -1;
    if (at >= 0) return bundle * MAX_TYPES + at;
  }
  return -1;
}

/** @param load called for the types' bundle if this thread has not loaded it yet. */
export function staticType(number: number, load: (bundle: number) => void): PyType {
  const bundle = Math.trunc(number / MAX_TYPES);
  if (declared.bundles[bundle] === undefined) load(bundle);
  return declared.bundles[bundle]![number % MAX_TYPES]!;
}
