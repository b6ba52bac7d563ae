/** What classes that CPython's library has in Python say of where they are defined. */
import { rt } from '../object/context.js';
import { docOfLibraryClass } from '../object/install.js';
import { isInPythonThere } from '../object/inPython.js';
import type { PyType } from '../object/type.js';
import { definitionIn } from './libraryText.js';

docOfLibraryClass.current = ({ moduleName, qualname }) => definitionIn(moduleName, qualname)?.doc ?? null;

/** Adds to the dict of such a class what `inspect` looks for. */
export function placeClass(cls: PyType): void {
  const { namespace } = cls;
  if (rt.dialect === 2 || namespace.has('__firstlineno__') || !isInPythonThere(cls)) return;
  const there = definitionIn(cls.moduleName, cls.qualname);
  namespace.set('__module__', cls.moduleName);
  namespace.set('__firstlineno__', there?.line ?? 1);
  if (namespace.get('__doc__') === null) namespace.set('__doc__', there?.doc ?? null);
}
