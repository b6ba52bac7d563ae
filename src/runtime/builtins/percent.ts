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
import { floatToInt } from '../text/numberMath.js';
import {
  formatPercent,
  type ParsedPercent,
  type PercentArguments,
  type PercentKind,
  type PercentValues,
} from '../text/percentFormat.js';
import { parsePercent } from '../text/percentTemplate.js';
import { escapeNonAscii } from '../text/strRepr.js';
import { cachedTemplate, itemOf } from './strFormat.js';
import { intLimit } from './intLimit.js';
import { shownType } from './oldStyle2.js';
import { percentPlain } from './percentPlain.js';
import { pyError } from './textError.js';

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
  return run(template, value, strValues, 'str');
}

/** `template % value` of bytes; strings hold one character a byte. */
export function percentBytes(template: string, value: Py): string {
  return run(template, value, bytesValues, 'bytes');
}

function run(template: string, value: Py, values: PercentValues<Py>, kind: 'str' | 'bytes'): string {
  const parsed = parsedPercent(template, kind);
  try {
    const begun = percentPlain(parsed, value, kind);
    if (typeof begun === 'string') return begun;
    const bytes = kind === 'bytes' && (value instanceof PyBytes || value instanceof PyByteArray);
    return formatPercent(parsed, percentArguments(value, !bytes && isMapping(value)), values, kind, begun).text;
  } catch (error) {
    throw pyError(error);
  }
}

export function parsedPercent(template: string, kind: PercentKind): ParsedPercent {
  return cachedTemplate<ParsedPercent>(CACHE[kind], template, (text) => parsePercent(text, kind));
}

/** A text that is put together has no hash yet when it is looked up. */
const CACHE = { str: '% str', bytes: '% bytes', str2: '% str2', unicode2: '% unicode2' } as const;

export function percentArguments(value: Py, mapping: boolean): PercentArguments<Py> {
  return value instanceof PyTuple ? { items: value.items } : { single: value, isMapping: mapping };
}

/** Whether `%(name)s` may look into the object. */
export function isMapping(value: Py): boolean {
  if (typeof value === 'string' || value instanceof PyStrBox || value instanceof PyUnicode) return false;
  return value !== null && !(value instanceof PyTuple) && special(value, '__getitem__') !== undefined;
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
