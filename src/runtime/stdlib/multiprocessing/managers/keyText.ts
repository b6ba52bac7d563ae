/** Keys of dicts as texts: the same for equal keys (1, 1.0 and True), different for others. */
import type { Py } from '../../../object/object.js';
import { PyBytes, PyFloat, PyTuple } from '../../../object/values.js';

/** The text of a key, or undefined if only its own `__eq__` can say what it equals. */
export function keyText(key: Py): string | undefined {
  switch (typeof key) {
    case 'string':
      return `s${key}`;
    case 'number':
    case 'bigint':
      return `n${key}`;
    case 'boolean':
      return key ? 'n1' : 'n0';
    default:
      return key === null ? 'z' : objectText(key);
  }
}

function objectText(key: Py): string | undefined {
  if (key.c$.isHeap) return undefined;
  if (key instanceof PyFloat) return floatText(key.v);
  if (key instanceof PyBytes) return `b${Buffer.from(key.data).toString('latin1')}`;
  if (!(key instanceof PyTuple) || key.c$.ctor !== PyTuple) return undefined;
  let text = 't';
  for (const item of key.items) {
    const part = keyText(item);
    if (part === undefined) return undefined;
    text += `${part.length}:${part}`;
  }
  return text;
}

function floatText(value: number): string | undefined {
  if (Number.isNaN(value)) return undefined;
  if (!Number.isInteger(value)) return `f${value}`;
  return `n${BigInt(value)}`;
}
