/** Which functions of a text only compute. */
import { expect, test } from 'vitest';
import { computingFunctions } from '../../src/lower/2-types/computing.js';
import { definitionsOf } from '../../src/lower/3-transform/signatures.js';
import { parseModule } from '../../src/parser/parse.js';

function computing(text: string, dialect: 2 | 3 = 3): string[] {
  const result = parseModule(text, { filename: 'x.py', dialect });
  if (!result.ok) throw new Error(result.errors[0]!.message);
  const { module } = result;
  const body = module.type === 'Module' ? module.body : [];
  return Array.from(computingFunctions(body, definitionsOf(body)), ({ name }) => name);
}

test.each([
  ['no calls', 'def f(x):\n    return x * x\n', ['f']],
  ['itself', 'def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n', ['fib']],
  [
    'each other',
    'def even(n):\n    return n == 0 or odd(n - 1)\ndef odd(n):\n    return even(n - 1)\n',
    ['even', 'odd'],
  ],
  ['what waits, and who calls it', 'def f():\n    g()\ndef g():\n    lock.acquire()\ndef h():\n    f()\n', []],
  ['a parameter', 'def f(g):\n    return g(1)\n', []],
  ['a built-in name of its own', 'def f(max):\n    return max(1, 2)\n', []],
  ['modules', 'import math, time\ndef f(x):\n    return math.sqrt(x)\ndef g(x):\n    time.sleep(x)\n', ['f']],
  ['what is imported', 'from math import sqrt as root\nfrom time import sleep\ndef f(x):\n    return root(x)\n', ['f']],
  [
    'methods',
    'class A:\n    def f(self):\n        return self.g([])\n    def g(self, x):\n        x.append(1)\n',
    ['f', 'g'],
  ],
  ['constructors', 'class A:\n    def __init__(self):\n        print(1)\ndef f():\n    return A()\n', []],
  ['get of a dict and of a queue', 'def f(d):\n    return d.get(1)\ndef g(q):\n    return q.get()\n', ['f']],
  ['join of a text and of a thread', 'def f(x):\n    return ",".join(x)\ndef g(t):\n    t.join()\n', ['f']],
  [
    'names of what waits, on the instance and on what it holds',
    'class A:\n    def get(self):\n        return 1\n    def f(self):\n        return self.get()\n    def g(self):\n        return self.queue.get()\n' +
      'class B:\n    def __enter__(self):\n        return self.lock.__enter__()\n    def acquire(self):\n        return self.lock.acquire()\n',
    ['get', 'f'],
  ],
  [
    'properties',
    'class A:\n    @property\n    def quick(self):\n        return 1\n    @property\n    def slow(self):\n        with lock: return 1\n' +
      '    def f(self):\n        return self.quick\n    def g(self):\n        self.slow += 1\n',
    ['quick', 'f'],
  ],
  ['with, yield and decorators', 'def f():\n    with a: pass\ndef g():\n    yield 1\n@wraps\ndef h(): pass\n', []],
])('%s', (_what, text, names) => expect(computing(text)).toEqual(names));

test('print of Python 2', () => expect(computing('def f(x):\n    print x\n', 2)).toEqual([]));
