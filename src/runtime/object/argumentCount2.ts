/**
 * What Python 2 says of a wrong number of arguments to a built-in: CPython 2.7 counts them in three ways, each with words of
 * its own, and which function counts in which way is only to be learned from it.
 */
import type { BuiltinInfo } from './function.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** "expected 2 arguments, got 1". */
const UNPACK = words(
  'setattr delattr hasattr getattr issubclass isinstance coerce divmod cmp pow reduce sum apply vars dir eval reversed ' +
    'atan2 fmod hypot log dict.pop dict.get dict.setdefault dict.fromkeys str.translate ' +
    'bytearray.translate',
);
/** "takes exactly 1 argument", with a figure. */
const PARSE_ONE = words(
  'chr unichr intern str.zfill unicode.zfill bytearray.zfill bytearray.fromhex object.__format__ int.__format__ ' +
    'long.__format__ float.__format__ complex.__format__ str.__format__ unicode.__format__',
);
/** These four share a reader of arguments. */
const FIND = words('find rfind index rindex');
const TEXT = words('str bytearray');

/** What those that read keywords too say when an argument is not there that they need, whatever else is: the names of these. */
const FIRST: Readonly<Record<string, string>> = {
  round: 'number',
  sorted: 'iterable',
  enumerate: 'sequence',
  compile: 'source filename mode',
  open: 'name',
};

/** The words of a call without the argument after those given; undefined where the general ones hold. */
export const lacking2 = (info: BuiltinInfo, given: number): string | undefined =>
  FIRST[info.name]?.split(' ')[given] === undefined
    ? undefined
    : `Required argument '${FIRST[info.name]!.split(' ')[given]}' (pos ${given + 1}) not found`;

/** A special method that a slot of the type stands behind, which is called through a wrapper. */
export const isWrapper = ({ role, name }: BuiltinInfo): boolean =>
  role === 'slot' && name !== '__new__' && name !== '__init__';

/** Wrappers that have their arguments taken out of the tuple by a reader that puts a name first, which they do not give. */
export const countsAsTuple = ({ name, owner }: BuiltinInfo, count: number): boolean =>
  count > 1 ||
  (/^__[ir]?mul__$/.test(name) && typeof owner === 'object' && owner !== null && SEQUENCES.has(owner.name));
const SEQUENCES = words('str unicode bytes bytearray list tuple buffer deque');
const SLICE = /^__(?:get|set|del)slice__$/;
const UNPACK_OF = words('reversed classmethod staticmethod');

/** Those that take no named arguments here, but do in Python 3. */
const NO_KEYWORDS = words(
  'eval bytearray.split bytearray.rsplit bytearray.splitlines bytearray.expandtabs bytearray.translate memoryview.tobytes',
);
/** "does not take keyword arguments", with and without brackets. */
const DOES_NOT = words('reversed buffer xrange set frozenset');
const DOES_NOT_BARE = words('super classmethod staticmethod');

/** What is said when there are named arguments; undefined where they may be given. */
export function noKeywords2(info: BuiltinInfo, takesNone: boolean): string | undefined {
  const { name, owner } = info;
  const type = typeof owner === 'object' && owner !== null ? owner.name : '';
  const path = type === '' ? name : `${type}.${name}`;
  if (!takesNone && !NO_KEYWORDS.has(path)) return undefined;
  if (isWrapper(info)) return `wrapper ${name} doesn't take keyword arguments`;
  if (name === '__new__' || name === '__init__') {
    if (DOES_NOT_BARE.has(type)) return `${type} does not take keyword arguments`;
    return `${type}() ${DOES_NOT.has(type) ? 'does not take' : 'takes no'} keyword arguments`;
  }
  return `${name}() takes no keyword arguments`;
}

/** The message for `n` arguments where `min` to `max` are taken; undefined where the general words hold. */
export function argumentCount2(info: BuiltinInfo, n: number, min: number, max: number): string | undefined {
  const type = typeof info.owner === 'object' && info.owner !== null ? info.owner.name : '';
  const makes = info.name === '__new__' || info.name === '__init__';
  if (SLICE.test(info.name)) return `function takes exactly ${max} arguments (${n} given)`;
  if (info.role === 'slot' && !makes && min === max)
    return `${countsAsTuple(info, max) ? ' ' : ''}expected ${max} arguments, got ${n}`;
  if (makes && UNPACK_OF.has(type)) return `${type} expected 1 arguments, got ${n}`;
  const name = makes && type.startsWith('itertools.') ? type.slice('itertools.'.length) : info.name;
  if (name !== info.name || UNPACK.has(type === '' ? info.name : `${type}.${info.name}`)) {
    const bound = min === max ? max : n < min ? `at least ${min}` : `at most ${max}`;
    return `${name} expected ${bound} arguments, got ${n}`;
  }
  if (PARSE_ONE.has(type === '' ? info.name : `${type}.${info.name}`))
    return `${info.name}() takes exactly 1 argument (${n} given)`;
  if (n < min && lacking2(info, n) !== undefined) return lacking2(info, n);
  if (TEXT.has(type) && FIND.has(info.name))
    return `find/rfind/index/rindex() takes ${n < min ? `at least ${min} argument` : `at most ${max} arguments`} (${n} given)`;
  return undefined;
}
