/** The named methods of Python 2's unicode. */
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { cpLength } from '../text/codePoints.js';
import { center, expandTabs, ljust, rjust, type StripSide, strip, zfill } from '../text/strMethods.js';
import { translate } from '../text/translate.js';
import { count, endsWith, find, replace, rfind, startsWith } from '../text/strSearch.js';
import { splitlines2 } from './splitlines2.js';
import { partition, rpartition, rsplit, split, splitlines } from '../text/strSplit.js';
import { isAlnum, isAlpha, isDecimal, isDigit, isNumeric, isSpace } from '../text/unicode.js';
import { capitalize2, isLower, isTitle, isUpper, lower2, swapcase2, title2, upper2 } from '../text/unicodeCase.js';
import { int32Arg2, intArg2, selfUnicode2, unicodeArg2 } from './args2.js';
import { decodeAscii2, strBytes } from './ascii2.js';
import { unicodeCodecMembers2 } from './codecs2.js';
import { unicodeFormatMembers2 } from './format2.js';
import { isUntouched } from './str2Methods.js';
import { checkLength, endArg, joinItems, startArg } from './strArgs.js';
import { tableLookup } from './strCodecMethods.js';
import { pyCall } from './textError.js';

const wrap = (text: string) => new PyUnicode(text);

/** A method that only needs the text and gives a text. */
function change(name: string, compute: (s: string) => string): PyFunction {
  return method('()', (self: Py) => wrap(compute(selfUnicode2(self, name))));
}

function test(name: string, holds: (s: string, dialect: 2) => boolean): PyFunction {
  return method('()', (self: Py) => holds(selfUnicode2(self, name), 2));
}

const RANGE = '(sub, start=None, end=None, /)';

type Search = (s: string, sub: string, start: number, end: number) => number;

function searching(name: string, search: Search, missing: boolean): PyFunction {
  return method(RANGE, (self: Py, sub: Py, start: Py, end: Py) => {
    const from = startArg(start);
    const to = endArg(end);
    const at = search(selfUnicode2(self, name), unicodeArg2(sub), from, to);
    if (at < 0 && !missing) throw ValueError('substring not found');
    return at;
  });
}

type EdgeTest = (s: string, part: string, start: number, end: number) => boolean;

function edge(name: string, holds: EdgeTest): PyFunction {
  return method('(prefix, start=None, end=None, /)', (self: Py, part: Py, start: Py, end: Py) => {
    const s = selfUnicode2(self, name);
    const from = startArg(start);
    const to = endArg(end);
    // An empty part fits anywhere, even outside the string.
    const fits = (text: string) => text === '' || holds(s, text, from, to);
    if (part instanceof PyTuple) return part.items.some((item) => fits(unicodeArg2(item)));
    if (!(part instanceof PyUnicode) && strBytes(part) === undefined) {
      throw TypeError(`${name} first arg must be str, unicode, or tuple, not ${typeOf(part).name}`);
    }
    return fits(unicodeArg2(part));
  });
}

function stripping(name: string, side: StripSide): PyFunction {
  return method('(chars=None, /)', (self: Py, chars: Py) => {
    const s = selfUnicode2(self, name);
    if (chars === undefined || chars === null) return wrap(strip(s, null, side, 'unicode2'));
    if (!(chars instanceof PyUnicode) && strBytes(chars) === undefined) {
      throw TypeError(`${name} arg must be None, unicode or str`);
    }
    return wrap(strip(s, unicodeArg2(chars), side, 'unicode2'));
  });
}

function padding(name: string, pad: (s: string, width: number, fill: string) => string): PyFunction {
  return method("(width, fillchar=u' ', /)", (self: Py, width: Py, fill: Py) => {
    const size = intArg2(width);
    checkLength(size);
    return wrap(pad(selfUnicode2(self, name), size, fill === undefined ? ' ' : fillText(fill)));
  });
}

function fillText(fill: Py): string {
  const bytes = strBytes(fill);
  if (bytes === undefined ? !(fill instanceof PyUnicode) : /[^\0-\x7f]/.test(bytes)) {
    throw TypeError('The fill character cannot be converted to Unicode');
  }
  const text = unicodeArg2(fill);
  if (cpLength(text) !== 1) throw TypeError('The fill character must be exactly one character long');
  return text;
}

function nonEmpty(sep: string): string {
  if (sep === '') throw ValueError('empty separator');
  return sep;
}

