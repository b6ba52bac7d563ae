/** Objects that cannot be in two processes. */
import { rt } from '../object/context.js';
import { PyBaseException } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import type { PyTuple } from '../object/values.js';
import { type Reduction, reductionOf } from '../pickle/reduction.js';
import { K } from './kinds.js';
import type { SnapshotContext } from './snapshot.js';

/** Callable, arguments, state, list items, dict items, state setter; or undefined where the object does not allow it. */
export function reduceForFork(o: Py): readonly Py[] | undefined {
  let reduction: Reduction | string;
  try {
    reduction = reductionOf(o, 4);
  } catch (error) {
    if (error instanceof PyBaseException) return undefined;
    throw error;
  }
  if (typeof reduction === 'string') return undefined;
  const { callable, args, state, listItems, dictItems, stateSetter } = reduction;
  if (listItems !== null || dictItems !== null) return undefined;
  return [callable, args as PyTuple, state, stateSetter];
}

/** The child raises the error when it needs the object; one that it never touches does no harm. */
export function refuse(s: SnapshotContext, o: Py): void {
  const type = typeOf(o).name;
  s.out.u8(K.Refused);
  s.out.text(`pymp: a '${type}' object cannot be copied into a forked process`);
  void rt;
}
