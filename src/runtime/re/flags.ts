/**
 * The flag bits of Python's `re`, with CPython's own values (they are visible as `re.I` and `pattern.flags`).
 *
 * Spec: https://docs.python.org/3/library/re.html#flags
 */
export const Flag = {
  TEMPLATE: 1,
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  DEBUG: 128,
  ASCII: 256,
} as const;

/** The three flags that choose a character database; at most one is in force. */
export const TYPE_FLAGS = Flag.ASCII | Flag.LOCALE | Flag.UNICODE;

/** The letters of `(?aiLmsux)`. */
export const FLAG_LETTERS: ReadonlyMap<string, number> = new Map<string, number>([
  ['i', Flag.IGNORECASE],
  ['L', Flag.LOCALE],
  ['m', Flag.MULTILINE],
  ['s', Flag.DOTALL],
  ['x', Flag.VERBOSE],
  ['a', Flag.ASCII],
  ['u', Flag.UNICODE],
]);

/** The letters of Python 2.7, which has `t` and no `a`. */
export const FLAG_LETTERS_2: ReadonlyMap<string, number> = new Map<string, number>([
  ...[...FLAG_LETTERS].filter(([letter]) => letter !== 'a'),
  ['t', Flag.TEMPLATE],
]);

/** The flags inside a group `(?add-del:...)`, given those around it. */
export function combineFlags(flags: number, add: number, del: number): number {
  const base = add & TYPE_FLAGS ? flags & ~TYPE_FLAGS : flags;
  return (base | add) & ~del;
}
