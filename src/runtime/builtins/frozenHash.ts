/** `hash` of a frozenset: the same for every order of its elements, and CPython's value where those of the elements are. */
import { rt } from '../object/context.js';
import { hashOf } from '../object/hash.js';
import { normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { PyFrozenSet } from '../object/table.js';

const word = (n: bigint) => BigInt.asUintN(64, n);
const shuffled = (hash: bigint) => word((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n);

/** Hash of the key at a slot, in no order: that would cost more than the sum. */
const hashIn = (self: PyFrozenSet, slot: Py): number | bigint => {
  const key = self.keyOf(slot);
  return self.hashes?.get(key) ?? hashOf(key);
};

/** `hash(self)`. */
export function hashFrozenSet(self: PyFrozenSet): number | bigint {
  self.cachedHash ??= rt.dialect === 2 ? hash2(self) : hash3(self);
  return self.cachedHash;
}

function hash3(self: PyFrozenSet): number | bigint {
  let hash = 0n;
  for (const slot of self.slotsInAnyOrder()) hash ^= shuffled(word(BigInt(hashIn(self, slot))));
  hash ^= word(BigInt(self.size + 1) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  return finished(hash);
}

function hash2(self: PyFrozenSet): number | bigint {
  let hash = word(1927868237n * BigInt(self.size + 1));
  for (const slot of self.slotsInAnyOrder()) hash ^= shuffled(word(BigInt(hashIn(self, slot))));
  return finished(hash);
}

function finished(hash: bigint): number | bigint {
  const result = BigInt.asIntN(64, hash * 69069n + 907133923n);
  return result === -1n ? 590923713 : normalInt(result);
}
