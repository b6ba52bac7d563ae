/** The built-in functions `chr`, `ord`, `ascii`, `repr`, `format` and Python 2's `unichr`. */
import { unitAt } from '../text/units.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { strValue } from '../object/number.js';
import { reprValue } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyStrBox, PyUnicode } from '../object/values.js';
import { cpLength } from '../text/codePoints.js';
import { escapeNonAscii } from '../text/strRepr.js';
import { int32Arg2, intArg2 } from './args2.js';
import { format2, formatText } from './format.js';
import { textArg } from './strArgs.js';

const CODE_POINTS = 0x110000;

/** `chr(i)`: https://docs.python.org/3/library/functions.html#chr */
export const chr = fn(
  '(i, /)',
  (i: Py) => {
    if (rt.dialect === 2) return chr2(i);
    const code = asIndex(i);
    if (code < 0 || code >= CODE_POINTS) throw ValueError('chr() arg not in range(0x110000)');
    return String.fromCodePoint(Number(code));
  },
  'chr',
);

function chr2(i: Py): string {
  const code = intArg2(i);
  if (code < 0 || code > 255) throw ValueError('chr() arg not in range(256)');
  return String.fromCharCode(code);
}

/** `unichr(i)` of Python 2. */
export const unichr = fn(
  '(i, /)',
  (i: Py) => {
    const code = int32Arg2(i);
    if (code < 0 || code >= CODE_POINTS) {
      throw ValueError('unichr() arg not in range(0x110000) (wide Python build)');
    }
    return new PyUnicode(String.fromCodePoint(code));
  },
  'unichr',
);

/** `ord(c)`: https://docs.python.org/3/library/functions.html#ord */
export const ord = fn(
  '(c, /)',
  (c: Py) => {
    if (typeof c === 'string' && c.length === 1) return unitAt(c, 0);
    const text = characterText(c);
    if (text === undefined) throw TypeError(`ord() expected string of length 1, but ${typeOf(c).name} found`);
    const length = cpLength(text);
    if (length !== 1) throw TypeError(`ord() expected a character, but string of length ${length} found`);
    return text.codePointAt(0);
  },
  'ord',
);

function characterText(c: Py): string | undefined {
  if (typeof c === 'string') return c;
  if (c instanceof PyStrBox || c instanceof PyUnicode) return c.value;
  if (c instanceof PyBytes || c instanceof PyByteArray) {
    return c.data.length === 1 ? String.fromCharCode(c.data[0]!) : ' '.repeat(c.data.length);
  }
  return undefined;
}

/** `repr(obj)`. */
export const repr = fn('(obj, /)', reprValue, 'repr');

/** `ascii(obj)`. */
export const ascii = fn(
  '(obj, /)',
  (o: Py) => {
    const text = reprValue(o);
    const escaped = escapeNonAscii(strValue(text)!);
    return escaped === strValue(text) ? text : escaped;
  },
  'ascii',
);

/** `format(value, format_spec='')`. */
export const format = fn(
  "(value, format_spec='', /)",
  (value: Py, spec: Py) => {
    if (rt.dialect === 3) return formatText(value, spec === undefined ? '' : textArg(spec, 'format() argument 2'));
    if (spec === undefined || strValue(spec) !== undefined || spec instanceof PyUnicode)
      return format2(value, spec ?? '');
    throw TypeError(`format expects arg 2 to be string or unicode, not ${typeOf(spec).name}`);
  },
  'format',
);
