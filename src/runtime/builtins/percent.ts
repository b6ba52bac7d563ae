/** The `%` operator of str and bytes: what formatting asks of Python objects. */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { OverflowError, PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { asDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { isSubtype, typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyFloat, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { formatDouble } from '../text/floatFormat.js';
import { floatToInt } from '../text/numberMath.js';
import {
  formatPercent,
  type ParsedPercent,
  type PercentArguments,
  type PercentKind,
  type PercentValues,
} from '../text/percentFormat.js';
import { type PercentField, parsePercent } from '../text/percentTemplate.js';
import { escapeNonAscii } from '../text/strRepr.js';
import { isAscii } from '../text/unicode.js';
import { cachedTemplate, itemOf } from './strFormat.js';
import { intLimit } from './intLimit.js';
import { shownType } from './oldStyle2.js';
import { pyCall } from './textError.js';

/** What is common to both kinds of template and both dialects. */
export const percentNumbers = {
  typeName: (value: Py) => shownType(value).name,
  decimal: decimalValue,
  index: indexValue,
  size: intValue,
  maxDigits: () => intLimit().maxStrDigits,
};

const strValues: PercentValues<Py> = {
  ...percentNumbers,
  item: itemOf,
  text: (value, conversion) =>
    conversion === 's' ? str(value) : conversion === 'r' ? repr(value) : escapeNonAscii(repr(value)),
  float: (value) => asDouble(value),
  character: (value) =>
    typeof value === 'string' ? value : value instanceof PyStrBox ? value.value : indexValue(value),
};

const bytesValues: PercentValues<Py> = {
  ...percentNumbers,
  item: (mapping, key) => itemOf(mapping, new PyBytes(fromLatin1(key))),
  text: (value, conversion) => (conversion === 'b' ? bytesText(value) : escapeNonAscii(repr(value))),
  float: lenientDouble,
  character: (value) => {
    if (value instanceof PyBytes || value instanceof PyByteArray) return toLatin1(value.data);
    return indexValue(value);
  },
};

/** `template % value` of Python 3's str. */
export function percentStr(template: string, value: Py): string {
  const fast = percentSimple(parsedPercent(template, 'str'), value, false);
  if (fast !== undefined) return fast;
  return run(template, value, isMapping(value), strValues, 'str');
}

/** `template % value` of bytes; strings hold one character a byte. */
export function percentBytes(template: string, value: Py): string {
  const fast = percentSimple(parsedPercent(template, 'bytes'), value, true);
  if (fast !== undefined) return fast;
  const mapping = isMapping(value) && !(value instanceof PyBytes || value instanceof PyByteArray);
  return run(template, value, mapping, bytesValues, 'bytes');
}

function run(template: string, value: Py, mapping: boolean, values: PercentValues<Py>, kind: PercentKind): string {
  return pyCall(() => formatPercent(parsedPercent(template, kind), percentArguments(value, mapping), values, kind))
    .text;
}

export function parsedPercent(template: string, kind: PercentKind): ParsedPercent {
  return cachedTemplate<ParsedPercent>(`% ${kind}`, template, (text) => parsePercent(text, kind));
}

export function percentArguments(value: Py, mapping: boolean): PercentArguments<Py> {
  return value instanceof PyTuple ? { items: value.items } : { single: value, isMapping: mapping };
}

/** Whether `%(name)s` may look into the object. */
export function isMapping(value: Py): boolean {
  if (typeof value === 'string' || value instanceof PyStrBox || value instanceof PyUnicode) return false;
  return value !== null && !(value instanceof PyTuple) && special(value, '__getitem__') !== undefined;
}

/**
 * The result for a template that only has '%s', '%d', '%f' and their like, with a plain width and precision, and for
 * arguments of the types that go with them; else undefined. Most formatting is of this kind. `ofBytes`: one of bytes.
 */
function percentSimple(template: ParsedPercent, value: Py, ofBytes: boolean): string | undefined {
  const args = value instanceof PyTuple ? value.items : undefined;
  let next = 0;
  let result = '';
  for (const piece of template.pieces) {
    if (typeof piece === 'string') {
      result += piece;
      continue;
    }
    const argument = args === undefined ? (next === 0 ? value : undefined) : args[next];
    next++;
    const text = argument === undefined ? undefined : simpleText(piece, argument, ofBytes);
    if (text === undefined) return undefined;
    const missing = (piece.width as number) - text.length;
    result += missing <= 0 ? text : piece.left ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
  }
  return next === (args === undefined ? 1 : args.length) ? result : undefined;
}

const PLAIN_WIDTH = 1000;

function simpleText(field: PercentField, value: Py, ofBytes: boolean): string | undefined {
  const { width, precision } = field;
  if (field.key !== null || field.zero || field.plus || field.space || field.alternate || field.error !== undefined) {
    return undefined;
  }
  if (typeof width !== 'number' || width > PLAIN_WIDTH || typeof precision !== 'number') return undefined;
  switch (field.code) {
    case 's':
      if (precision >= 0) return undefined;
      if (ofBytes) return value instanceof PyBytes ? toLatin1(value.data) : undefined;
      if (typeof value === 'number') return String(value);
      return typeof value === 'string' && (width < 0 || isAscii(value)) ? value : undefined;
    case 'd':
      return typeof value === 'number' && precision < 0 ? String(value) : undefined;
    case 'f':
      return value instanceof PyFloat ? formatDouble(value.v, 'f', precision < 0 ? 6 : precision) : undefined;
    default:
      return undefined;
  }
}

/** The value of '%d': any real number, cut to an int. */
function decimalValue(value: Py): number | bigint | undefined {
  const int = intValue(value);
  if (int !== undefined) return int;
  if (value instanceof PyFloat) return isNoNumber2(value) ? undefined : floatInt(value.v);
  if (value === null || typeof value === 'string') return undefined;
  const hook = special(value, '__int__') ?? (rt.dialect === 3 ? special(value, '__index__') : undefined);
  return hook === undefined ? undefined : orUndefined(() => intValue(hook(value)));
}

function floatInt(v: number): number | bigint {
  if (Number.isNaN(v)) throw ValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(v)) throw OverflowError('cannot convert float infinity to integer');
  return floatToInt(v);
}

/** Python 2 calls a float that is no integer of any size no number. */
const isNoNumber2 = (value: Py): boolean => rt.dialect === 2 && value instanceof PyFloat && !Number.isFinite(value.v);

/** The value of '%x' and '%c': an int, or what says that it is one. */
function indexValue(value: Py): number | bigint | undefined {
  const int = intValue(value);
  if (int !== undefined || value === null || isNoNumber2(value)) return int;
  const hook = special(value, rt.dialect === 2 ? '__int__' : '__index__');
  return hook === undefined ? undefined : orUndefined(() => intValue(hook(value)));
}

/** The double of a real number; undefined where `float()` would raise TypeError. */
export function lenientDouble(value: Py): number | undefined {
  return orUndefined(() => asDouble(value));
}

function orUndefined<T>(f: () => T): T | undefined {
  try {
    return f();
  } catch (error) {
    if (error instanceof PyBaseException && isSubtype(error.c$, TypeError.type)) return undefined;
    throw error;
  }
}

function bytesText(value: Py): string {
  if (value instanceof PyBytes || value instanceof PyByteArray) return toLatin1(value.data);
  const hook = value === null ? undefined : special(value, '__bytes__');
  if (hook !== undefined) {
    const result = hook(value);
    if (!(result instanceof PyBytes)) throw TypeError(`__bytes__ returned non-bytes (type ${typeOf(result).name})`);
    return toLatin1(result.data);
  }
  const data = bufferOrUndefined(value);
  if (data !== undefined) return toLatin1(data);
  throw TypeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).name}'`,
  );
}
