import { describe, expect, test } from 'vitest';
import { compareLastLines, compareTexts } from '../../src/golden/compare.js';
import { applyMasks, type Mask, type MaskName } from '../../src/golden/masks.js';

const masks = (...names: MaskName[]): Mask[] => names.map((name) => ({ name }));
const pidsBy = (pattern: string): Mask[] => [{ name: 'pid', pattern: new RegExp(pattern, 'gdm') }];

describe('compareTexts', () => {
  test.each([
    { case: 'equal texts', expected: 'a\nb\n', actual: 'a\nb\n', same: true, onlyOrder: false },
    { case: 'another order', expected: 'a\nb\n', actual: 'b\na\n', same: false, onlyOrder: true },
    { case: 'a missing newline', expected: 'a\n', actual: 'a', same: false, onlyOrder: false },
    { case: 'a line too many', expected: 'a\n', actual: 'a\na\n', same: false, onlyOrder: false },
    { case: 'nothing at all', expected: '', actual: '', same: true, onlyOrder: false },
    { case: 'nothing instead of an empty line', expected: '\n', actual: '', same: false, onlyOrder: false },
  ])('exact: $case', ({ expected, actual, same, onlyOrder }) => {
    const result = compareTexts(expected, actual, 'exact', []);
    expect(result).toMatchObject({ same, onlyOrderDiffers: onlyOrder });
    expect(result.diff.length > 0).toBe(!same);
  });

  test.each([
    { expected: 'a\nb\nb\n', actual: 'b\na\nb\n', same: true },
    { expected: 'a\nb\nb\n', actual: 'b\na\na\n', same: false },
    { expected: 'a\nb\n', actual: 'b\na', same: false },
    { expected: 'a\nb', actual: 'b\na', same: true },
  ])('unordered: $expected and $actual', ({ expected, actual, same }) => {
    expect(compareTexts(expected, actual, 'unordered', []).same).toBe(same);
  });

  test('the diff shows the missing newline', () => {
    expect(compareTexts('a\n', 'a', 'exact', []).diff).toEqual(['-a', '+a␤ (no newline at the end)']);
  });
});

describe('pids', () => {
  test.each([
    { case: 'other numbers', expected: 'pid 1\npid 2\npid 1\n', actual: 'pid 30\npid 7\npid 30\n', same: true },
    { case: 'one pid instead of two', expected: 'pid 1\npid 2\n', actual: 'pid 5\npid 5\n', same: false },
    { case: 'two pids instead of one', expected: 'pid 1\npid 1\n', actual: 'pid 5\npid 6\n', same: false },
    {
      case: 'parents swapped',
      expected: 'pid 1 ppid 2\npid 3 ppid 1\n',
      actual: 'pid 1 ppid 2\npid 3 ppid 2\n',
      same: false,
    },
  ])('in order: $case', ({ expected, actual, same }) => {
    expect(compareTexts(expected, actual, 'exact', masks('pid')).same).toBe(same);
  });

  test.each([
    {
      case: 'workers in another order',
      expected: 'main pid 1\nw pid 2 ppid 1\nw pid 3 ppid 1\n',
      actual: 'w pid 50 ppid 9\nmain pid 9\nw pid 40 ppid 9\n',
      same: true,
    },
    {
      case: 'a worker whose parent is a worker',
      expected: 'main pid 1\nw pid 2 ppid 1\nw pid 3 ppid 1\n',
      actual: 'main pid 1\nw pid 2 ppid 1\nw pid 3 ppid 2\n',
      same: false,
    },
    {
      case: 'tasks 2 and 1 against 1 and 2: only the names of the workers differ',
      expected: 'task pid 5\ntask pid 5\ntask pid 6\n',
      actual: 'task pid 6\ntask pid 6\ntask pid 5\n',
      same: true,
    },
    {
      case: 'tasks 3 and 0 against 2 and 1',
      expected: 'task pid 5\ntask pid 5\ntask pid 5\n',
      actual: 'task pid 6\ntask pid 6\ntask pid 5\n',
      same: false,
    },
    {
      case: 'a ring of four, in any order',
      expected: 'pid 1 to pid 2\npid 2 to pid 3\npid 3 to pid 4\npid 4 to pid 1\n',
      actual: 'pid 8 to pid 6\npid 7 to pid 8\npid 6 to pid 5\npid 5 to pid 7\n',
      same: true,
    },
    {
      case: 'two rings of two instead of one of four',
      expected: 'pid 1 to pid 2\npid 2 to pid 3\npid 3 to pid 4\npid 4 to pid 1\n',
      actual: 'pid 1 to pid 2\npid 2 to pid 1\npid 3 to pid 4\npid 4 to pid 3\n',
      same: false,
    },
  ])('in any order: $case', ({ expected, actual, same }) => {
    expect(compareTexts(expected, actual, 'unordered', masks('pid')).same).toBe(same);
  });

  test('a pattern of the case finds pids in other places', () => {
    const mask = pidsBy('\\[(\\d+)\\]');
    expect(compareTexts('[12] a\n[13] b\n', '[7] a\n[8] b\n', 'exact', mask).same).toBe(true);
    expect(compareTexts('[12] a\n[13] b\n', '[7] a\n[7] b\n', 'exact', mask).same).toBe(false);
  });

  test('any-pid forgets which pid it was', () => {
    expect(compareTexts('pid 1\npid 2\n', 'pid 5\npid 5\n', 'exact', masks('any-pid')).same).toBe(true);
  });
});

