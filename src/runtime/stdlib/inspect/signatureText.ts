/** The text of `str(inspect.signature(cls))` for a class whose constructor is a plain Python function in the class itself. */
import { genericAliasType } from '../../builtins/genericAlias.js';
import { findAttr, getAttr, lookup } from '../../object/attributes.js';
import type { PyFunction } from '../../object/function.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { repr, str } from '../../object/text.js';
import { PyType, typeType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';

/** What would make the signature that of something else. */
const ELSEWHERE = ['__wrapped__', '__signature__', '__partialmethod__'];

/** undefined where `inspect` has to decide. */
export function signatureText(cls: PyType): string | undefined {
  const init: Py = cls.namespace.get('__init__');
  const isPlain =
    !cls.namespace.has('__new__') &&
    lookup(cls.c$, '__call__') === lookup(typeType.current, '__call__') &&
    typeof init === 'function' &&
    init.info !== undefined &&
    (init.info.dict === undefined || init.info.dict.size === 0) &&
    ELSEWHERE.every((name) => findAttr(cls, name) === undefined);
  return isPlain ? textOf(init) : undefined;
}

function textOf(init: PyFunction): string | undefined {
  const { positional, positionalOnly, varargs, keywordOnly, varkw } = init.info!.code.signature;
  const annotations: Py = getAttr(init, '__annotations__');
  if (positionalOnly > 0 || varargs !== null || varkw !== null || positional.length === 0) return undefined;
  if (!(annotations instanceof PyDict)) return undefined;
  const defaults: Py = getAttr(init, '__defaults__') ?? new PyTuple([]);
  const keywordDefaults: Py = getAttr(init, '__kwdefaults__') ?? new PyDict();
  const first = positional.length - defaults.items.length;
  const parts: string[] = [];
  const add = (name: string, value: Py): boolean => {
    const annotation = annotations.get(name);
    const type = annotation === undefined ? '' : annotationText(annotation);
    if (type === undefined) return false;
    if (type === '') parts.push(value === undefined ? name : `${name}=${repr(value)}`);
    else parts.push(value === undefined ? `${name}: ${type}` : `${name}: ${type} = ${repr(value)}`);
    return true;
  };
  for (let i = 1; i < positional.length; i++)
    if (!add(positional[i]!, i < first ? undefined : defaults.items[i - first])) return undefined;
  if (keywordOnly.length > 0) parts.push('*');
  for (const name of keywordOnly) if (!add(name, keywordDefaults.get(name))) return undefined;
  const result = annotations.get('return');
  const shown = result === undefined ? '' : annotationText(result);
  if (shown === undefined) return undefined;
  return `(${parts.join(', ')})${result === undefined ? '' : ` -> ${shown}`}`;
}

/** As `inspect.formatannotation` has it; undefined for instances of a program's own classes. */
function annotationText(annotation: Py): string | undefined {
  const module = findAttr(annotation, '__module__');
  if (module === 'typing') return repr(annotation).replace(/(?<![\p{L}\p{N}_.])typing\./gu, '');
  const type = typeOf(annotation);
  if (type === genericAliasType) return str(annotation);
  if (!(annotation instanceof PyType)) return type.isHeap ? undefined : repr(annotation);
  const qualname = getAttr(annotation, '__qualname__');
  return module === 'builtins' || module === null ? qualname : `${module}.${qualname}`;
}
