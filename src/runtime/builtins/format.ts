/**
 * `format(value, spec)`, for f-strings, `str.format` and the built-in function.
 *
 * Spec: https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
import { special } from '../object/attributes.js';
import { moduleState, rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyStrBox, PyUnicode } from '../object/values.js';
import { floatRepr } from '../text/floatRepr.js';
import {
  type FormatSpec,
  formatFloat,
  formatInt,
  formatStr,
  parseFloatSpec,
  parseIntSpec,
  parseStrSpec,
} from '../text/formatSpec.js';
import { decodeAscii2, encodeAscii2 } from './ascii2.js';
import { pyError } from './textError.js';

/** `format(value, spec)` as a JavaScript string. Python 2: the result's characters, be it str or unicode. */
export function formatText(value: Py, spec: string): string {
  if (spec === '') {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (value instanceof PyFloat && !value.c$.isHeap && rt.dialect === 3) return floatRepr(value.v);
  } else if (rt.dialect === 3) {
    const text = formatBuiltin(value, spec);
    if (text !== undefined) return text;
  }
  return formatByMethod(value, spec);
}

/** Parsed specifications by their text, for the kinds of value that most programs format. */
interface SpecCache {
  readonly int: Map<string, FormatSpec>;
  readonly float: Map<string, FormatSpec>;
  readonly str: Map<string, FormatSpec>;
}

const CACHE_LIMIT = 500;

function parsed(kind: keyof SpecCache, spec: string, parse: (spec: string) => FormatSpec): FormatSpec {
  const cache = moduleState<SpecCache>('format', () => ({ int: new Map(), float: new Map(), str: new Map() }))[kind];
  let found = cache.get(spec);
  if (found === undefined) {
    found = parse(spec);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(spec, found);
  }
  return found;
}

/** The text of plain numbers and strings, or undefined where `__format__` must be asked. */
function formatBuiltin(value: Py, spec: string): string | undefined {
  try {
    if (typeof value === 'number') return formatInt(value, parsed('int', spec, parseIntSpec));
    if (typeof value === 'string') return formatStr(value, parsed('str', spec, parseStrSpec));
    if (value instanceof PyFloat && !value.c$.isHeap)
      return formatFloat(value.v, parsed('float', spec, parseFloatSpec));
  } catch (error) {
    throw pyError(error);
  }
  return undefined;
}

function formatByMethod(value: Py, spec: string): string {
  const hook = special(value, '__format__');
  if (hook === undefined) {
    if (spec === '') return str(value);
    throw TypeError(`unsupported format string passed to ${typeOf(value).name}.__format__`);
  }
  const result = hook(value, spec);
  if (typeof result === 'string') return result;
  if (result instanceof PyStrBox) return result.value;
  if (rt.dialect === 2) {
    if (result instanceof PyUnicode) return result.value;
    throw TypeError(`${typeOf(value).name}.__format__ must return string or unicode, not ${typeOf(result).name}`);
  }
  throw TypeError(`__format__ must return a str, not ${typeOf(result).name}`);
}

/** `format(value, spec)` of Python 2: unicode if the value or the specification is. */
export function format2(value: Py, spec: Py): Py {
  const unicode = value instanceof PyUnicode || spec instanceof PyUnicode;
  const specText = spec instanceof PyUnicode ? encodeAscii2(spec.value) : (spec as string);
  const text = formatText(value, specText);
  if (!unicode) return text;
  return new PyUnicode(value instanceof PyUnicode ? text : decodeAscii2(text));
}
