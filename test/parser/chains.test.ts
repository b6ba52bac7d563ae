/** Expressions so long that Lezer alone would give up, and nesting that is refused. */
import { expect, test } from 'vitest';
import type { Expr } from '../../src/parser/ast.js';
import { parseModule } from '../../src/parser/parse.js';

function value(source: string): Expr {
  const result = parseModule(source, { filename: '<string>', dialect: 3 });
  if (!result.ok || result.module.type !== 'Module') throw new Error(source.slice(0, 60));
  const [statement] = result.module.body;
  if (statement?.type !== 'Expr') throw new Error(source.slice(0, 60));
  return statement.value;
}

/** How often `next` leads from a node to an inner one. */
function depth(node: Expr, next: (node: Expr) => Expr | null): number {
  let count = 0;
  for (let inner = next(node); inner; inner = next(inner)) count++;
  return count;
}

test('a sum of 5000 terms', () => {
  const node = value(`${'a + '.repeat(4999)}b`);
  expect(depth(node, (inner) => (inner.type === 'BinOp' ? inner.left : null))).toBe(4999);
  expect(node).toMatchObject({ start: 0, end: 4999 * 4 + 1, right: { type: 'Name', id: 'b' } });
});

test('a comparison and a disjunction of 3000 operands', () => {
  expect(value(`a${' not in b'.repeat(2999)}`)).toMatchObject({ type: 'Compare', ops: { length: 2999 } });
  expect(value(`a${' or not b'.repeat(2999)}`)).toMatchObject({ type: 'BoolOp', values: { length: 3000 } });
});

test('500 calls and attributes in a row', () => {
  const node = value(`a${'.b(c)'.repeat(500)}`);
  const next = (inner: Expr) => (inner.type === 'Call' ? inner.func : inner.type === 'Attribute' ? inner.value : null);
  expect(depth(node, next)).toBe(1000);
});

test('a conditional expression with 400 branches', () => {
  const node = value(`${'a if b else '.repeat(400)}c`);
  expect(depth(node, (inner) => (inner.type === 'IfExp' ? inner.orelse : null))).toBe(400);
});

test('the chain stays linear in time', () => {
  const begin = performance.now();
  value(`[${'a + '.repeat(300)}b${', a'.repeat(50_000)}]`);
  expect(performance.now() - begin).toBeLessThan(5000);
});

test.each([
  { opening: '(', closing: ')', count: 200, ok: true },
  { opening: '[', closing: ']', count: 201, ok: false },
])('$count brackets inside each other', ({ opening, closing, count, ok }) => {
  const source = `x = ${opening.repeat(count)}1${closing.repeat(count)}\n`;
  const result = parseModule(source, { filename: '<string>', dialect: 3 });
  expect(result.ok || result.errors[0]?.message).toBe(ok || 'too many nested parentheses');
});