const list = (parts: string[]) => new PyList(parts.map(wrap));

function splitting(name: string, f: typeof split): PyFunction {
  return method('(sep=None, maxsplit=-1, /)', (self: Py, sep: Py, maxsplit: Py) => {
    const limit = intArg2(maxsplit, -1);
    const separator = sep === undefined || sep === null ? null : nonEmpty(unicodeArg2(sep));
    return list(f(selfUnicode2(self, name), separator, limit, 'unicode2'));
  });
}

function parting(name: string, f: typeof partition): PyFunction {
  return method('(sep, /)', (self: Py, sep: Py) => {
    const [before, found, after] = f(selfUnicode2(self, name), nonEmpty(unicodeArg2(sep)));
    return new PyTuple([wrap(before), found !== '' && sep instanceof PyUnicode ? sep : wrap(found), wrap(after)]);
  });
}

export const unicodeMethods2 = (): Members => ({
  upper: change('upper', upper2),
  lower: change('lower', lower2),
  capitalize: change('capitalize', capitalize2),
  title: change('title', title2),
  swapcase: change('swapcase', swapcase2),
  isalpha: test('isalpha', isAlpha),
  isdecimal: test('isdecimal', isDecimal),
  isdigit: test('isdigit', isDigit),
  isnumeric: test('isnumeric', isNumeric),
  isalnum: test('isalnum', isAlnum),
  isspace: test('isspace', isSpace),
  isupper: test('isupper', isUpper),
  islower: test('islower', isLower),
  istitle: test('istitle', isTitle),
  find: searching('find', find, true),
  rfind: searching('rfind', rfind, true),
  index: searching('index', find, false),
  rindex: searching('rindex', rfind, false),
  count: searching('count', count, true),
  startswith: edge('startswith', startsWith),
  endswith: edge('endswith', endsWith),
  replace: method('(old, new, count=-1, /)', (self: Py, old: Py, replacement: Py, limit: Py) => {
    const most = intArg2(limit, -1);
    const s = selfUnicode2(self, 'replace');
    const [from, to] = [unicodeArg2(old), unicodeArg2(replacement)];
    return wrap(isUntouched(s, from, most) ? s : replace(s, from, to, most));
  }),
  strip: stripping('strip', 'both'),
  lstrip: stripping('lstrip', 'left'),
  rstrip: stripping('rstrip', 'right'),
  center: padding('center', center),
  ljust: padding('ljust', ljust),
  rjust: padding('rjust', rjust),
  zfill: method('(width, /)', (self: Py, width: Py) => {
    const size = intArg2(width);
    checkLength(size);
    return wrap(zfill(selfUnicode2(self, 'zfill'), size));
  }),
  expandtabs: method('(tabsize=8, /)', (self: Py, tabsize: Py) =>
    wrap(expandTabs(selfUnicode2(self, 'expandtabs'), int32Arg2(tabsize, 8))),
  ),
  split: splitting('split', split),
  rsplit: splitting('rsplit', rsplit),
  splitlines: splitlines2((self, keepsEnds) =>
    list(splitlines(selfUnicode2(self, 'splitlines'), keepsEnds, 'unicode2')),
  ),
  partition: parting('partition', partition),
  rpartition: parting('rpartition', rpartition),
  join: method('(iterable, /)', (self: Py, iterable: Py) => wrap(joined(selfUnicode2(self, 'join'), iterable))),
  translate: method('(table, /)', (self: Py, table: Py) => {
    const s = selfUnicode2(self, 'translate');
    return wrap(pyCall(() => translate(s, tableLookup(table, 'unicode'))));
  }),
  ...unicodeCodecMembers2(),
  ...unicodeFormatMembers2(),
});

function joined(sep: string, iterable: Py): string {
  const plain = (iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap;
  const items: Py[] = plain ? iterable.items : joinItems(iterable);
  const texts = items.map((item, i) => {
    if (item instanceof PyUnicode) return item.value;
    const bytes = typeof item === 'string' ? item : item instanceof PyStrBox ? item.value : undefined;
    if (bytes === undefined)
      throw TypeError(`sequence item ${i}: expected string or Unicode, ${typeOf(item).name} found`);
    return decodeAscii2(bytes);
  });
  checkLength(texts.reduce((sum, text) => sum + text.length + sep.length, 0));
  return texts.join(sep);
}
