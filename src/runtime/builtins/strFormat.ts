/** `str.format`, `str.format_map` and the `%` operator. */
import { getAttr, special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { rt } from '../object/context.js';
import { KeyError, TypeError, ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { flat } from '../text/flat.js';
import { formatTemplate, type ParsedTemplate, parseTemplate, type TemplateValues } from '../text/formatTemplate.js';
import { escapeNonAscii } from '../text/strRepr.js';
import { formatText } from './format.js';
import { pyCall } from './textError.js';

const CACHE_LIMIT = 200;

/** Keys of the caches of parsed templates in the state of the process. */
type TemplateKind = 'str.format' | 'str.format 2' | '% str' | '% bytes' | '% str2' | '% unicode2';

/** Parsed templates by their text. */
export function cachedTemplate<T>(kind: TemplateKind, template: string, parse: (template: string) => T): T {
  let cache = rt.state.get(kind) as Map<string, T> | undefined;
  if (cache === undefined) rt.state.set(kind, (cache = new Map()));
  let found = cache.get(template);
  if (found === undefined) {
    found = parse(template);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(template, found);
  }
  return found;
}

/** `value[key]` as templates do it. */
export function itemOf(value: Py, key: Py): Py {
  const getItem = special(value, '__getitem__');
  if (getItem !== undefined) return getItem(value, key);
  const name = typeOf(value).name;
  throw TypeError(
    rt.dialect === 2 ? `'${name}' object has no attribute '__getitem__'` : `'${name}' object is not subscriptable`,
  );
}

function convert(value: Py, conversion: 'r' | 's' | 'a'): string {
  return conversion === 's' ? str(value) : conversion === 'r' ? repr(value) : escapeNonAscii(repr(value));
}

const base = { attribute: getAttr, item: itemOf, convert, format: formatText };

/** `template.format(*args, **keywords)`. */
export function formatArguments(template: string, args: readonly Py[], keywords: Keywords): string {
  const parsed = cachedTemplate('str.format', template, prepare);
  if (parsed.fields?.every((f) => known(f, args, keywords))) {
    return formatSimple(parsed.fields, parsed.tail, args, keywords);
  }
  return evaluate(parsed.template, {
    ...base,
    positional: (index) => args[index],
    keyword(name) {
      const value = keywords.get(name);
      if (value === undefined) throw KeyError(name);
      return value;
    },
  });
}

/** `template.format_map(mapping)`. */
export function formatMapping(template: string, mapping: Py): string {
  return evaluate(cachedTemplate('str.format', template, prepare).template, {
    ...base,
    positional() {
      throw ValueError('Format string contains positional fields');
    },
    keyword: (name) => itemOf(mapping, name),
  });
}

function evaluate(template: ParsedTemplate, values: TemplateValues<Py>): string {
  return pyCall(() => formatTemplate(template, values));
}

/** A field that only names an argument, with the text before it. */
interface SimpleField {
  readonly before: string;
  readonly argument: number | string;
  readonly conversion: 'r' | 's' | 'a' | null;
  readonly spec: string;
}

interface Prepared {
  readonly template: ParsedTemplate;
  /** The whole template where it has nothing but such fields. */
  readonly fields: readonly SimpleField[] | undefined;
  readonly tail: string;
}

/** Parses a template, and resolves the numbering of one that is simple. */
function prepare(text: string): Prepared {
  const template = parseTemplate(text);
  const fields: SimpleField[] = [];
  let before = '';
  let automatic = 0;
  let manual = false;
  const complex: Prepared = { template, fields: undefined, tail: '' };
  if (template.error !== undefined) return complex;
  for (const { literal, field } of template.pieces) {
    before += literal;
    if (field === null) continue;
    const { name, spec, conversion } = field;
    if (/[.[\]{]/.test(name) || spec.includes('{') || !/^[rsa]?$/.test(conversion ?? '')) return complex;
    let argument: number | string = name;
    if (name === '') argument = automatic++;
    else if (/^[0-9]{1,9}$/.test(name)) {
      argument = Number(name);
      manual = true;
    } else if (/^[^A-Za-z_]/.test(name)) return complex;
    fields.push({ before, argument, conversion: conversion as SimpleField['conversion'], spec });
    before = '';
  }
  return manual && automatic > 0 ? complex : { template, fields, tail: before };
}

function known({ argument }: SimpleField, args: readonly Py[], keywords: Keywords): boolean {
  return typeof argument === 'number' ? argument < args.length : keywords.has(argument);
}

function formatSimple(fields: readonly SimpleField[], tail: string, args: readonly Py[], keywords: Keywords): string {
  let result = '';
  for (const { before, argument, conversion, spec } of fields) {
    const value = typeof argument === 'number' ? args[argument] : keywords.get(argument);
    result += before + formatText(conversion === null ? value : convert(value, conversion), spec);
  }
  return flat(result + tail);
}
