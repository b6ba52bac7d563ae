/** What the program has set in modules and classes of the library: a forked child sets it in its own. */
import { moduleState, rt } from '../object/context.js';
import { classChange } from '../object/classChanges.js';
import type { Py } from '../object/object.js';
import { PyModule } from '../object/values.js';
import { isLibraryRunning } from './deferred.js';
import { isLibraryFile } from './library.js';

interface Changes {
  /** Names of attributes, by module or class. */
  readonly names: Map<Py, Set<string>>;
  /** Whether a module is of the library, once it was asked. */
  readonly known: WeakMap<PyModule, boolean>;
  /** What is set just now had been set by the program in the parent. */
  isTakingOver: boolean;
}

const changes = (): Changes =>
  moduleState('library changes', () => ({
    names: new Map(),
    known: new WeakMap(),
    isTakingOver: false,
  }));

/** Attributes that the program has set, by module or class of the library. */
export const changedNames = (): ReadonlyMap<Py, ReadonlySet<string>> => changes().names;

/** An attribute of a module is about to be set. */
export function noteModuleChange(module: PyModule, name: string): void {
  if (isByProgram() && isOfLibrary(module)) note(module, name);
}

classChange.note = (cls, name) => {
  if (!isByProgram()) return;
  const module = cls.isOpen ? null : rt.modules.get(cls.moduleName);
  if (module === null || (module instanceof PyModule && isOfLibrary(module))) note(cls, name);
};

/** Makes the changes of the parent in a child, which hands them on to its own. */
export function takeChangesOver(run: () => void): void {
  const state = changes();
  state.isTakingOver = true;
  try {
    run();
  } finally {
    state.isTakingOver = false;
  }
}

const isByProgram = (): boolean => !isLibraryRunning() || changes().isTakingOver;

function isOfLibrary(module: PyModule): boolean {
  const { known } = changes();
  let found = known.get(module);
  if (found === undefined) {
    const file = module.namespace?.get('__file__');
    const name = module.namespace?.get('__name__');
    found = typeof file === 'string' ? isLibraryFile(file) : rt.state.has(`builtin module ${name}`);
    known.set(module, found);
  }
  return found;
}

function note(holder: Py, name: string): void {
  const { names } = changes();
  let ofHolder = names.get(holder);
  if (ofHolder === undefined) names.set(holder, (ofHolder = new Set()));
  ofHolder.add(name);
}
