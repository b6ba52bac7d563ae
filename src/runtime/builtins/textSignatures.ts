/** `__text_signature__` of what CPython has in C, for `inspect.signature`. */
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
  'collections.deque': '([iterable[, maxlen]])',
  'functools.partial': '(func, /, *args, **keywords)',
  'types.GenericAlias': '(origin, args, /)',
  'itertools.accumulate': '(iterable, func=None, *, initial=None)',
  'itertools.batched': '(iterable, n, *, strict=False)',
  'itertools.chain': '(*iterables)',
  'itertools.combinations': '(iterable, r)',
  'itertools.combinations_with_replacement': '(iterable, r)',
  'itertools.compress': '(data, selectors)',
  'itertools.count': '(start=0, step=1)',
  'itertools.cycle': '(iterable, /)',
  'itertools.dropwhile': '(predicate, iterable, /)',
  'itertools.filterfalse': '(function, iterable, /)',
  'itertools.groupby': '(iterable, key=None)',
  'itertools.pairwise': '(iterable, /)',
  'itertools.permutations': '(iterable, r=None)',
  'itertools.product': '(*iterables, repeat=1)',
  'itertools.starmap': '(function, iterable, /)',
  'itertools.takewhile': '(predicate, iterable, /)',
  'itertools.zip_longest': '(*iterables, fillvalue=None)',
};

const SEARCH = '($self, sub[, start[, end]], /)';
const STARTS = '($self, prefix[, start[, end]], /)';
const ENDS = '($self, suffix[, start[, end]], /)';

/** Functions that say something else of themselves than what they take here. */
const FUNCTIONS: Readonly<Record<string, string | null>> = {
  __build_class__: null,
  dir: null,
  getattr: null,
  iter: null,
  max: null,
  min: null,
  next: null,
  vars: null,
  reduce: null,
  sorted: '($module, iterable, /, *, key=None, reverse=False)',
  'dict.update': null,
  'int.__round__': '($self, ndigits=<unrepresentable>, /)',
  'list.sort': '($self, /, *, key=None, reverse=False)',
  'object.__init_subclass__': '($type, /)',
  'object.__subclasshook__': '($type, object, /)',
  'property.deleter': '($self, object, /)',
  'property.getter': '($self, object, /)',
  'property.setter': '($self, object, /)',
  'range.count': '($self, object, /)',
  'range.index': '($self, object, /)',
  'slice.indices': '($self, object, /)',
};
const BY_NAME: Readonly<Record<string, string>> = {
  count: SEARCH,
  find: SEARCH,
  index: SEARCH,
  rfind: SEARCH,
  rindex: SEARCH,
  startswith: STARTS,
  endswith: ENDS,
  __class_getitem__: '($type, object, /)',
};
const TEXTS = ['str', 'bytes', 'bytearray'];

/** That of a function of this path (`len`, `list.sort`) where it is another than its own; undefined where it is not. */
export function otherSignature(owner: string | null, name: string): string | null | undefined {
  if (owner !== null && name === '__new__') return '($type, *args, **kwargs)';
  if (owner !== null && Object.hasOwn(BY_NAME, name) && (name === '__class_getitem__' || TEXTS.includes(owner)))
    return BY_NAME[name];
  const path = owner === null ? name : `${owner}.${name}`;
  return Object.hasOwn(FUNCTIONS, path) ? FUNCTIONS[path] : undefined;
}

export function textSignatureOf(cls: PyType): string | null {
  if (cls.isHeap) return null;
  const path = cls.moduleName === 'builtins' || cls.name.includes('.') ? cls.name : `${cls.moduleName}.${cls.name}`;
  return Object.hasOwn(SIGNATURES, path) ? SIGNATURES[path]! : null;
}
