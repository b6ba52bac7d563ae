/** The named methods of Python 2's str. Each hands over to unicode's when it is given a unicode argument. */
import { bufferOrUndefined } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import * as ascii from '../text/asciiMethods.js';
import { center, expandTabs, ljust, rjust, type StripSide, strip, zfill } from '../text/strMethods.js';
import { translate } from '../text/translate.js';
import { count, endsWith, find, replace, rfind, startsWith } from '../text/strSearch.js';
import { partition, rpartition, rsplit, split, splitlines } from '../text/strSplit.js';
import { bytesArg2, fillArg2, int32Arg2, intArg2, selfBytes2 } from './args2.js';
import { decodeAscii2 } from './ascii2.js';
import { codecMembers2 } from './codecs2.js';
import { formatMembers2 } from './format2.js';
import { splitlines2 } from './splitlines2.js';
import { checkLength, endArg, joinItems, startArg, withSeparator } from './strArgs.js';

/** A method that only needs the bytes. */
function simple(name: string, compute: (s: string) => string | boolean): PyFunction {
  return method('()', (self: Py) => compute(selfBytes2(self, name)));
}

/** A method whose str arguments may be unicode: then the whole call is unicode's. */
function promoting(name: string, signature: string, impl: (s: string, ...args: Py[]) => Py): PyFunction {
  return method(signature, (self: Py, ...args: Py[]) => {
    const s = selfBytes2(self, name);
    for (const arg of args) if (arg instanceof PyUnicode) return promoted(s, name, args);
    return impl(s, ...args);
  });
}

function promoted(s: string, name: string, args: readonly Py[]): Py {
  return callMethod(new PyUnicode(decodeAscii2(s)), name, ...args.filter((arg) => arg !== undefined));
}

const RANGE = '(sub, start=None, end=None, /)';

type Search = (s: string, sub: string, start: number, end: number) => number;

function searching(name: string, search: Search, missing: boolean): PyFunction {
  return method(RANGE, (self: Py, sub: Py, start: Py, end: Py) => {
    const s = selfBytes2(self, name);
    const from = startArg(start);
    const to = endArg(end);
    if (sub instanceof PyUnicode) return promoted(s, name, [sub, start, end]);
    const at = search(s, bytesArg2(sub), from, to);
    if (at < 0 && !missing) throw ValueError('substring not found');
    return at;
  });
}

type EdgeTest = (s: string, part: string, start: number, end: number) => boolean;

function edge(name: string, test: EdgeTest): PyFunction {
  return promoting(name, '(prefix, start=None, end=None, /)', (s, part, start, end) => {
    const from = startArg(start);
    const to = endArg(end);
    const fits = (item: Py): boolean => {
      if (item instanceof PyUnicode) return promoted(s, name, [item, from, to === Infinity ? null : to]);
      return test(s, bytesArg2(item), from, to);
    };
    if (part instanceof PyTuple) return part.items.some(fits);
    if (bufferOrUndefined(part) === undefined) {
      throw TypeError(`${name} first arg must be str, unicode, or tuple, not ${typeOf(part).name}`);
    }
    return fits(part);
  });
}

function stripping(name: string, side: StripSide): PyFunction {
  return promoting(name, '(chars=None, /)', (s, chars) => {
    if (chars === undefined || chars === null) return strip(s, null, side, 'bytes');
    if (typeof chars === 'string') return strip(s, chars, side, 'bytes');
    if (chars instanceof PyStrBox) return strip(s, chars.value, side, 'bytes');
    throw TypeError(`${name} arg must be None, str or unicode`);
  });
}

function padding(name: string, pad: (s: string, width: number, fill: string) => string): PyFunction {
  return method("(width, fillchar=' ', /)", (self: Py, width: Py, fill: Py) => {
    const size = intArg2(width);
    checkLength(size);
    return pad(selfBytes2(self, name), size, fillArg2(fill, name));
  });
}

function nonEmpty(sep: string): string {
  if (sep === '') throw ValueError('empty separator');
  return sep;
}

function splitting(name: string, f: typeof split): PyFunction {
  return promoting(name, '(sep=None, maxsplit=-1, /)', (s, sep, maxsplit) => {
    const limit = intArg2(maxsplit, -1);
    return new PyList(f(s, sep === undefined || sep === null ? null : nonEmpty(bytesArg2(sep)), limit, 'bytes'));
  });
}

function parting(name: string, f: typeof partition): PyFunction {
  return promoting(name, '(sep, /)', (s, sep) => withSeparator(f(s, nonEmpty(bytesArg2(sep))), sep));
}

