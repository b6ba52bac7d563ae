/** `str.format`, `str.format_map` and the `%` operator. */
import { getAttr, special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { moduleState, rt } from '../object/context.js';
import { KeyError, TypeError, ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { formatTemplate, type ParsedTemplate, parseTemplate, type TemplateValues } from '../text/formatTemplate.js';
import { escapeNonAscii } from '../text/strRepr.js';
import { formatText } from './format.js';
import { pyCall } from './textError.js';

const CACHE_LIMIT = 200;

/** Parsed templates by their text. */
export function cachedTemplate<T>(kind: string, template: string, parse: (template: string) => T): T {
  const cache = moduleState<Map<string, T>>(`templates ${kind}`, () => new Map());
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
  return evaluate(template, {
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
  return evaluate(template, {
    ...base,
    positional() {
      throw ValueError('Format string contains positional fields');
    },
    keyword: (name) => itemOf(mapping, name),
  });
}

function evaluate(template: string, values: TemplateValues<Py>): string {
  const parsed = cachedTemplate<ParsedTemplate>('format', template, parseTemplate);
  return pyCall(() => formatTemplate(parsed, values));
}
