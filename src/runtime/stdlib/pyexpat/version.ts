/** Expat's version that the parser behaves like. */
export const VERSION: readonly number[] = [2, 6, 3];
