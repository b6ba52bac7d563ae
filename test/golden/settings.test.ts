import { expect, test } from 'vitest';
import { parseSettings, words } from '../../src/golden/settings.js';

test('without a header a case is for Python 3 and compared exactly', () => {
  expect(parseSettings('print(1)', 'main.py')).toEqual({
    pythons: [3],
    detect: false,
    order: 'exact',
    masks: [],
    stderr: undefined,
    startMethod: undefined,
    timeoutMs: undefined,
  });
});

test('reads the comment lines before the first statement, and only those', () => {
  const source = [
    '#!/usr/bin/env python',
    '# pymp: python=2,3 compare=unordered',
    '',
    '#pymp: mask=pid,time stderr=last-line timeout=2.5 start-method=spawn detect=yes',
    'x = 1',
    '# pymp: python=9',
  ].join('\r\n');
  expect(parseSettings(source, 'main.py')).toMatchObject({
    pythons: [2, 3],
    order: 'unordered',
    masks: [{ name: 'pid' }, { name: 'time' }],
    stderr: 'last-line',
    timeoutMs: 2500,
    startMethod: 'spawn',
    detect: true,
  });
});

test('custom patterns may hold blanks and may be repeated', () => {
  const { masks } = parseSettings('# pymp: mask-regex="took (.*) s" mask-regex=x+ pid-regex=w(\\d+)', 'main.py');
  expect(masks.map(({ name, pattern }) => [name, pattern?.source])).toEqual([
    ['regex', 'took (.*) s'],
    ['regex', 'x+'],
    ['pid', 'w(\\d+)'],
  ]);
});

test('case.json says the same with lists and numbers', () => {
  const json = '{"python": [2, 3], "mask": ["pid", "float"], "timeout": 5}';
  expect(parseSettings('x', 'main.py', json)).toMatchObject({
    pythons: [2, 3],
    masks: [{ name: 'pid' }, { name: 'float' }],
    timeoutMs: 5000,
  });
});

test.each([
  { header: '# pymp: python', json: undefined, message: 'main.py: "python" in a "# pymp:" line' },
  { header: '# pymp: pyhton=3', json: undefined, message: 'main.py: unknown setting "pyhton"' },
  { header: '# pymp: python=4', json: undefined, message: 'python=4 must be 2, 3 or 2,3' },
  { header: '# pymp: python=3,3', json: undefined, message: 'python=3,3 must be 2, 3 or 2,3' },
  { header: '# pymp: compare=sorted', json: undefined, message: 'compare=sorted must be one of exact, unordered' },
  { header: '# pymp: mask=pids', json: undefined, message: 'unknown mask "pids"' },
  { header: '# pymp: mask-regex=(', json: undefined, message: 'Invalid regular expression' },
  { header: '# pymp: timeout=soon', json: undefined, message: 'timeout=soon must be a number' },
  { header: '# pymp: timeout=-1', json: undefined, message: 'timeout=-1 must be a number' },
  { header: '# pymp: stderr=exact\n# pymp: stderr=none', json: undefined, message: '"stderr" is said twice' },
  { header: '# pymp: python=2', json: '{"python": 3}', message: '"python" is said twice' },
  { header: '', json: '{"python": ', message: 'case.json: not valid JSON' },
  { header: '', json: '[1]', message: 'case.json: expected an object' },
  { header: '', json: '{"mask": {}}', message: '"mask" must be a string' },
])('refuses $header $json', ({ header, json, message }) => {
  expect(() => parseSettings(header, 'main.py', json)).toThrow(message);
});

test('words keeps quoted blanks', () => {
  expect(words(' a "b c" d="e f" ')).toEqual(['a', 'b c', 'd=e f']);
});
