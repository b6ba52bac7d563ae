import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/runtime/re/index.js';

test.each<[string, string]>([
  ['(', 'unbalanced parenthesis'],
  [')', 'unbalanced parenthesis'],
  ['a**', 'multiple repeat'],
  ['*', 'nothing to repeat'],
  ['a{2,1}', 'bad repeat interval'],
  ['[a', 'unexpected end of regular expression'],
  ['[b-a]', 'bad character range'],
  ['\\x4', "bogus escape: '\\\\x4'"],
  ['[\\x4]', "bogus escape: '\\\\4'"],
  ['\\8', "bogus escape: '\\\\8'"],
  ['(a)\\2', "bogus escape: '\\\\2'"],
  ['(a\\1)', 'cannot refer to open group'],
  ['(?P<1>a)', "bad character in group name '1'"],
  ['(?P<>a)', 'missing group name'],
  ['(?P<a', 'unterminated name'],
  ['(?P=z)', "unknown group name: 'z'"],
  ['(?P=1)', "bad character in backref group name '1'"],
  ['(?Pz', 'unknown specifier: ?Pz'],
  ['(?z)', 'unexpected end of pattern'],
  ['(?', 'unexpected end of pattern'],
  ['(?i', 'unexpected end of pattern'],
  ['(?iz)', 'unknown extension'],
  ['(?<x)', 'syntax error'],
  ['(?#', 'unbalanced parenthesis'],
  ['(?(1)a|b|c)', 'conditional backref with more than two branches'],
  ['(?(z)a)', "unknown group name: 'z'"],
  ['(?(-)a)', 'bad character in group name'],
  ['(?(200)a)', 'invalid SRE code'],
  ['(?<=a*)', 'look-behind requires fixed-width pattern'],
  ['(?P<a>x)(?P<a>y)', "redefinition of group name 'a' as group 2; was group 1"],
  ['a{4294967295}', 'the repetition number is too large'],
  ['(?t)a*', 'internal: unsupported template operator'],
  ['\\', 'bogus escape (end of line)'],
  ['(?:a', 'unbalanced parenthesis'],
])('%j is refused by Python 2.7', (pattern, message) => {
  let thrown: unknown;
  try {
    compilePattern(pattern, 0, { dialect: 2, isBytes: true });
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error).message).toBe(message);
});

test('a reference inside a lookbehind warns', () => {
  const { warnings } = compilePattern('(a)(?<=\\1)', 0, { dialect: 2 });
  expect(warnings).toEqual([
    { category: 'RuntimeWarning', message: 'group references in lookbehind assertions are not supported' },
  ]);
});
