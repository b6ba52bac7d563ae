/**
 * Templates of `str.format`: "{0.name[key]!r:>{width}}".
 *
 * Parsing is separate from evaluation, and knows nothing of objects. CPython parses while it formats, so an error in
 * the middle of a template comes only after the fields before it were formatted: a parsed template therefore ends in an
 * error instead of throwing it.
 * Spec: https://docs.python.org/3/library/string.html#format-string-syntax
 */
import { TextError, valueError } from './error.js';
import { flat } from './flat.js';
import { decimalValue } from './unicode.js';
import type { Dialect } from './unicodeCategory.js';

/** A replacement field; its name and specification are not yet parsed. */
export interface TemplateField {
  readonly name: string;
  readonly spec: string;
  /** The character after '!', null without one. */
  readonly conversion: string | null;
}

/** A literal text and the field that follows it, if any: what `string.Formatter.parse` yields. */
export interface TemplatePiece {
  readonly literal: string;
  readonly field: TemplateField | null;
}

export interface ParsedTemplate {
  readonly pieces: readonly TemplatePiece[];
  /** What is wrong with the template after the pieces. */
  readonly error: TextError | undefined;
}

/** Parses a template. Pure: the result may be kept. */
export function parseTemplate(template: string, dialect: Dialect = 3): ParsedTemplate {
  const pieces: TemplatePiece[] = [];
  const reader = { text: template, at: 0 };
  try {
    while (reader.at < template.length) pieces.push(readPiece(reader, dialect));
  } catch (error) {
    if (error instanceof TextError) return { pieces, error };
    throw error;
  }
  return { pieces, error: undefined };
}

interface Reader {
  readonly text: string;
  at: number;
}

const BRACE = /[{}]/g;

function readPiece(reader: Reader, dialect: Dialect): TemplatePiece {
  const { text, at } = reader;
  BRACE.lastIndex = at;
  const brace = BRACE.exec(text);
  if (brace === null) {
    reader.at = text.length;
    return { literal: text.slice(at), field: null };
  }
  const end = brace.index;
  reader.at = end + 1;
  if (text[end] === text[end + 1]) {
    reader.at = end + 2;
    return { literal: text.slice(at, end + 1), field: null };
  }
  if (text[end] === '}') throw valueError("Single '}' encountered in format string");
  if (end + 1 === text.length) throw valueError("Single '{' encountered in format string");
  return { literal: text.slice(at, end), field: dialect === 3 ? readField(reader) : readField2(reader) };
}

/** Reads a field from behind its '{' to behind its '}'. */
function readField(reader: Reader): TemplateField {
  const { text } = reader;
  const start = reader.at;
  let c = '';
  let at = start;
  while (at < text.length) {
    c = text[at++]!;
    if (c === '{') throw valueError("unexpected '{' in field name");
    if (c === '[') {
      while (at < text.length && text[at] !== ']') at++;
      continue;
    }
    if (c === '}' || c === ':' || c === '!') break;
  }
  const name = text.slice(start, at - 1);
  reader.at = at;
  if (c === '}') return { name, spec: '', conversion: null };
  if (c !== ':' && c !== '!') throw valueError("expected '}' before end of string");
  let conversion: string | null = null;
  if (c === '!') {
    conversion = takeConversion(reader, 'end of string while looking for conversion specifier');
    const next = text[reader.at++];
    if (next === '}') return { name, spec: '', conversion };
    if (next !== undefined && next !== ':') throw valueError("expected ':' after conversion specifier");
  }
  return { name, spec: readSpec(reader), conversion };
}

function takeConversion(reader: Reader, missing: string): string {
  if (reader.at >= reader.text.length) throw valueError(missing);
  const conversion = String.fromCodePoint(reader.text.codePointAt(reader.at)!);
  reader.at += conversion.length;
  return conversion;
}

function readSpec(reader: Reader): string {
  const { text } = reader;
  const start = reader.at;
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) {
      reader.at = at + 1;
      return text.slice(start, at);
    }
  }
  throw valueError("unmatched '{' in format spec");
}

// Python 2 first looks for the end of the whole field by counting braces, and only then into it.
function readField2(reader: Reader): TemplateField {
  const { text } = reader;
  const start = reader.at;
  let depth = 1;
  let end = start;
  for (; end < text.length; end++) {
    if (text[end] === '{') depth++;
    else if (text[end] === '}' && --depth <= 0) break;
  }
  if (end >= text.length) throw valueError("unmatched '{' in format");
  reader.at = end + 1;
  const field = { text: text.slice(start, end), at: 0 };
  const stop = field.text.search(/[:!]/);
  if (stop < 0) return { name: field.text, spec: '', conversion: null };
  const name = field.text.slice(0, stop);
  field.at = stop + 1;
  let conversion: string | null = null;
  if (field.text[stop] === '!') {
    conversion = takeConversion(field, 'end of format while looking for conversion specifier');
    if (field.at < field.text.length && field.text[field.at++] !== ':') {
      throw valueError("expected ':' after format specifier");
    }
  }
  return { name, spec: field.text.slice(field.at), conversion };
}

/** A step of a field name: `.name`, or `[key]` with the key a number if it is all digits. */
export interface FieldStep {
  readonly isAttribute: boolean;
  readonly key: string | number;
}

