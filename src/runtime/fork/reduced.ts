/** Writes what the child finds by its name, or makes by a call. */
import type { Py } from '../object/object.js';
import { PyTuple } from '../object/values.js';
import { K } from './kinds.js';
import type { Remade } from './remade.js';
import type { SnapshotContext } from './snapshot.js';

export function writeRemade(s: SnapshotContext, { make, args }: Remade): void {
  writeReduced(s, [make, new PyTuple(args), null, null, null, null]);
}

/** Callable, arguments, state, state setter, list items, dict items. */
export function writeReduced(s: SnapshotContext, parts: readonly Py[]): void {
  s.out.u8(K.Reduced);
  for (const part of parts) s.value(part);
}

export function writeGlobal(s: SnapshotContext, { module, name }: { module: string; name: string }): void {
  s.out.u8(K.Global);
  s.out.text(module);
  s.out.text(name);
}
