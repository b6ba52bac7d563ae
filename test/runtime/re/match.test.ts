import { describe, expect, test } from 'vitest';
import type { MatchResult, Pattern } from '../../../src/runtime/re/index.js';
import { compilePattern } from '../../../src/runtime/re/index.js';

/** Offsets in code points, as Python counts them. */
function spans(match: MatchResult | null, pattern: Pattern, text: string): number[][] | null {
  const count = (offset: number) => (offset < 0 ? -1 : [...text.slice(0, offset)].length);
  if (match === null) return null;
  return Array.from({ length: pattern.groups + 1 }, (_, i) => [count(match.startOf(i)), count(match.endOf(i))]);
}

/** pattern, text, span of each group in the first match, lastindex. */
const searches: [string, string, number[][] | null, number | null][] = [
  [
    '(a*)*',
    'b',
    [
      [0, 0],
      [0, 0],
    ],
    1,
  ],
  [
    '(a*)+',
    'b',
    [
      [0, 0],
      [0, 0],
    ],
    1,
  ],
  [
    '(?:(a)|b)*',
    'ab',
    [
      [0, 2],
      [0, 1],
    ],
    1,
  ],
  [
    '(?:(a)|(b))*',
    'aba',
    [
      [0, 3],
      [2, 3],
      [1, 2],
    ],
    1,
  ],
  [
    '(a|b)*',
    'abab',
    [
      [0, 4],
      [3, 4],
    ],
    1,
  ],
  [
    '(?:(a)|b)*?$',
    'ab',
    [
      [0, 2],
      [0, 1],
    ],
    1,
  ],
  ['(a)?\\1b', 'b', null, null],
  [
    '(a)?(?(1)b|c)',
    'ab',
    [
      [0, 2],
      [0, 1],
    ],
    1,
  ],
  [
    '(a)?(?(1)b|c)',
    'c',
    [
      [0, 1],
      [-1, -1],
    ],
    null,
  ],
  ['(?>a*)a', 'aaa', null, null],
  ['a*+a', 'aaa', null, null],
  ['a++b', 'aab', [[0, 3]], null],
  ['(?:a|ab){2}+', 'abab', null, null],
  ['(?<=ab)c', 'abc', [[2, 3]], null],
  ['(?<!ab)c', 'abc', null, null],
  ['(?<=(?:a|b)c)d', 'bcd', [[2, 3]], null],
  [
    '(?=(a+))a*b\\1',
    'aaba',
    [
      [1, 4],
      [1, 2],
    ],
    1,
  ],
  [
    '(?!(a)b)a',
    'ac',
    [
      [0, 1],
      [-1, -1],
    ],
    null,
  ],
  ['^a$', 'a\n', [[0, 1]], null],
  ['^a\\Z', 'a\n', null, null],
  ['(?m)^b$', 'a\nb\nc', [[2, 3]], null],
  ['a.c', 'a\nc', null, null],
  ['(?s)a.c', 'a\nc', [[0, 3]], null],
  ['\\bfoo\\b', 'a foo.', [[2, 5]], null],
  ['\\Bo', 'foo', [[1, 2]], null],
  ['\\B', '', null, null],
  ['\\b', '', null, null],
  ['(?i)straße', 'STRAßE', [[0, 6]], null],
  ['(?i)k+', 'kKK', [[0, 3]], null],
  ['(?i)[s]', 'ſ', [[0, 1]], null],
  [
    '(?i)(a)\\1',
    'aA',
    [
      [0, 2],
      [0, 1],
    ],
    1,
  ],
  ['(?a)\\w+', 'aéb', [[0, 1]], null],
  ['\\w+', 'naïve Ünïcödé', [[0, 5]], null],
  ['\\d+', '٣４5', [[0, 3]], null],
  ['\\s+', '\x1c ', [[0, 3]], null],
  ['.', '😀', [[0, 1]], null],
  ['[😀-🙏]+', 'x😀😁', [[1, 3]], null],
  ['(?<=.)b', '😀b', [[1, 2]], null],
  [
    '^(.)(.)$',
    '😀é',
    [
      [0, 2],
      [0, 1],
      [1, 2],
    ],
    2,
  ],
  ['(?:a{,2}b){2,}?c', 'aabbabc', [[0, 7]], null],
  [
    '(x)|(y)|(z)',
    'z',
    [
      [0, 1],
      [-1, -1],
      [-1, -1],
      [0, 1],
    ],
    3,
  ],
  [
    '((a)(b))c',
    'abc',
    [
      [0, 3],
      [0, 2],
      [0, 1],
      [1, 2],
    ],
    1,
  ],
  [
    '(?P<x>a)(?P<y>b)?',
    'a',
    [
      [0, 1],
      [0, 1],
      [-1, -1],
    ],
    1,
  ],
  [
    '(a(b)?)+',
    'aba',
    [
      [0, 3],
      [2, 3],
      [1, 2],
    ],
    1,
  ],
  ['(?i:A)b', 'ab', [[0, 2]], null],
  ['(?i:A)b', 'aB', null, null],
  ['(?-i:a)', 'a', [[0, 1]], null],
  [
    '()|a',
    'a',
    [
      [0, 0],
      [0, 0],
    ],
    1,
  ],
  [
    '(a?)*?b',
    'aab',
    [
      [0, 3],
      [1, 2],
    ],
    1,
  ],
  ['(?:)*', 'a', [[0, 0]], null],
  ['\\x41\\101\\u0041\\n', 'AAA\n', [[0, 4]], null],
  ['[]a]+', ']a', [[0, 2]], null],
  ['[^]a]+', 'b]', [[0, 1]], null],
  ['a{2', 'a{2', [[0, 3]], null],
  ['a{,x}', 'a{,x}', [[0, 5]], null],
  ['x{}', 'x{}', [[0, 3]], null],
  ['(?x) a b # c\n d', 'abd', [[0, 3]], null],
  ['(?#note)a', 'a', [[0, 1]], null],
  [
    '(a)(?=b)(?!c)b',
    'ab',
    [
      [0, 2],
      [0, 1],
    ],
    1,
  ],
  [
    '(?:(\\w)\\w)+',
    'abcd',
    [
      [0, 4],
      [2, 3],
    ],
    1,
  ],
  ['[\\w-]+', 'a-b', [[0, 3]], null],
  ['(?i)[^a-c]+', 'ABCD', [[3, 4]], null],
  ['a|ab|abc', 'abc', [[0, 1]], null],
  [
    '(?:a|ab)(?:c|bcd)(d*)',
    'abcd',
    [
      [0, 4],
      [4, 4],
    ],
    1,
  ],
  ['\\0\\01', '\x00\x01', [[0, 2]], null],
  [
    '(\\d+)-(?P<k>\\w+)$',
    '12-ab',
    [
      [0, 5],
      [0, 2],
      [3, 5],
    ],
    2,
  ],
];

