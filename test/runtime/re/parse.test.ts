import { describe, expect, test } from 'vitest';
import { compilePattern, PatternError, ReValueError } from '../../../src/runtime/re/index.js';

const NAMES: Readonly<Record<string, number>> = { 'EM DASH': 0x2014 };
const lookupName = (name: string) => NAMES[name.toUpperCase()] ?? null;

/** pattern, str() of the error, its position (or the class, where that is not PatternError). */
const errors: [string, string, number | string | null][] = [
  ['(', 'missing ), unterminated subpattern at position 0', 0],
  [')', 'unbalanced parenthesis at position 0', 0],
  ['(?:a', 'missing ), unterminated subpattern at position 0', 0],
  ['(?P<a>x', 'missing ), unterminated subpattern at position 0', 0],
  ['(?P<a>x)(?P<a>y)', "redefinition of group name 'a' as group 2; was group 1 at position 12", 12],
  ['(?P<1a>x)', "bad character in group name '1a' at position 4", 4],
  ['(?P<>x)', 'missing group name at position 4', 4],
  ['(?P<a', 'missing >, unterminated name at position 4', 4],
  ['(?P=a)', "unknown group name 'a' at position 4", 4],
  ['(?P=a', 'missing ), unterminated name at position 4', 4],
  ['(?P=1)', "bad character in group name '1' at position 4", 4],
  ['(?P<a>(?P=a))', 'cannot refer to an open group at position 10', 10],
  ['(?Pz', 'unknown extension ?Pz at position 1', 1],
  ['(?P', 'unexpected end of pattern at position 3', 3],
  ['(?', 'unexpected end of pattern at position 2', 2],
  ['(?z)', 'unknown extension ?z at position 1', 1],
  ['(?#', 'missing ), unterminated comment at position 0', 0],
  ['(?<x)', 'unknown extension ?<x at position 1', 1],
  ['(?<', 'unexpected end of pattern at position 3', 3],
  ['(?(1)a|b|c)', 'conditional backref with more than two branches at position 8', 8],
  ['(?(0)a)', 'bad group number at position 3', 3],
  ['(?(2)a)', 'invalid group reference 2 at position 3', 3],
  ['(?(a)b)', "unknown group name 'a' at position 3", 3],
  ['(?(1', 'missing ), unterminated name at position 3', 3],
  ['(?()a)', 'missing group name at position 3', 3],
  ['(?(9999999999)a)', 'invalid group reference 9999999999 at position 3', 3],
  ['a**', 'multiple repeat at position 2', 2],
  ['a*?*', 'multiple repeat at position 3', 3],
  ['a++*', 'multiple repeat at position 3', 3],
  ['*', 'nothing to repeat at position 0', 0],
  ['a|*', 'nothing to repeat at position 2', 2],
  ['(*a)', 'nothing to repeat at position 1', 1],
  ['^*', 'nothing to repeat at position 1', 1],
  ['a{2,1}', 'min repeat greater than max repeat at position 2', 2],
  ['a{2}{3}', 'multiple repeat at position 4', 4],
  ['a{4294967295}', 'the repetition number is too large', 'OverflowError'],
  ['[a', 'unterminated character set at position 0', 0],
  ['[', 'unterminated character set at position 0', 0],
  ['[]', 'unterminated character set at position 0', 0],
  ['[^]', 'unterminated character set at position 0', 0],
  ['[b-a]', 'bad character range b-a at position 1', 1],
  ['[\\d-z]', 'bad character range \\d-z at position 1', 1],
  ['[a-\\d]', 'bad character range a-\\d at position 1', 1],
  ['\\', 'bad escape (end of pattern) at position 0', 0],
  ['\\q', 'bad escape \\q at position 0', 0],
  ['[\\q]', 'bad escape \\q at position 1', 1],
  ['\\x4', 'incomplete escape \\x4 at position 0', 0],
  ['\\x', 'incomplete escape \\x at position 0', 0],
  ['[\\x4]', 'incomplete escape \\x4 at position 1', 1],
  ['\\u12', 'incomplete escape \\u12 at position 0', 0],
  ['\\U0010fff', 'incomplete escape \\U0010fff at position 0', 0],
  ['\\U00110000', 'bad escape \\U00110000 at position 0', 0],
  ['\\N', 'missing { at position 2', 2],
  ['\\N{', 'missing character name at position 3', 3],
  ['\\N{}', 'missing character name at position 3', 3],
  ['\\N{nope}', "undefined character name 'nope' at position 0", 0],
  ['\\N{x', 'missing }, unterminated name at position 3', 3],
  ['\\1', 'invalid group reference 1 at position 1', 1],
  ['(a)\\2', 'invalid group reference 2 at position 4', 4],
  ['(a\\1)', 'cannot refer to an open group at position 2', 2],
  ['\\8', 'invalid group reference 8 at position 1', 1],
  ['[\\8]', 'bad escape \\8 at position 1', 1],
  ['\\400', 'octal escape value \\400 outside of range 0-0o377 at position 0', 0],
  ['[\\400]', 'octal escape value \\400 outside of range 0-0o377 at position 1', 1],
  ['(?<=a*)', 'look-behind requires fixed-width pattern', null],
  ['(?<=a|bc)', 'look-behind requires fixed-width pattern', null],
  ['(?<=(a)\\1)', 'cannot refer to group defined in the same lookbehind subpattern at position 9', 9],
  ['(?<!a+)', 'look-behind requires fixed-width pattern', null],
  ['(?i-i:a)', 'bad inline flags: flag turned on and off at position 5', 5],
  ['(?-', 'missing flag at position 3', 3],
  ['(?-i', 'missing : at position 4', 4],
  ['(?-i)', 'missing : at position 4', 4],
  ['(?-z:a)', 'unknown flag at position 3', 3],
  ['(?i', 'missing -, : or ) at position 3', 3],
  ['(?iz)', 'unknown flag at position 3', 3],
  ['(?i1)', 'missing -, : or ) at position 3', 3],
  ['(?L)', "bad inline flags: cannot use 'L' flag with a str pattern at position 3", 3],
  ['(?au)', "bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4", 4],
  ['(?-a:b)', "bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4", 4],
  ['a(?i)b', 'global flags not at the start of the expression at position 1', 1],
  ['(?i-:a)', 'missing flag at position 4', 4],
  ['(?a-u:b)', "bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 5", 5],
  ['(?s-a:b)', "bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 5", 5],
  ['(?P<é>a)(?P<é>b)', "redefinition of group name 'é' as group 2; was group 1 at position 12", 12],
  ['(?>a', 'missing ), unterminated subpattern at position 0', 0],
  ['a\n(b', 'missing ), unterminated subpattern at position 2 (line 2, column 1)', 2],
  ['a\nbc**', 'multiple repeat at position 5 (line 2, column 4)', 5],
  ['(?x) a #(\n *)', 'unbalanced parenthesis at position 12 (line 2, column 3)', 12],
  ['(?P<a b>x)', "bad character in group name 'a b' at position 4", 4],
];

