/** Templates of str.format; the expected values are those of CPython 3.13 and 2.7. */
import { expect, test } from 'vitest';
import { TextError } from '../../../src/runtime/text/error.js';
import { formatTemplate, parseTemplate, type TemplateValues } from '../../../src/runtime/text/formatTemplate.js';
import { outcome } from './outcome.js';

/** Values are their own descriptions, as those of the Python class that recorded the tables. */
interface Described {
  readonly name: string;
  readonly text?: string;
}

const values: TemplateValues<Described> = {
  positional: (index) => (index < 2 ? { name: `p${index}` } : undefined),
  keyword(name) {
    if (name === 'a') return { name: 'A' };
    throw new TextError('KeyError', `'${name}'`);
  },
  attribute: ({ name }, attribute) => ({ name: `(${name}.${attribute})` }),
  item: ({ name }, key) => ({ name: `(${name}[${typeof key === 'number' ? '#' : ''}${key}])` }),
  convert: ({ name }, conversion) => ({ name, text: `${conversion}<${name}>` }),
  format: ({ name, text }, spec) => text ?? `f<${name}|${spec}>`,
};

test.each([
  ['{} {}', 'f<p0|> f<p1|>'],
  ['{1}{0}', 'f<p1|>f<p0|>'],
  ['{a.b[c].d[3]}', 'f<((((A.b)[c]).d)[#3])|>'],
  ['{0!r}{0!s}', 'r<p0>s<p0>'],
  ['{{}}', '{}'],
  ['{0:>{1}}', 'f<p0|>f<p1|>>'],
  ['{:{}}', 'f<p0|f<p1|>>'],
  ['{}{0}', 'ValueError: cannot switch from automatic field numbering to manual field specification'],
  ['{0}{}', 'ValueError: cannot switch from manual field specification to automatic field numbering'],
  ['{', "ValueError: Single '{' encountered in format string"],
  ['}', "ValueError: Single '}' encountered in format string"],
  ['a}b', "ValueError: Single '}' encountered in format string"],
  ['{0', "ValueError: expected '}' before end of string"],
  ['{0[a}', "ValueError: expected '}' before end of string"],
  ['{0[}]}', 'f<(p0[}])|>'],
  ['{0.}', 'ValueError: Empty attribute in format string'],
  ['{0[]}', 'ValueError: Empty attribute in format string'],
  ['{0[a]b}', "ValueError: Only '.' or '[' may follow ']' in format field specifier"],
  ['{0!}', "ValueError: unmatched '{' in format spec"],
  ['{0!', 'ValueError: end of string while looking for conversion specifier'],
  ['{0!rx}', "ValueError: expected ':' after conversion specifier"],
  ['{0!x}', 'ValueError: Unknown conversion specifier x'],
  ['{0:{1:{a}}}', 'ValueError: Max string recursion exceeded'],
  ['{a{b}', "ValueError: unexpected '{' in field name"],
  ['{5}', 'IndexError: Replacement index 5 out of range for positional args tuple'],
  ['{zz}', "KeyError: 'zz'"],
  ['{0:{{}}}', 'f<p0|{}>'],
  ['{99999999999999999999}', 'ValueError: Too many decimal digits in format string'],
  ['{0!r:}', 'r<p0>'],
  ['{ 0}', "KeyError: ' 0'"],
  ['{0:}}}', 'f<p0|>}'],
] as const)('%j', (template, expected) => {
  expect(outcome(() => formatTemplate(template, values))).toBe(expected);
});

test.each([
  ['{} {}', 'f<p0|> f<p1|>'],
  ['{1}{0}', 'f<p1|>f<p0|>'],
  ['{a.b[c].d[3]}', 'f<((((A.b)[c]).d)[#3])|>'],
  ['{0!r}{0!s}', 'r<p0>s<p0>'],
  ['{{}}', '{}'],
  ['{0:>{1}}', 'f<p0|>f<p1|>>'],
  ['{:{}}', 'f<p0|f<p1|>>'],
  ['{}{0}', 'ValueError: cannot switch from automatic field numbering to manual field specification'],
  ['{0}{}', 'ValueError: cannot switch from manual field specification to automatic field numbering'],
  ['{', "ValueError: Single '{' encountered in format string"],
  ['}', "ValueError: Single '}' encountered in format string"],
  ['a}b', "ValueError: Single '}' encountered in format string"],
  ['{0', "ValueError: unmatched '{' in format"],
  ['{0[a}', "ValueError: Missing ']' in format string"],
  ['{0[}]}', "ValueError: Missing ']' in format string"],
  ['{0.}', 'ValueError: Empty attribute in format string'],
  ['{0[]}', 'ValueError: Empty attribute in format string'],
  ['{0[a]b}', "ValueError: Only '.' or '[' may follow ']' in format field specifier"],
  ['{0!}', 'ValueError: end of format while looking for conversion specifier'],
  ['{0!', "ValueError: unmatched '{' in format"],
  ['{0!rx}', "ValueError: expected ':' after format specifier"],
  ['{0!x}', 'ValueError: Unknown conversion specifier x'],
  ['{0:{1:{a}}}', 'ValueError: Max string recursion exceeded'],
  ['{a{b}', "ValueError: unmatched '{' in format"],
  ['{5}', 'IndexError: tuple index out of range'],
  ['{zz}', "KeyError: 'zz'"],
  ['{0:{{}}}', 'f<p0|{}>'],
  ['{99999999999999999999}', 'ValueError: Too many decimal digits in format string'],
  ['{0!r:}', 'r<p0>'],
  ['{ 0}', "KeyError: ' 0'"],
  ['{0:}}}', 'f<p0|>}'],
] as const)('Python 2: %j', (template, expected) => {
  expect(outcome(() => formatTemplate(template, values, 2))).toBe(expected);
});

test('a template is parsed into literals and fields, and ends with its error', () => {
  expect(parseTemplate('a{0.b!r:>{w}}{{c')).toEqual({
    pieces: [
      { literal: 'a', field: { name: '0.b', spec: '>{w}', conversion: 'r' } },
      { literal: '{', field: null },
      { literal: 'c', field: null },
    ],
    error: undefined,
  });
  expect(parseTemplate('{}}').error).toEqual(new TextError('ValueError', "Single '}' encountered in format string"));
});
