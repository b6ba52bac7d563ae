/** `format` and `%` of Python 2's str and unicode. */
import { getAttr, lacksSpecial, special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { KeyError, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { asDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyFloat, PyUnicode } from '../object/values.js';
import { formatStr } from '../text/formatSpec.js';
import { formatTemplate, type ParsedTemplate, parseTemplate } from '../text/formatTemplate.js';
import { formatPercent, type PercentKind, type PercentValues } from '../text/percentFormat.js';
import { selfBytes2, selfUnicode2 } from './args2.js';
import { decodeAscii2, strBytes } from './ascii2.js';
import { format2 } from './format.js';
import { isLong } from './long2.js';
import { percentPlain } from './percentPlain.js';
import { isMapping, lenientDouble, parsedPercent, percentArguments, percentNumbers } from './percent.js';
import { cachedTemplate, itemOf } from './strFormat.js';
import { pyCall } from './textError.js';
import { toUnicode2 } from './toUnicode2.js';

/** Methods of str. */
export const formatMembers2 = (): Members => ({
  __format__: method('(format_spec, /)', (self: Py, spec: Py) =>
    formatted(selfBytes2(self, '__format__'), spec, 'str'),
  ),
  format: method('(*args, **kwargs)', (self: Py, args: readonly Py[], keywords: Keywords) =>
    evaluate(selfBytes2(self, 'format'), args, keywords, false),
  ),
  __mod__: method('(value, /)', (self: Py, value: Py) => percent2(selfBytes2(self, '__mod__'), value, 'str2')),
  __rmod__: method('(value, /)', (self: Py, value: Py) => {
    const template = strBytes(value);
    return template === undefined ? NotImplemented : percent2(template, self, 'str2');
  }),
});

/** Methods of unicode. */
export const unicodeFormatMembers2 = (): Members => ({
  __format__: method(
    '(format_spec, /)',
    (self: Py, spec: Py) => new PyUnicode(formatted(selfUnicode2(self, '__format__'), spec, 'unicode')),
  ),
  format: method(
    '(*args, **kwargs)',
    (self: Py, args: readonly Py[], keywords: Keywords) =>
      new PyUnicode(evaluate(selfUnicode2(self, 'format'), args, keywords, true)),
  ),
  __mod__: method('(value, /)', (self: Py, value: Py) => percent2(selfUnicode2(self, '__mod__'), value, 'unicode2')),
  __rmod__: method('(value, /)', (self: Py, value: Py) => {
    const template = value instanceof PyUnicode ? value.value : strBytes(value);
    return template === undefined ? NotImplemented : percent2(template, self, 'unicode2');
  }),
});

function formatted(s: string, spec: Py, typeName: string): string {
  const bytes = strBytes(spec);
  if (bytes === undefined && !(spec instanceof PyUnicode)) {
    throw TypeError(`__format__ arg must be str or unicode, not ${typeOf(spec).name}`);
  }
  const text = bytes ?? spec.value;
  return text === '' ? s : pyCall(() => formatStr(s, text, { typeName, dialect: 2 }));
}

function evaluate(template: string, args: readonly Py[], keywords: Keywords, unicode: boolean): string {
  const parsed = cachedTemplate<ParsedTemplate>('str.format 2', template, (text) => parseTemplate(text, 2));
  const text = unicode ? (o: Py) => toUnicode2(o).value : str;
  const values = {
    positional: (index: number) => args[index],
    keyword(name: string) {
      const value = keywords.get(name);
      if (value === undefined) throw KeyError(unicode ? new PyUnicode(name) : name);
      return value;
    },
    attribute: getAttr,
    item: (value: Py, key: string | number) =>
      itemOf(value, unicode && typeof key === 'string' ? new PyUnicode(key) : key),
    convert: (value: Py, conversion: string) => {
      const result = conversion === 's' ? text(value) : repr(value);
      return unicode ? new PyUnicode(result) : result;
    },
    format: (value: Py, spec: string) => text(format2(value, unicode ? new PyUnicode(spec) : spec)),
  };
  return pyCall(() => formatTemplate(parsed, values, 2));
}

/** What `%` asks of the objects, for one run: `__str__` is called once, to learn whether it gives unicode. */
class Values2 implements PercentValues<Py> {
  readonly typeName = percentNumbers.typeName;
  readonly decimal = percentNumbers.decimal;
  readonly index = percentNumbers.decimal;
  readonly promote = decodeAscii2;
  #asked: Py;
  #answer: Py;

  constructor(readonly wrapKey: (key: string) => Py) {}

  size(value: Py): number | bigint | undefined {
    return isLong(value) ? undefined : intValue(value);
  }

  item(mapping: Py, key: string): Py {
    return itemOf(mapping, this.wrapKey(key));
  }

  isUnicode(value: Py): boolean {
    if (value instanceof PyUnicode) return true;
    if (value === null || typeof value !== 'object' || !value.c$.isHeap) return false;
    const hook = special(value, '__str__');
    if (hook === undefined) return false;
    this.#asked = value;
    this.#answer = hook(value);
    return this.#answer instanceof PyUnicode;
  }

  text(value: Py, conversion: string, kind: PercentKind): string {
    if (conversion !== 's') return repr(value);
    if (this.#asked === value && this.#answer !== undefined) {
      const answer = this.#answer;
      this.#answer = undefined;
      if (answer instanceof PyUnicode || typeof answer === 'string') value = answer;
    }
    return kind === 'unicode2' ? toUnicode2(value).value : str(value);
  }

  float(value: Py, kind: PercentKind): number | undefined {
    return kind === 'str2' ? lenientDouble(value) : asDouble(value, () => 'a float is required');
  }

  character(value: Py, kind: PercentKind): string | number | bigint | undefined {
    if (value instanceof PyUnicode) return value.value;
    const bytes = strBytes(value);
    if (bytes === undefined) return kind === 'str2' ? byteNumber(value) : characterNumber(value);
    return kind === 'unicode2' ? decodeAscii2(bytes) : bytes;
  }
}

/** The number that '%c' of a str takes in place of a character: an int, or what `__int__` makes one. */
function byteNumber(value: Py): number | bigint {
  const int = intValue(value);
  if (int !== undefined) return int;
  if (value instanceof PyFloat) throw TypeError('integer argument expected, got float');
  const hook = value === null ? undefined : special(value, '__int__');
  if (hook !== undefined) return intValue(hook(value)) as number | bigint;
  throw lacksSpecial(value, '__trunc__', 'an integer is required');
}

/** The same for a unicode; undefined for what cannot be one. */
function characterNumber(value: Py): number | bigint | undefined {
  const int = percentNumbers.decimal(value);
  return int !== undefined && BigInt.asIntN(64, BigInt(int)) === BigInt(int) ? int : undefined;
}

/** `template % value`. */
export function percent2(template: string, value: Py, kind: 'str2' | 'unicode2'): Py {
  const parsed = pyCall(() => parsedPercent(template, kind));
  if (kind === 'str2') {
    const plain = percentPlain(parsed, value, kind);
    if (typeof plain === 'string') return plain;
  }
  const values = new Values2(kind === 'str2' ? (key) => key : (key) => new PyUnicode(key));
  const args = percentArguments(value, isMapping(value));
  const result = pyCall(() => formatPercent(parsed, args, values, kind));
  return result.kind === 'unicode2' ? new PyUnicode(result.text) : result.text;
}