export interface FieldName {
  /** A number if it is all digits; '' asks for automatic numbering. */
  readonly first: string | number;
  readonly rest: readonly FieldStep[];
  /** What is wrong with the name after these steps. */
  readonly error: TextError | undefined;
}

/** Splits "0.name[key]" into its first part and the steps from there. ValueError for too long an index at the front. */
export function splitFieldName(name: string): FieldName {
  const end = name.search(/[.[]/);
  const first = end < 0 ? name : name.slice(0, end);
  const head = indexOrName(first);
  const rest: FieldStep[] = [];
  try {
    if (end >= 0) readSteps(name, end, rest);
  } catch (error) {
    if (error instanceof TextError) return { first: head, rest, error };
    throw error;
  }
  return { first: head, rest, error: undefined };
}

function readSteps(name: string, start: number, rest: FieldStep[]): void {
  let at = start;
  while (at < name.length) {
    const opener = name[at++];
    let key: string;
    if (opener === '.') {
      const end = name.slice(at).search(/[.[]/);
      key = end < 0 ? name.slice(at) : name.slice(at, at + end);
      at += key.length;
    } else if (opener === '[') {
      const end = name.indexOf(']', at);
      if (end < 0) throw valueError("Missing ']' in format string");
      key = name.slice(at, end);
      at = end + 1;
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    if (key === '') throw valueError('Empty attribute in format string');
    rest.push({ isAttribute: opener === '.', key: opener === '.' ? key : indexOrName(key) });
  }
}

function indexOrName(text: string): string | number {
  if (text === '') return text;
  let index = 0;
  for (const c of text) {
    const digit = decimalValue(c.codePointAt(0)!);
    if (digit === undefined) return text;
    index = index * 10 + digit;
    if (index >= 2 ** 63) throw valueError('Too many decimal digits in format string');
  }
  return index;
}

/** What evaluating a template asks of the objects. All may throw. */
export interface TemplateValues<T> {
  /** The positional argument; undefined if there are not so many. */
  positional(index: number): T | undefined;
  /** The keyword argument, or KeyError. */
  keyword(name: string): T;
  attribute(value: T, name: string): T;
  item(value: T, key: string | number): T;
  convert(value: T, conversion: 'r' | 's' | 'a'): T;
  format(value: T, spec: string): string;
}

const MAX_DEPTH = 2;

/** Evaluates a template: `template.format(...)`. */
export function formatTemplate<T>(
  template: string | ParsedTemplate,
  values: TemplateValues<T>,
  dialect: Dialect = 3,
): string {
  const numbering: Numbering = { mode: 'none', next: 0 };
  return evaluate(template, values, dialect, numbering, MAX_DEPTH);
}

interface Numbering {
  mode: 'none' | 'automatic' | 'manual';
  next: number;
}

function evaluate<T>(
  template: string | ParsedTemplate,
  values: TemplateValues<T>,
  dialect: Dialect,
  numbering: Numbering,
  depth: number,
): string {
  if (depth <= 0) throw valueError('Max string recursion exceeded');
  const parsed = typeof template === 'string' ? parseTemplate(template, dialect) : template;
  let result = '';
  for (const { literal, field } of parsed.pieces) {
    result += literal;
    if (field === null) continue;
    let value = fieldValue(field.name, values, dialect, numbering);
    if (field.conversion !== null) value = values.convert(value, conversionOf(field.conversion, dialect));
    const spec = field.spec.includes('{') ? evaluate(field.spec, values, dialect, numbering, depth - 1) : field.spec;
    result += values.format(value, spec);
  }
  if (parsed.error !== undefined) throw parsed.error;
  return flat(result);
}

function conversionOf(conversion: string, dialect: Dialect): 'r' | 's' | 'a' {
  if (conversion === 'r' || conversion === 's' || (conversion === 'a' && dialect === 3)) return conversion;
  const code = conversion.codePointAt(0)!;
  throw valueError(`Unknown conversion specifier ${code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`}`);
}

function fieldValue<T>(name: string, values: TemplateValues<T>, dialect: Dialect, numbering: Numbering): T {
  const { first, rest, error } = splitFieldName(name);
  let value: T;
  if (typeof first === 'string' && first !== '') value = values.keyword(first);
  else {
    const index = numbered(first === '' ? undefined : (first as number), numbering);
    const found = values.positional(index);
    if (found === undefined) throw new TextError('IndexError', missingIndex(index, dialect));
    value = found;
  }
  for (const { isAttribute, key } of rest) {
    value = isAttribute ? values.attribute(value, key as string) : values.item(value, key);
  }
  if (error !== undefined) throw error;
  return value;
}

function missingIndex(index: number, dialect: Dialect): string {
  if (dialect === 2) return 'tuple index out of range';
  return `Replacement index ${index} out of range for positional args tuple`;
}

function numbered(index: number | undefined, numbering: Numbering): number {
  const mode = index === undefined ? 'automatic' : 'manual';
  if (numbering.mode === 'none') numbering.mode = mode;
  else if (numbering.mode !== mode) {
    throw valueError(
      mode === 'manual'
        ? 'cannot switch from automatic field numbering to manual field specification'
        : 'cannot switch from manual field specification to automatic field numbering',
    );
  }
  return index ?? numbering.next++;
}
