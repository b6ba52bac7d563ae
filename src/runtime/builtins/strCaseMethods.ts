/** Methods of `str` that change the case, and the predicates. */
import { unitAt } from '../text/units.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import {
  isAlnum,
  isAlpha,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isNumeric,
  isPrintable,
  isSpace,
} from '../text/unicode.js';
import { capitalize, casefold, isLower, isTitle, isUpper, lower, swapcase, title, upper } from '../text/unicodeCase.js';
import { selfText } from './strArgs.js';

/** A method without arguments that only needs the text. */
function simple(name: string, compute: (s: string) => string | boolean): PyFunction {
  return method('()', (self: Py) => compute(typeof self === 'string' ? self : selfText(self, name)));
}

/** A predicate that each character must meet: a loop over ASCII, the tables as soon as something else comes. */
function each(name: string, fits: (code: number) => boolean, general: (s: string) => boolean): PyFunction {
  return simple(name, (s) => {
    for (let i = 0, size = s.length; i < size; i++) {
      const code = unitAt(s, i);
      if (code > 127) return general(s);
      if (!fits(code)) return false;
    }
    return s !== '';
  });
}

const isDigitCode = (c: number) => c >= 48 && c <= 57;
const isLetterCode = (c: number) => (c | 32) >= 97 && (c | 32) <= 122;
const isBlankCode = (c: number) => c === 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);

export const caseMembers = (): Members => ({
  upper: simple('upper', upper),
  lower: simple('lower', lower),
  casefold: simple('casefold', casefold),
  capitalize: simple('capitalize', capitalize),
  title: simple('title', title),
  swapcase: simple('swapcase', swapcase),
  isalpha: each('isalpha', isLetterCode, (s) => isAlpha(s)),
  isdecimal: each('isdecimal', isDigitCode, (s) => isDecimal(s)),
  isdigit: each('isdigit', isDigitCode, (s) => isDigit(s)),
  isnumeric: each('isnumeric', isDigitCode, (s) => isNumeric(s)),
  isalnum: each(
    'isalnum',
    (c) => isDigitCode(c) || isLetterCode(c),
    (s) => isAlnum(s),
  ),
  isspace: each('isspace', isBlankCode, (s) => isSpace(s)),
  isupper: simple('isupper', (s) => isUpper(s)),
  islower: simple('islower', (s) => isLower(s)),
  istitle: simple('istitle', (s) => isTitle(s)),
  isascii: simple('isascii', isAscii),
  isprintable: simple('isprintable', isPrintable),
  isidentifier: simple('isidentifier', isIdentifier),
});