test.each(errors)('%j is refused', (pattern, message, place) => {
  let thrown: unknown;
  try {
    compilePattern(pattern, 0, { lookupName });
  } catch (error) {
    thrown = error;
  }
  if (thrown instanceof ReValueError) expect([thrown.message, thrown.kind]).toEqual([message, place]);
  else expect([(thrown as PatternError).message, (thrown as PatternError).pos]).toEqual([message, place]);
});

test('lines and columns count from 1', () => {
  const error = new PatternError('x', 'a\nbc', 3);
  expect([error.lineno, error.colno]).toEqual([2, 2]);
});

test.each<[string, string[]]>([
  ['[[a]', ['Possible nested set at position 1']],
  ['[a[]', []],
  ['[a-c--b]', ['Possible set difference at position 4']],
  ['[a&&b]', ['Possible set intersection at position 2']],
  ['[a||b]', ['Possible set union at position 2']],
  ['[a~~b]', ['Possible set symmetric difference at position 2']],
  ['[--a]', []],
  ['[&&]', []],
  ['[[:alpha:]]', ['Possible nested set at position 1']],
])('%j warns', (pattern, messages) => {
  expect(compilePattern(pattern).warnings.map((warning) => warning.message)).toEqual(messages);
});

describe('flags', () => {
  test.each([
    { pattern: 'a', flags: 0, isBytes: false, result: 32 },
    { pattern: '(?im)a', flags: 16, isBytes: false, result: 58 },
    { pattern: '(?a)a', flags: 0, isBytes: false, result: 256 },
    { pattern: 'a', flags: 2, isBytes: true, result: 2 },
    { pattern: '(?L)a', flags: 0, isBytes: true, result: 4 },
  ])('of $pattern with $flags', ({ pattern, flags, isBytes, result }) => {
    expect(compilePattern(pattern, flags, { isBytes }).flags).toBe(result);
  });

  test.each([
    { flags: 4, isBytes: false, message: 'cannot use LOCALE flag with a str pattern' },
    { flags: 288, isBytes: false, message: 'ASCII and UNICODE flags are incompatible' },
    { flags: 32, isBytes: true, message: 'cannot use UNICODE flag with a bytes pattern' },
    { flags: 260, isBytes: true, message: 'ASCII and LOCALE flags are incompatible' },
  ])('$flags are refused', ({ flags, isBytes, message }) => {
    expect(() => compilePattern('a', flags, { isBytes })).toThrow(message);
  });
});

test('a named character is looked up', () => {
  expect(compilePattern('\\N{EM DASH}', 0, { lookupName }).match('\u2014')?.end).toBe(1);
});
