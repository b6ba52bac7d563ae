/** Writes what an object has been given by the program. */
import type { Py } from '../object/object.js';
import type { SnapshotContext } from './snapshot.js';

/** Attributes as the properties that they are: `$x`, `f$x`, `h$x` and slots `s$x`. */
export function writeAttributes(s: SnapshotContext, o: Py): void {
  const { out } = s;
  const keys = Object.keys(o).filter(
    (key) => key.charCodeAt(key.charCodeAt(0) === 36 ? 0 : 1) === 36 && o[key] !== undefined && key !== 'd$',
  );
  out.count(keys.length);
  for (const key of keys) {
    out.text(key);
    s.value(o[key]);
  }
}
