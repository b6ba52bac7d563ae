/** Texts that call `os.fork`: where they can be gone on with, and where that is refused. */
import { expect, test } from 'vitest';
import { refusedForks } from '../../src/lower/0-fork/refused.js';
import { lower } from '../../src/lower/lower.js';
import { parseModule } from '../../src/parser/parse.js';

function parsed(text: string) {
  const result = parseModule(`import os\n${text}`, { filename: 'x.py', dialect: 3 });
  if (!result.ok) throw new Error(result.errors[0]!.message);
  return result;
}

/** Fork points that are noted, and functions that go on from one. */
function counts(text: string): { points: number; continuations: number } {
  const { module, source } = parsed(text);
  const { js } = lower(module, source, { dialect: 3 });
  const numbers = new Set(Array.from(js.matchAll(/\$forkPoint\(\$i, (\d+),/g), ([, id]) => id));
  return { points: numbers.size, continuations: js.match(/^ \}, \d+\);$/gm)?.length ?? 0 };
}

test.each([
  ['no fork at all', 'x = [1, 2]\n', 0],
  ['module level', 'pid = os.fork()\n', 1],
  ['in a loop and an expression', 'for i in range(3):\n    if os.fork() == 0 and i:\n        break\n', 1],
  ['a function and who calls it', 'def f():\n    return os.fork()\ndef g():\n    f()\ng()\n', 3],
  ['a method by its name', 'class A:\n    def go(self):\n        os.fork()\nA().go()\n', 2],
  ['the constructor stands for its class', 'class A:\n    def __init__(self):\n        os.fork()\nA()\n', 2],
  ['under another name', 'from os import fork as split\nsplit()\n', 1],
  ['a function that is given to another', 'def f():\n    os.fork()\ndef run(g):\n    g()\nrun(f)\n', 3],
  ['a comprehension', 'x = [os.fork() for i in range(2)]\n', 1],
  ['not in a function that nobody asks to fork', 'def f():\n    return len([])\nos.fork()\n', 1],
])('%s', (_name, text, points) => {
  expect(counts(text)).toEqual({ points, continuations: points });
});

test.each([
  ['a generator', 'def g():\n    yield os.fork()\n'],
  ['a generator', 'x = (os.fork() for i in y)\n'],
  ['a lambda', 'f = lambda: os.fork()\n'],
  ['a class body', 'class A:\n    x = os.fork()\n'],
  ['a coroutine', 'async def f():\n    os.fork()\n'],
  ['a comprehension', 'x = {os.fork() for i in y}\n'],
])('refused in %s', (where, text) => {
  const { module, source } = parsed(text);
  const problems = refusedForks(module, source);
  expect(problems.map(({ message }) => message.split(':')[0])).toEqual([`pymp cannot fork in ${where}`]);
});

test('nothing is refused in a function within what would be', () => {
  const { module, source } = parsed('class A:\n    def f(self):\n        os.fork()\n');
  expect(refusedForks(module, source)).toEqual([]);
});
