/** Functions and classes in a pickle: by name. */
import { getAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { isLibraryFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { PyTuple } from '../object/values.js';
import { builtin } from '../builtins/registry.js';
import { loadDotted } from '../import/importFunction.js';
import { copyreg } from './copyreg.js';
import { PicklingError } from './errors.js';
import { globalName } from './globals.js';
import { Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import { pyCall } from '../builtins/textError.js';
import { encodeText } from '../text/codecs/registry.js';
import { saveText } from './saveBuiltin.js';
import { repr } from '../object/text.js';

export function saveGlobal(p: Pickling, o: Py, given?: string): void {
  const { module, name } = globalName(o, given, p.isC2);
  if (p.protocol >= 2 && saveExtension(p, module, name)) return;
  const { out } = p;
  if (p.protocol >= 4) {
    saveText(p, module, moduleKey(o, module));
    saveText(p, name, nameKey(o, name));
    out.op(Op.STACK_GLOBAL);
  } else if (name.includes('.')) saveDotted(p, module, name);
  else saveTopLevel(p, module, name);
  p.memoize(o);
}

/** Before protocol 4 a dotted name is `getattr(getattr(top, …), …)`. */
function saveDotted(p: Pickling, module: string, name: string): void {
  const { out } = p;
  const [top, ...path] = name.split('.') as [string, ...string[]];
  for (const _ of path) {
    p.save(builtin('getattr'));
    if (p.protocol < 2) out.op(Op.MARK);
  }
  saveTopLevel(p, module, top);
  for (const part of path) {
    p.save(part);
    out.op(p.protocol < 2 ? Op.TUPLE : Op.TUPLE2);
    out.op(Op.REDUCE);
  }
}

function saveTopLevel(p: Pickling, module: string, name: string): void {
  const { out } = p;
  const [writtenModule, writtenName] = p.protocol < 3 && p.fixImports ? oldName(module, name) : [module, name];
  out.op(Op.GLOBAL);
  out.raw(nameBytes(p, writtenModule, 'module'));
  out.ascii('\n');
  out.raw(nameBytes(p, writtenName, 'global'));
  out.ascii('\n');
}

const isBuiltinFunction = (o: Py): boolean =>
  typeof o === 'function' && o.builtin !== undefined && !isLibraryFunction(o);

/** What the module's name counts as in the memo: builtin functions have another text object for it than classes. */
function moduleKey(o: Py, module: string): unknown {
  return isBuiltinFunction(o) ? `\0module ${module}` : module;
}

/** Names of built-in types and functions are new texts each time. */
function nameKey(o: Py, name: string): unknown {
  const isNew = (o instanceof PyType && !o.isHeap) || isBuiltinFunction(o);
  return isNew ? Symbol(name) : name;
}

function saveExtension(p: Pickling, module: string, name: string): boolean {
  const { extensions } = copyreg();
  if (extensions.size === 0) return false;
  const code = extensions.get(new PyTuple([module, name]));
  if (code === undefined) return false;
  if (typeof code !== 'number') throw PicklingError(`Can't pickle ${repr(code)}: extension code isn't an integer`);
  if (code <= 0xff) p.out.sized(Op.EXT1, code, 1);
  else if (code <= 0xffff) p.out.sized(Op.EXT2, code, 2);
  else p.out.sized(Op.EXT4, code, 4);
  return true;
}

function nameBytes(p: Pickling, name: string, kind: 'module' | 'global'): Uint8Array {
  if (p.protocol < 3 && /[^\x00-\x7f]/.test(name)) {
    throw PicklingError(`can't pickle ${kind} identifier '${name}' using pickle protocol ${p.protocol}`);
  }
  return rt.dialect === 2 ? Buffer.from(name, 'latin1') : pyCall(() => encodeText(name, 'utf-8'));
}

/** The name that Python 2 has for a thing of Python 3. */
function oldName(module: string, name: string): [string, string] {
  if (rt.dialect === 2) return [module, name];
  const compat = loadDotted('_compat_pickle');
  const names = getAttr(compat, 'REVERSE_NAME_MAPPING') as PyDict;
  const both = names.get(new PyTuple([module, name]));
  if (both instanceof PyTuple) return [both.items[0], both.items[1]];
  const modules = getAttr(compat, 'REVERSE_IMPORT_MAPPING') as PyDict;
  const old = modules.get(module);
  return [old === undefined ? module : old, name];
}