describe('applyMasks', () => {
  test.each([
    { names: ['float'], text: 'took 1.25 s, 3e-05, 7', masked: 'took <float> s, <float>, 7' },
    { names: ['number'], text: 'took -1.25 s, 7 of x9', masked: 'took <number> s, <number> of x9' },
    {
      names: ['time'],
      text: '2024-01-02 03:04:05,678 ran 2 seconds, 17 items',
      masked: '<time> ran <time> seconds, 17 items',
    },
    { names: ['time'], text: 'Thu Jan  1 00:00:00 1970 09:30:00', masked: '<time> <time>' },
    { names: ['address'], text: '<A object at 0x7f00ab>', masked: '<A object at <address>>' },
    { names: ['address', 'number'], text: '0x7f00 12', masked: '<address> <number>' },
    {
      names: ['any-pid'],
      text: "pid: 12, PID=3, ppid is 4, getpid() 5, ('pid', 6), stupid idea 7",
      masked: "pid: <pid>, PID=<pid>, ppid is <pid>, getpid() <pid>, ('pid', <pid>), stupid idea 7",
    },
  ] as { names: MaskName[]; text: string; masked: string }[])('$names: $text', ({ names, text, masked }) => {
    expect(applyMasks(text, masks(...names))).toBe(masked);
  });

  test('frames leaves out what is not in the program', () => {
    const traceback = [
      'Traceback (most recent call last):',
      '  File "/usr/lib/python3.13/multiprocessing/pool.py", line 125, in worker',
      '    result = (True, func(*args, **kwds))',
      '                    ~~~~^^^^^^^^^^^^^^^',
      '  File "<frozen runpy>", line 88, in _run_code',
      '  File "<cwd>/main.py", line 4, in f',
      '    return 1 / 0',
      '  File "main.py", line 5, in g',
      'ZeroDivisionError: division by zero',
    ];
    expect(applyMasks(traceback.join('\n'), masks('frames')).split('\n')).toEqual([
      traceback[0],
      ...traceback.slice(5),
    ]);
  });

  test('a custom pattern masks its first group, or all of the match', () => {
    const regex = (source: string): Mask[] => [{ name: 'regex', pattern: new RegExp(source, 'gdm') }];
    expect(applyMasks('took 5 s', regex('took (\\d+) s'))).toBe('took <masked> s');
    expect(applyMasks('took 5 s', regex('took \\d+ s'))).toBe('<masked>');
  });
});

test.each([
  { expected: 'a\nValueError: x\n', actual: 'other\n\nValueError: x\n\n', same: true },
  { expected: 'ValueError: x\n', actual: 'KeyError: x\n', same: false },
  { expected: 'ValueError: x\n', actual: '', same: false },
])('compareLastLines $expected $actual', ({ expected, actual, same }) => {
  expect(compareLastLines(expected, actual, []).same).toBe(same);
});
