/**
 * Which special methods of built-in types are made from a C slot: CPython calls those slot wrappers, all others are methods.
 * Spec: https://docs.python.org/3/c-api/typeobj.html
 */
import { rt } from './context.js';

const BINARY = 'add sub mul mod divmod pow lshift rshift and xor or floordiv truediv div matmul'.split(' ');
const OTHERS =
  'repr hash call str getattribute getattr setattr delattr lt le eq ne gt ge cmp iter next get set delete init del ' +
  'await aiter anext neg pos abs bool nonzero invert int long float index oct hex coerce len getitem setitem delitem ' +
  'contains getslice setslice delslice buffer release_buffer';

const SLOTS: ReadonlySet<string> = new Set(
  [...OTHERS.split(' '), ...BINARY.flatMap((name) => [name, `r${name}`, `i${name}`])].map((name) => `__${name}__`),
);

/** Where CPython has a method of its own beside the slot, for speed. */
const ALSO_METHODS: ReadonlySet<string> = new Set([
  'list.__getitem__',
  'dict.__getitem__',
  'dict.__contains__',
  'set.__contains__',
  'frozenset.__contains__',
]);

export function isSlot(type: string, name: string): boolean {
  return (SLOTS.has(name) || (rt.dialect === 2 && name === 'next')) && !ALSO_METHODS.has(`${type}.${name}`);
}
