import { expect, test } from 'vitest';
import type { MatchResult } from '../../../src/runtime/re/index.js';
import { compilePattern, splitText, substitute } from '../../../src/runtime/re/index.js';

type Row = [pattern: string, text: string, spans: number[][], split: (string | undefined)[], sub: string];

function walk(source: string, text: string, dialect: 2 | 3): [number[][], (string | undefined)[], string] {
  const pattern = compilePattern(source, 0, { dialect, isBytes: dialect === 2 });
  const count = (offset: number) => [...text.slice(0, offset)].length;
  const spans = [...pattern.scan(text)].map((match) => [count(match.start), count(match.end)]);
  const bracketed = (match: MatchResult) => `<${match.group(0)}>`;
  return [spans, splitText(pattern, text), substitute(pattern, text, bracketed).text];
}

test.each<Row>([
  [
    'x*',
    'axbc',
    [
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 3],
      [4, 4],
    ],
    ['', 'a', '', 'b', 'c', ''],
    '<>a<x><>b<>c<>',
  ],
  [
    '',
    'abc',
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    ['', 'a', 'b', 'c', ''],
    '<>a<>b<>c<>',
  ],
  [
    'a|',
    'aab',
    [
      [0, 1],
      [1, 2],
      [2, 2],
      [3, 3],
    ],
    ['', '', '', 'b', ''],
    '<a><a><>b<>',
  ],
  [
    '\\b',
    'ab cd',
    [
      [0, 0],
      [2, 2],
      [3, 3],
      [5, 5],
    ],
    ['', 'ab', ' ', 'cd', ''],
    '<>ab<> <>cd<>',
  ],
  [
    '(?=a)|b',
    'ab',
    [
      [0, 0],
      [1, 2],
    ],
    ['', 'a', ''],
    '<>a<b>',
  ],
  ['^', 'a\nb', [[0, 0]], ['', 'a\nb'], '<>a\nb'],
  [
    '(?m)^',
    'a\nb\n',
    [
      [0, 0],
      [2, 2],
      [4, 4],
    ],
    ['', 'a\n', 'b\n', ''],
    '<>a\n<>b\n<>',
  ],
  [
    '\\w*?',
    'ab',
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 2],
    ],
    ['', '', '', '', '', ''],
    '<><a><><b><>',
  ],
  [
    '(-)|(,)',
    'a-b,c',
    [
      [1, 2],
      [3, 4],
    ],
    ['a', '-', undefined, 'b', undefined, ',', 'c'],
    'a<->b<,>c',
  ],
  [
    '\\s*',
    'a b  c',
    [
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 5],
      [5, 5],
      [6, 6],
    ],
    ['', 'a', '', 'b', '', 'c', ''],
    '<>a< ><>b<  ><>c<>',
  ],
  [
    '$',
    'a\n',
    [
      [1, 1],
      [2, 2],
    ],
    ['a', '\n', ''],
    'a<>\n<>',
  ],
  [
    '.',
    '😀a',
    [
      [0, 1],
      [1, 2],
    ],
    ['', '', ''],
    '<😀><a>',
  ],
])('Python 3: %j over %j', (pattern, text, ...expected) => {
  expect(walk(pattern, text, 3)).toEqual(expected);
});

test.each<Row>([
  ['\\q\\y', 'qy', [[0, 2]], ['', ''], '<qy>'],
  ['a(?i)B', 'Ab', [[0, 2]], ['', ''], '<Ab>'],
  ['a b(?x)', 'ab', [[0, 2]], ['', ''], '<ab>'],
  ['\\w', '\xe9', [], ['\xe9'], '\xe9'],
  ['(?u)\\w', '\xe9', [[0, 1]], ['', ''], '<\xe9>'],
  ['(?L)\\w', '\xe9', [], ['\xe9'], '\xe9'],
  ['\\x41\\400', 'A\x00', [[0, 2]], ['', ''], '<A\x00>'],
  ['\\N\\u0041', 'Nu0041', [[0, 6]], ['', ''], '<Nu0041>'],
  [
    'x*',
    'axbc',
    [
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 3],
      [4, 4],
    ],
    ['a', 'bc'],
    '<>a<x>b<>c<>',
  ],
  [
    '',
    'abc',
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    ['abc'],
    '<>a<>b<>c<>',
  ],
  [
    '\\b',
    'ab cd',
    [
      [0, 0],
      [2, 2],
      [3, 3],
      [5, 5],
    ],
    ['ab cd'],
    '<>ab<> <>cd<>',
  ],
  [
    '(-)|(,)',
    'a-b,c',
    [
      [1, 2],
      [3, 4],
    ],
    ['a', '-', undefined, 'b', undefined, ',', 'c'],
    'a<->b<,>c',
  ],
  [
    'a*',
    'baac',
    [
      [0, 0],
      [1, 3],
      [3, 3],
      [4, 4],
    ],
    ['b', 'c'],
    '<>b<aa>c<>',
  ],
  ['(?(0)a|b)', 'b', [[0, 1]], ['', ''], '<b>'],
])('Python 2: %j over %j', (pattern, text, ...expected) => {
  expect(walk(pattern, text, 2)).toEqual(expected);
});

test('limits', () => {
  const pattern = compilePattern('-');
  expect(splitText(pattern, 'a-b-c', 1)).toEqual(['a', 'b-c']);
  expect(substitute(pattern, 'a-b-c', () => '+', 1)).toEqual({ text: 'a+b-c', count: 1 });
});

test('a scanner in match mode stops at the first gap', () => {
  const scanner = compilePattern('a').scan('aaba');
  const ends = [];
  for (let match = scanner.next('match'); match !== null; match = scanner.next('match')) ends.push(match.end);
  expect(ends).toEqual([1, 2]);
});
