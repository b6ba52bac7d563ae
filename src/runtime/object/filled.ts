/** V8's `fill` is a call out of compiled code, which is most of what an array shorter than this costs. */
const SHORT = 100;

/** A new array of the same item `n` times. */
export function filled<Item>(item: Item, n: number): Item[] {
  const result = new Array<Item>(n);
  if (n > SHORT) return result.fill(item);
  for (let i = 0; i < n; i++) result[i] = item;
  return result;
}
