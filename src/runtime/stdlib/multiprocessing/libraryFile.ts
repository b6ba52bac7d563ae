/**
 * What a module of ours leaves to the library's own file, in Python: classes and functions that few programs ask for. The file is loaded under
 * another name when one of them is.
 */
import { load } from '../../import/load.js';
import { setAttr, getAttr } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { PyType } from '../../object/type.js';

/** @param path of the file in the library. */
export function libraryFile(name: string, path: string): Py {
  const file = `${String(rt.state.get('library path'))}/${path}`;
  return rt.modules.get(name) ?? load(name, { kind: 'source', file, packagePath: null });
}

/** A module whose names are taken from its file in the library. */
export interface FileOfModule {
  readonly module: string;
  /** Called once with what the file has, before anybody else sees it. */
  readonly adapt?: (loaded: Py) => void;
}

/** Members that come from the library's file of the module: classes say that they are of the module itself. */
export function fromLibrary({ module, adapt }: FileOfModule, names: readonly string[]): Map<string, () => Py> {
  const private_ = `${module.slice(0, module.lastIndexOf('.') + 1)}_file_${module.slice(module.lastIndexOf('.') + 1)}`;
  const take = (name: string): Py => {
    const isNew = rt.modules.get(private_) === undefined;
    const loaded = libraryFile(private_, `${module.replaceAll('.', '/')}.py`);
    if (isNew) {
      for (const value of Object.values(loaded)) {
        if (value instanceof PyType && value.isHeap && value.namespace.get('__module__') === private_)
          setAttr(value, '__module__', module);
      }
      adapt?.(loaded);
    }
    return getAttr(loaded, name);
  };
  return new Map(names.map((name) => [name, () => take(name)]));
}
