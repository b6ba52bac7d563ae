/** What the program has registered with `copyreg`: a forked child pickles as its parent does. */
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyMethod, PyTuple } from '../object/values.js';
import { copyreg } from '../pickle/copyreg.js';
import { isLibraryFile } from '../import/library.js';
import { registerForkState } from './state.js';

registerForkState('copyreg', {
  save() {
    const { dispatchTable, extensions } = copyreg();
    const own = dispatchTable.entryList().filter(([, reduction]) => isOfProgram(reduction));
    if (own.length === 0 && extensions.entryList().length === 0) return undefined;
    const reductions = new PyDict();
    for (const [type, reduction] of own) reductions.set(type, reduction);
    return new PyTuple([reductions, extensions]);
  },
  restore({ items: [reductions, extensions] }: PyTuple) {
    const registry = copyreg();
    for (const [type, reduction] of reductions.entryList()) registry.dispatchTable.set(type, reduction);
    for (const [name, code] of extensions.entryList()) {
      registry.extensions.set(name, code);
      registry.inverted.set(code, name);
    }
  },
});

/** What the library registers it registers in the child too, when it is loaded there. */
function isOfProgram(reduction: Py): boolean {
  const f = reduction instanceof PyMethod ? reduction.func : reduction;
  if (typeof f !== 'function') return true;
  return f.info !== undefined && !isLibraryFile(f.info.code.unit.filename);
}
