/** Sorts the rotations of a block: by their first byte, then by twice as many each time. */

/**
 * Where the rotations of the bytes start, in the order of the rotations, and the place of the one that starts at 0: the
 * last one of those that are equal to it.
 */
export function sortRotations(bytes: Uint8Array): { order: Int32Array; origin: number } {
  const size = bytes.length;
  let order = new Int32Array(size);
  let ranks = new Int32Array(size);
  const starts = new Int32Array(257);
  for (let i = 0; i < size; i++) starts[bytes[i]! + 1]!++;
  for (let i = 0; i < 256; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  for (let i = 0; i < size; i++) order[next[bytes[i]!]!++] = i;
  for (let i = 0; i < size; i++) ranks[i] = starts[bytes[i]!]!;
  let other = new Int32Array(size);
  let spare = new Int32Array(size);
  let groups = 1;
  // Rotations that are equal to this length stand together, each with the place of the first of them as its rank.
  for (let known = 1; known < size; known *= 2) {
    const places = new Int32Array(size);
    for (let i = 0; i < size; i++) places[i] = i;
    // In the order of what begins `known` later: the rotations that begin so much before.
    for (let i = 0; i < size; i++) {
      let start = order[i]! - known;
      if (start < 0) start += size;
      other[places[ranks[start]!]!++] = start;
    }
    groups = rankOf(other, ranks, known, spare);
    [order, other] = [other, order];
    [ranks, spare] = [spare, ranks];
    if (groups === size) break;
  }
  return { order, origin: ranks[0]! + size / groups - 1 };
}

/** Writes the ranks by twice the length into `result`; returns how many are different. */
function rankOf(order: Int32Array, ranks: Int32Array, known: number, result: Int32Array): number {
  const size = order.length;
  let groups = 0;
  let first = 0;
  for (let i = 0; i < size; i++) {
    const start = order[i]!;
    const before = order[i - 1]!;
    const isSame =
      i > 0 && ranks[start] === ranks[before] && ranks[(start + known) % size] === ranks[(before + known) % size];
    if (!isSame) {
      groups++;
      first = i;
    }
    result[start] = first;
  }
  return groups;
}
