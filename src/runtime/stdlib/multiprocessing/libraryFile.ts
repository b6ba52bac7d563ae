/**
 * What a module of ours leaves to the library's own file, in Python: classes and functions that few programs ask for. The file is loaded under
 * another name when one of them is.
 */
import { load, OWN_FILE, ownFile } from '../../import/load.js';
import { unloadedName } from '../../import/standIn.js';
import { setAttr, getAttr } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { PyType } from '../../object/type.js';

/** The name under which the file of a module of ours is loaded. */
export const nameBeside = (module: string): string => {
  const dot = module.lastIndexOf('.') + 1;
  return `${module.slice(0, dot)}${OWN_FILE}${module.slice(dot)}`;
};

/** What `libraryFile` gives, if that has run here: a forked child has it without its having run. */
function loadedFile(module: string): Py {
  const found = rt.modules.get(nameBeside(module));
  return found !== undefined && unloadedName(found) === undefined ? found : undefined;
}

/**
 * The module made of the library's file of a module of ours.
 * @param take called once with it, before anybody else sees what is in it
 */
export function libraryFile(module: string, take?: (loaded: Py) => void): Py {
  const ready = loadedFile(module);
  if (ready !== undefined) return ready;
  const name = nameBeside(module);
  const loaded = rt.modules.get(name) ?? load(name, ownFile(name));
  loaded.namespace;
  for (const value of Object.values(loaded)) {
    if (value instanceof PyType && value.isHeap && value.namespace.get('__module__') === name)
      setAttr(value, '__module__', module);
  }
  take?.(loaded);
  return loaded;
}

/** A module whose names are taken from its file in the library. */
export interface FileOfModule {
  readonly module: string;
  /** Called once with what the file has, before anybody else sees it. */
  readonly adapt?: (loaded: Py) => void;
}

/** Members that come from the library's file of the module: classes say that they are of the module itself. */
export function fromLibrary({ module, adapt }: FileOfModule, names: readonly string[]): Map<string, () => Py> {
  return new Map(names.map((name) => [name, () => getAttr(libraryFile(module, adapt), name)]));
}