describe.each(['auto', 'own'] as const)('engine %s', (engine) => {
  test.each(searches)('%j in %j', (source, text, expected, lastIndex) => {
    const pattern = compilePattern(source, 0, { engine });
    const match = pattern.search(text);
    expect(spans(match, pattern, text)).toEqual(expected);
    expect(match?.lastIndex ?? null).toBe(lastIndex);
  });

  test.each([
    { mode: 'match', source: 'a|ab', text: 'abc', pos: 0, end: 3, span: [0, 1] },
    { mode: 'fullmatch', source: 'a|ab', text: 'ab', pos: 0, end: 2, span: [0, 2] },
    { mode: 'fullmatch', source: 'a|ab', text: 'abc', pos: 0, end: 2, span: [0, 2] },
    { mode: 'search', source: '^b', text: 'ab', pos: 1, end: 2, span: null },
    { mode: 'search', source: '(?<=a)b', text: 'ab', pos: 1, end: 2, span: [1, 2] },
    { mode: 'search', source: 'b$', text: 'abc', pos: 0, end: 2, span: [1, 2] },
    { mode: 'search', source: '', text: 'abc', pos: 2, end: 1, span: null },
    { mode: 'match', source: '', text: 'abc', pos: 2, end: 1, span: [2, 2] },
  ] as const)('$mode $source in $text from $pos to $end', ({ mode, source, text, pos, end, span }) => {
    const match = compilePattern(source, 0, { engine })[mode](text, pos, end);
    expect(match && [match.start, match.end]).toEqual(span);
  });

  test.each([
    ['(a|b)*', 399_999],
    ['(?:(a)|b)*$', 399_998],
    ['(?:(a)|b|cd)*?$', 399_998],
    ['((a)|b){2,}?$', 399_999],
  ])('%j over 400 000 characters', (source, start) => {
    const match = compilePattern(source, 0, { engine }).match('ab'.repeat(200_000))!;
    expect([match.end, match.startOf(1)]).toEqual([400_000, start]);
  });
});

test('what V8 cannot do for lack of stack is done by the own engine', () => {
  expect(compilePattern('(?:a|bc|b)*').match('ab'.repeat(6_000_000))!.end).toBe(12_000_000);
});

describe('the two engines agree', () => {
  const atoms = [
    'a',
    '[^a]',
    '\\w',
    '.',
    '(a)',
    '(b|ab)',
    '(?:a|b)',
    '\\b',
    '(?=b)',
    '(?<!a)',
    '(?>a|ab)',
    '\\s',
    '^',
    '$',
  ];
  const quantifiers = ['', '*', '+?', '{1,2}', '?+'];
  const items = atoms.flatMap((atom) =>
    quantifiers.map((quantifier) => (/^[$^]|b$/.test(atom) ? atom : atom + quantifier)),
  );
  const texts = ['', 'ab', 'aab b', 'b\na', 'é aab', '\u4e2dab', '\u{1f600}ba'];

  test.each([0, 2, 8, 16, 256])('with flags %i', (flags) => {
    let native = 0;
    for (const first of items) {
      for (const second of ['(b)', '\\W', 'b*', '|a']) {
        const source = first + second;
        const auto = compilePattern(source, flags);
        if (!auto.isNative) continue;
        native += 1;
        const own = compilePattern(source, flags, { engine: 'own' });
        for (const text of texts) {
          const all = (pattern: Pattern) => [...pattern.scan(text)].map((m) => [spans(m, pattern, text), m.lastIndex]);
          expect(all(auto), `${source} in ${JSON.stringify(text)}`).toEqual(all(own));
          expect(spans(auto.fullmatch(text), auto, text)).toEqual(spans(own.fullmatch(text), own, text));
        }
      }
    }
    expect(native).toBeGreaterThan(200);
  });
});
