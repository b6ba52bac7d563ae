/** Random constants, by type. They are chosen for what lies at edges rather than evenly. */

const INTS = [0, 1, 2, 3, 5, 7, 10, 16, 63, 64, 100, 255, 256, 1000, 1023, 65536];
const BIG_INTS = [
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551616',
  '(10**20)',
  '(1 << 70)',
  '(3**50)',
  '123456789012345678901234567890',
];
const FLOATS = [
  '0.0',
  '-0.0',
  '0.5',
  '1.0',
  '1.5',
  '2.5',
  '0.1',
  '0.2',
  '1e16',
  '1e15',
  '123456.789',
  '1e-5',
  '0.0001',
  '1e300',
  '1e-300',
  '5e-324',
  '3.141592653589793',
  '1e22',
  '1e23',
  '100.0',
  '2.675',
  '1234567890.125',
  "float('inf')",
  'nan',
  '9007199254740993.0',
  '0.3',
  '7.0',
];
const WORDS = [
  'a',
  'b',
  'ab',
  'abc',
  'spam',
  'Spam',
  'SPAM and eggs',
  'x y',
  ' pad ',
  '',
  '12',
  '-7',
  '3.5',
  '0x1f',
  'zZ9',
  'aaa',
  'a,b,,c',
  'tab\\there',
  'two\\nlines',
  '%d',
  '{}',
  "it\\'s",
  '\\"',
  'back\\\\slash',
  '\\x00\\x7f',
];
const WIDE = [
  '\\u00e9',
  'stra\\u00dfe',
  '\\u4e2d\\u6587',
  '\\u0130',
  '\\u2028x',
  '\\ud7ff',
  '\\u01c5',
  'e\\u0301',
  '\\u00b2',
  '\\u0660',
];

export function intText(r) {
  const sign = r.chance(0.25) ? '-' : '';
  const value = r.weighted([
    [6, () => String(r.pick(INTS))],
    [3, () => String(r.int(0, 40))],
    [2, () => r.pick(BIG_INTS)],
    [1, () => String(r.int(1, 2 ** 31)) + (r.chance(0.5) ? String(r.int(0, 10 ** 9)) : '')],
  ])();
  return sign === '' ? value : `(-${value})`;
}

export const smallInt = (r) => (r.chance(0.3) ? `(-${r.int(1, 6)})` : String(r.int(0, 8)));
export const count = (r) => String(r.int(-1, 4));

export function floatText(r) {
  const value = r.chance(0.7) ? r.pick(FLOATS) : `${r.int(0, 10 ** r.int(0, 9))}.${r.int(0, 10 ** r.int(0, 6))}`;
  return r.chance(0.25) ? `(-${value})` : value;
}

export function strText(r, dialect) {
  if (r.chance(0.12)) return `${dialect === 2 ? 'u' : ''}'${r.pick(WIDE)}${r.chance(0.4) ? r.pick(WORDS) : ''}'`;
  if (dialect === 2 && r.chance(0.1)) return `u'${r.pick(WORDS)}'`;
  if (dialect === 2 && r.chance(0.04)) return `'\\x${r.pick(['c3\\xa9', 'ff', '80'])}'`;
  return `'${r.pick(WORDS)}'`;
}

export const bytesText = (r) => `b'${r.pick(['', 'ab', 'abc', '\\x00\\xff', 'a b', '12', 'Spam', '\\n'])}'`;