export const byteMethods2 = (): Members => ({
  upper: simple('upper', ascii.asciiUpper),
  lower: simple('lower', ascii.asciiLower),
  capitalize: simple('capitalize', ascii.asciiCapitalize),
  title: simple('title', ascii.asciiTitle),
  swapcase: simple('swapcase', ascii.asciiSwapcase),
  isalpha: simple('isalpha', ascii.asciiIsAlpha),
  isdigit: simple('isdigit', ascii.asciiIsDigit),
  isalnum: simple('isalnum', ascii.asciiIsAlnum),
  isspace: simple('isspace', ascii.asciiIsSpace),
  isupper: simple('isupper', ascii.asciiIsUpper),
  islower: simple('islower', ascii.asciiIsLower),
  istitle: simple('istitle', ascii.asciiIsTitle),
  find: searching('find', find, true),
  rfind: searching('rfind', rfind, true),
  index: searching('index', find, false),
  rindex: searching('rindex', rfind, false),
  count: promoting('count', RANGE, (s, sub, start, end) => {
    const from = startArg(start);
    const to = endArg(end);
    return count(s, bytesArg2(sub), from, to);
  }),
  startswith: edge('startswith', startsWith),
  endswith: edge('endswith', endsWith),
  replace: method('(old, new, count=-1, /)', (self: Py, old: Py, replacement: Py, limit: Py) => {
    const s = selfBytes2(self, 'replace');
    const most = intArg2(limit, -1);
    // The arguments are looked at one by one, so a bad one may come after it is clear that unicode does it.
    if (!(old instanceof PyUnicode)) bytesArg2(old);
    if (old instanceof PyUnicode || replacement instanceof PyUnicode)
      return promoted(s, 'replace', [old, replacement, limit]);
    const [from, to] = [bytesArg2(old), bytesArg2(replacement)];
    return isUntouched(s, from, most) ? s : replace(s, from, to, most);
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
    return zfill(selfBytes2(self, 'zfill'), size);
  }),
  expandtabs: method('(tabsize=8, /)', (self: Py, tabsize: Py) =>
    expandTabs(selfBytes2(self, 'expandtabs'), int32Arg2(tabsize, 8)),
  ),
  split: splitting('split', split),
  rsplit: splitting('rsplit', rsplit),
  splitlines: splitlines2(
    (self, keepsEnds) => new PyList(splitlines(selfBytes2(self, 'splitlines'), keepsEnds, 'bytes')),
  ),
  partition: parting('partition', partition),
  rpartition: parting('rpartition', rpartition),
  join: method('(iterable, /)', (self: Py, iterable: Py) => joined(selfBytes2(self, 'join'), iterable)),
  translate: method('(table, deletechars=None, /)', (self: Py, table: Py, dropped: Py) => {
    const s = selfBytes2(self, 'translate');
    if (dropped instanceof PyUnicode) throw TypeError('deletions are implemented differently for unicode');
    if (table instanceof PyUnicode) return promoted(s, 'translate', [table]);
    return table instanceof PyDict ? translatedByCode(s, table) : translated(s, table, dropped);
  }),
  ...codecMembers2(),
  ...formatMembers2(),
});

/** Python 2 replaces nothing in an empty string when it has a limit. */
export const isUntouched = (s: string, old: string, most: number): boolean => s === '' && old === '' && most > 0;

function joined(sep: string, iterable: Py): Py {
  const plain = (iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap;
  const items: Py[] = plain ? iterable.items : joinItems(iterable);
  let length = sep.length * (items.length - 1);
  const texts: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const text = typeof item === 'string' ? item : item instanceof PyStrBox ? item.value : undefined;
    if (text !== undefined) {
      length += text.length;
      texts.push(text);
    } else if (item instanceof PyUnicode) {
      // CPython returns a lone item as it is, without looking at the separator.
      return items.length === 1 ? item : callMethod(new PyUnicode(decodeAscii2(sep)), 'join', new PyList(items));
    } else throw TypeError(`sequence item ${i}: expected string, ${typeOf(item).name} found`);
  }
  checkLength(length);
  return texts.join(sep);
}

/** As Python 3 has it: the library's modules, which are Python 3, call it with texts of a Python 2 program. */
function translatedByCode(s: string, table: PyDict): string {
  return translate(s, (code) => {
    const to = table.get(code);
    return to === undefined || to === null ? to : to instanceof PyUnicode ? to.value : (strValue(to) ?? to);
  });
}

function translated(s: string, table: Py, dropped: Py): string {
  const map = table === null ? null : bytesArg2(table);
  if (map !== null && map.length !== 256) throw ValueError('translation table must be 256 characters long');
  const drop = dropped === undefined ? '' : bytesArg2(dropped);
  let result = '';
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    if (!drop.includes(c)) result += map === null ? c : map[c.charCodeAt(0)]!;
  }
  return result;
}
