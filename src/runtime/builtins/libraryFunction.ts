/** Functions and methods that CPython's library has in Python, as functions: what `inspect` and `unittest.mock` look at. */
import { moduleState, rt } from '../object/context.js';
import {
  type BuiltinSignature,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  Code,
  type CodeUnit,
  FunctionInfo,
  type PyFunction,
} from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { PyModule, PyTuple } from '../object/values.js';
import { definitionIn, libraryFileOf } from './libraryText.js';

/** Of the process, since a program can set a part of it. */
const known = () => moduleState('functions of the library', () => new Map<PyFunction, FunctionInfo>());

export function libraryFunctionInfo(f: PyFunction): FunctionInfo {
  const infos = known();
  let found = infos.get(f);
  if (found === undefined) infos.set(f, (found = describe(f)));
  return found;
}

function describe(f: PyFunction): FunctionInfo {
  const { name: path, owner, doc, signature } = f.builtin!;
  // Messages call a constructor by its class too.
  const name = path.slice(path.lastIndexOf('.') + 1);
  const cls = owner instanceof PyType ? owner : null;
  const module = cls === null ? owner : cls.moduleName;
  const qualname = cls === null ? name : `${cls.qualname}.${name}`;
  // The object alone is a parameter like any other there.
  const positionalOnly = signature.positionalOnly > 1 ? signature.positionalOnly : 0;
  const there = definitionIn(String(module), qualname);
  const line = there?.line ?? 1;
  const code = new Code(unitOf(String(module)), 0, name, qualname, line, { ...signature, positionalOnly });
  code.flags = flagsOf(signature);
  const info = new FunctionInfo(code, []);
  Object.assign(info, { name, qualname, module, doc: doc ?? there?.doc ?? null });
  info.defaults = defaultsOf(signature);
  info.kwdefaults = keywordDefaultsOf(signature);
  return info;
}

function unitOf(moduleName: string): CodeUnit {
  const module: Py = rt.modules.get(moduleName);
  const globals = module instanceof PyModule ? module.namespace : new PyDict();
  const filename = libraryFileOf(moduleName) ?? `<frozen ${moduleName}>`;
  return { filename, source: '', codes: [], compiled: {}, positions: [], moduleName, globals, key: filename };
}

const flagsOf = ({ varargs, varkw }: BuiltinSignature): number =>
  CO_OPTIMIZED | CO_NEWLOCALS | (varargs === null ? 0 : CO_VARARGS) | (varkw === null ? 0 : CO_VARKEYWORDS);

function defaultsOf({ positional, defaults }: BuiltinSignature): Py[] | null {
  const values = positional.filter((name) => defaults.has(name)).map((name) => valueOf(defaults.get(name)!));
  return values.length === 0 ? null : values;
}

function keywordDefaultsOf({ keywordOnly, defaults }: BuiltinSignature): Py {
  const dict = new PyDict();
  for (const name of keywordOnly) if (defaults.has(name)) dict.set(name, valueOf(defaults.get(name)!));
  return dict.entryList().length === 0 ? null : dict;
}

/** The value of a default, from its text. */
function valueOf(text: string): Py {
  if (text === 'True' || text === 'False') return text === 'True';
  if (text === '()') return new PyTuple([]);
  if (text === '{}') return new PyDict();
  if (/^-?\d+$/.test(text)) return Number(text);
  return /^['"].*['"]$/.test(text) ? text.slice(1, -1) : null;
}
