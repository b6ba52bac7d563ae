/** `__text_signature__` of the built-in classes that have one, for `inspect.signature`. */
import type { PyType } from '../object/type.js';

const SIGNATURES: Readonly<Record<string, string>> = {
  object: '()',
  list: '(iterable=(), /)',
  tuple: '(iterable=(), /)',
  float: '(x=0, /)',
  bool: '(object=False, /)',
  set: '(iterable=(), /)',
  frozenset: '(iterable=(), /)',
  complex: '(real=0, imag=0)',
  enumerate: '(iterable, start=0)',
  zip: '(*iterables, strict=False)',
  map: '(function, iterable, /, *iterables)',
  filter: '(function, iterable, /)',
  property: '(fget=None, fset=None, fdel=None, doc=None)',
  classmethod: '(function, /)',
  staticmethod: '(function, /)',
  reversed: '(sequence, /)',
  memoryview: '(object)',
  'operator.attrgetter': '(attr, /, *attrs)',
  'operator.itemgetter': '(item, /, *items)',
  'operator.methodcaller': '(name, /, *args, **kwargs)',
};

export function textSignatureOf(cls: PyType): string | null {
  return !cls.isHeap && Object.hasOwn(SIGNATURES, cls.name) ? SIGNATURES[cls.name]! : null;
}
