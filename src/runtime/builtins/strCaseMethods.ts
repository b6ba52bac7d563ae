/** Methods of `str` that change the case, and the predicates. */
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

export const caseMembers = (): Members => ({
  upper: simple('upper', upper),
  lower: simple('lower', lower),
  casefold: simple('casefold', casefold),
  capitalize: simple('capitalize', capitalize),
  title: simple('title', title),
  swapcase: simple('swapcase', swapcase),
  isalpha: simple('isalpha', (s) => isAlpha(s)),
  isdecimal: simple('isdecimal', (s) => isDecimal(s)),
  isdigit: simple('isdigit', (s) => isDigit(s)),
  isnumeric: simple('isnumeric', (s) => isNumeric(s)),
  isalnum: simple('isalnum', (s) => isAlnum(s)),
  isspace: simple('isspace', (s) => isSpace(s)),
  isupper: simple('isupper', (s) => isUpper(s)),
  islower: simple('islower', (s) => isLower(s)),
  istitle: simple('istitle', (s) => isTitle(s)),
  isascii: simple('isascii', isAscii),
  isprintable: simple('isprintable', isPrintable),
  isidentifier: simple('isidentifier', isIdentifier),
});
