/** Python 2's order of dicts: by size, then by the smallest key that differs, then by the values there. */
import { richCompare } from '../object/compare.js';
import { equals } from '../object/equality.js';
import type { Py } from '../object/object.js';
import type { PyDict } from '../object/table.js';

/** Negative, 0 or positive: `cmp(a, b)`. */
export function compareDicts(a: PyDict, b: PyDict): number {
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  const first = smallestDifference(a, b);
  if (first === undefined) return 0;
  const second = smallestDifference(b, a);
  if (second === undefined) return 0;
  const keys = order(first.key, second.key);
  return keys === 0 ? order(first.value, second.value) : keys;
}

function order(a: Py, b: Py): number {
  if (equals(a, b)) return 0;
  return richCompare(a, b, 'Lt') ? -1 : 1;
}

/** The smallest key of `a` whose value `b` does not have alike. */
function smallestDifference(a: PyDict, b: PyDict): { key: Py; value: Py } | undefined {
  let found: { key: Py; value: Py } | undefined;
  for (const [key, value] of a.entryList()) {
    if (found !== undefined && !richCompare(key, found.key, 'Lt')) continue;
    const other = b.get(key);
    if (other === undefined || !equals(value, other)) found = { key, value };
  }
  return found;
}
