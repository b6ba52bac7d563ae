/** Objects that cannot be in two processes. */
import { PyBaseException, RuntimeError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { builtinType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList } from '../object/values.js';
import { type Reduction, reductionOf } from '../pickle/reduction.js';
import { K } from './kinds.js';
import type { SnapshotContext } from './snapshot.js';

/** Callable, arguments, state, state setter, list items and dict items; or undefined where the object does not allow it. */
export function reduceForFork(o: Py): readonly Py[] | undefined {
  const own = o.fork$?.();
  if (own !== undefined) return own;
  let reduction: Reduction | string;
  try {
    reduction = reductionOf(o, 4);
  } catch (error) {
    if (error instanceof PyBaseException) return undefined;
    throw error;
  }
  if (typeof reduction === 'string') return undefined;
  const { callable, args, state, listItems, dictItems, stateSetter } = reduction;
  const items = (iterator: Py): Py => (iterator === null ? null : new PyList(toArray(iterator)));
  return [callable, args, state, stateSetter, items(listItems), items(dictItems)];
}

/** Stands for an object that this process could not be given itself. */
export class Refused {
  constructor(readonly text: string) {}
}

/** Raised by the first use of such an object. */
export class RefusedError extends PyBaseException {}
const refusedErrorType = builtinType({ name: 'RuntimeError', js: RefusedError, base: RuntimeError.type });
export const refusedError = (text: string): Py => new (refusedErrorType.ctor as typeof RefusedError)([text]);

/** The child raises the error when it needs the object; one that it never touches does no harm. */
export function refuse(s: SnapshotContext, o: Py): void {
  const type = typeOf(o).name;
  s.out.u8(K.Refused);
  s.out.text(`pymp: a '${type}' object cannot be copied into a forked process`);
}
