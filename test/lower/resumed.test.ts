/** What is left of a suspended generator: each `yield` of a small unit's text is gone on with, and gives what the generator itself gives from there. */
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { resumedGenerator } from '../../src/lower/5-resume/resumed.js';

/** A unit's text around the body of one generator with parameter `n`. */
const unitWith = (body: string): string => `(function ($u, $h) {
 "use strict";
 const {add: $add, box: $box} = $h;
 const $rt = $u.rt, $N = $u.names;
 var shared;
 $u.bind(["shared"], 8, [($n, $set, $v) => {
  switch ($n) {
   case 0:
    return $set ? shared = $v : shared;
  }
 }]);
 const $k0 = 100;
 const $c1 = $u.code(1, "gen", () => function* gen($i, n) {
  let $1, $2, i, x, $log;
${body}
 });
 return $c1;
})`;

interface Unit {
  readonly globals: { readonly map: { readonly module: { $shared: unknown } } };
  code(index: number, name: string, make: () => (...args: unknown[]) => Generator): unknown;
  threaded<T>(index: number, make: T): T;
  readonly codes: unknown[];
  make?: (...args: unknown[]) => Generator;
  bind(names: unknown, size: number, groups: unknown): void;
}

const helpers = { add: (a: number, b: number) => a + b, box: (v: unknown) => [v] };

function unitOf(): Unit {
  const unit: Unit = {
    globals: { map: { module: { $shared: undefined } } },
    codes: [],
    code(_index, _name, make) {
      unit.make = make();
      return unit.make;
    },
    threaded: (_index, make) => make,
    bind: () => undefined,
  };
  return unit;
}

const evaluate = (text: string) => new Script(text).runInThisContext() as (u: Unit, h: typeof helpers) => never;

/** The rest from the `yield` that has this mark behind it; the variables have the given values. */
function rest(text: string, mark: string, values: Record<string, unknown>): unknown[] | null {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes(mark));
  const column = lines[line]!.lastIndexOf('yield', lines[line]!.indexOf(mark));
  const found = resumedGenerator(text, line, column);
  if (found === null) return null;
  const make = evaluate(found.js)(unitOf(), helpers) as (info: null, given: unknown[]) => Generator;
  const generator = make(
    null,
    found.variables.map((name) => values[name]),
  );
  generator.next();
  return [...generator];
}

test('a loop goes on with its turn, then as usual', () => {
  const text = unitWith(`  i = 0;
  $loop: for (; i < n; i++) {
   yield /*a*/ i;
   if (i === 3) continue $loop;
   yield /*b*/ [i];
  }
  while (n < 7) {
   n = $add(n, 1);
   yield /*c*/ n;
  }
  yield $k0;`);
  expect(rest(text, '/*a*/', { n: 5, i: 2 })).toEqual([[2], 3, 4, [4], 6, 7, 100]);
  expect(rest(text, '/*b*/', { n: 5, i: 4 })).toEqual([6, 7, 100]);
  expect(rest(text, '/*c*/', { n: 6, i: 5 })).toEqual([7, 100]);
});

test('`try` is entered again, and what it ends with is done once', () => {
  const text = unitWith(`  try {
   yield /*a*/ 1;
   if (n) throw n;
   yield 2;
  } catch ($e) {
   x = $e;
  } finally {
   yield /*b*/ 'finally';
  }
  yield x;`);
  expect(rest(text, '/*a*/', { n: 'thrown' })).toEqual(['finally', 'thrown']);
  expect(rest(text, '/*a*/', { n: 0 })).toEqual([2, 'finally', undefined]);
  expect(rest(text, '/*b*/', { x: 5 })).toEqual([5]);
});

test('where a jump may be waiting for the end of `finally`, nobody can go on', () => {
  const text = unitWith(`  try {
   if (n) return;
  } catch ($e) {
   x = $e;
  } finally {
   yield /*a*/ 1;
  }`);
  expect(rest(text, '/*a*/', {})).toBeNull();
});

test('what an expression has computed in variables is kept, what lies elsewhere is lost', () => {
  const text = unitWith(`  ($1 = n, $2 = yield /*a*/ $1, x = $1);
  yield x;
  yield $box($box, yield /*b*/ 2);
  yield [x, yield /*c*/ 3];`);
  expect(rest(text, '/*a*/', { $1: 'kept', n: 'other' })!.slice(0, 2)).toEqual(['kept', 2]);
  expect(rest(text, '/*b*/', {})).toEqual([[helpers.box], 3, [undefined, undefined]]);
  expect(rest(text, '/*c*/', {})).toBeNull();
});

test('variables of the module are those of the module', () => {
  const text = unitWith(`  yield /*a*/ 1;
  shared = 5;
  yield shared;`);
  expect(rest(text, '/*a*/', {})).toEqual([5]);
});

test('what is left of a generator is left of again', () => {
  const text = unitWith(`  for (i = 0; i < n; i++) {
   for (x = 0; x < 2; x++) {
    yield /*a*/ i * 10 + x;
   }
  }`);
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('/*a*/'));
  const first = resumedGenerator(text, line, lines[line]!.indexOf('yield'))!;
  const placed = first.js.split('\n');
  const again = placed.findIndex((each) => each.includes('yield i'));
  const second = resumedGenerator(first.js, again, placed[again]!.indexOf('yield'))!;
  const make = evaluate(second.js)(unitOf(), helpers) as (info: null, given: unknown[]) => Generator;
  const values: Record<string, unknown> = { n: 3, i: 1, x: 0, $go0: false, $go1: false };
  const generator = make(
    null,
    second.variables.map((name) => values[name]),
  );
  generator.next();
  expect([...generator]).toEqual([11, 20, 21]);
});

test('of the threaded form too, but not where it waits in another body', () => {
  const text = `(function ($u, $h) {
 "use strict";
 const {add: $add} = $h;
 const $M = $u.globals.map.module;
 const $c1 = $u.codes[1];
 return [$u.threaded(1, $i => function* gen($i, n) {
  let $1;
  for (; n < 5; n = $add(n, 1)) {
   yield /*a*/ n;
   yield* /*b*/ [n];
  }
 })];
})`;
  expect(rest(text, '/*a*/', { n: 3 })).toEqual([3, 4, 4]);
  expect(rest(text, '/*b*/', { n: 3 })).toBeNull();
});
