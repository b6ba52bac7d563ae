/**
 * Size classes of the arena's blocks: even numbers of cells up to 16, then four steps to each doubling,
 * so that at most a fifth of a block is unused.
 */

/** The smallest class whose blocks have at least `cells` cells (header included). */
export function sizeClass(cells: number): number {
  if (cells <= 16) return Math.max(2, (cells + 1) >> 1);
  const shift = 29 - Math.clz32(cells - 1);
  return 8 + (shift - 2) * 4 + ((cells - 1) >>> shift) - 3;
}

/** Number of cells of a block of a class, header included. */
export function cellsOfClass(kind: number): number {
  if (kind <= 8) return kind * 2;
  const step = kind - 9;
  return (5 + (step & 3)) * 2 ** ((step >> 2) + 2);
}
