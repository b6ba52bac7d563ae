import { expect, test } from 'vitest';
import {
  compilePattern,
  escapePattern,
  expandTemplate,
  parseTemplate,
  substitute,
} from '../../../src/runtime/re/index.js';

type Row = [template: string, outcome: { text: string } | { error: string }];

/** What `re.sub('(?P<x>a)(?P<y>b)?', template, 'a-ab')` does. */
function apply(template: string, dialect: 2 | 3): { text: string } | { error: string } {
  const pattern = compilePattern('(?P<x>a)(?P<y>b)?', 0, { dialect, isBytes: dialect === 2 });
  try {
    const parsed = parseTemplate(template, pattern);
    return { text: substitute(pattern, 'a-ab', (match) => expandTemplate(parsed, match, pattern)).text };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

test.each<Row>([
  ['\\1', { text: 'a-a' }],
  ['\\2', { text: '-b' }],
  ['\\g<1>', { text: 'a-a' }],
  ['\\g<x>', { text: 'a-a' }],
  ['\\g<y>', { text: '-b' }],
  ['\\g<0>!', { text: 'a!-ab!' }],
  ['\\n\\t\\\\', { text: '\n\x09\\-\n\x09\\' }],
  ['\\q', { error: 'bad escape \\q at position 0' }],
  ['\\3', { error: 'invalid group reference 3 at position 1' }],
  ['\\g', { error: 'missing < at position 2' }],
  ['\\g<', { error: 'missing group name at position 3' }],
  ['\\g<1', { error: 'missing >, unterminated name at position 3' }],
  ['\\g<>', { error: 'missing group name at position 3' }],
  ['\\g<-1>', { error: "bad character in group name '-1' at position 3" }],
  ['\\g<a b>', { error: "bad character in group name 'a b' at position 3" }],
  ['\\0', { text: '\x00-\x00' }],
  ['\\012', { text: '\n-\n' }],
  ['\\100', { text: '@-@' }],
  ['\\400', { error: 'octal escape value \\400 outside of range 0-0o377 at position 0' }],
  ['\\08', { text: '\x008-\x008' }],
  ['\\.', { text: '\\.-\\.' }],
  ['\\', { error: 'bad escape (end of pattern) at position 0' }],
  ['\\g<nope>', { error: "unknown group name 'nope'" }],
  ['\\10', { error: 'invalid group reference 10 at position 1' }],
  ['é\\1', { text: 'éa-éa' }],
  ['\\g<9999999999>', { error: 'invalid group reference 9999999999 at position 3' }],
])('Python 3: %j', (template, outcome) => {
  expect(apply(template, 3)).toEqual(outcome);
});

test.each<Row>([
  ['\\1', { text: 'a-a' }],
  ['\\2', { error: 'unmatched group' }],
  ['\\g<x>', { text: 'a-a' }],
  ['\\g<y>', { error: 'unmatched group' }],
  ['\\q', { text: '\\q-\\q' }],
  ['\\3', { error: 'invalid group reference' }],
  ['\\g', { error: 'missing group name' }],
  ['\\g<', { error: 'unterminated group name' }],
  ['\\g<>', { error: 'missing group name' }],
  ['\\g<-1>', { error: 'negative group number' }],
  ['\\g<a b>', { error: 'bad character in group name' }],
  ['\\g<nope>', { error: "unknown group name: 'nope'" }],
  ['\\400', { text: '\x00-\x00' }],
  ['\\', { error: 'bogus escape (end of line)' }],
])('Python 2: %j', (template, outcome) => {
  expect(apply(template, 2)).toEqual(outcome);
});

test.each([
  { text: 'a.b-c d\n_é#~&', dialect: 3, escaped: 'a\\.b\\-c\\ d\\\n_é\\#\\~\\&' },
  { text: 'a.b_\0é', dialect: 2, escaped: 'a\\.b\\_\\000\\é' },
] as const)('escape $text for Python $dialect', ({ text, dialect, escaped }) => {
  expect(escapePattern(text, dialect)).toBe(escaped);
});
