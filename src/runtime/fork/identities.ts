/**
 * What `id()` says of an object is the same in a child: programs order locks by it. An identity is given when somebody first asks, so what
 * processes share gets one before the fork, and so does every object of a program whose text asks for identities.
 */
import { hasCodec, sharedCodec } from '../codec/shared.js';
import { rt } from '../object/context.js';
import { identity, identityNumber } from '../object/hash.js';
import type { Py } from '../object/object.js';
import { ASKS_FOR_IDENTITIES } from '../unitRegistry.js';

/** `[object number, identity number, …]` of the objects of a snapshot that have one. */
export function identitiesOf(objects: readonly object[]): number[] {
  const found: number[] = [];
  const asks = rt.state.get(ASKS_FOR_IDENTITIES) === true;
  objects.forEach((o, number) => {
    const id = asks || isShared(o) ? identity(o) : rt.ids.get(o);
    if (id !== undefined) found.push(number, identityNumber(id));
  });
  return found;
}

/** Whether it is one that processes share: a lock, a queue, a value. */
function isShared(o: Py): boolean {
  const cls = typeof o === 'function' ? undefined : o.c$;
  return cls !== undefined && (cls.isHeap ? hasCodec(o) : sharedCodec(cls) !== undefined);
}
