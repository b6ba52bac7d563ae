/** Operators, from `or` down to `await`. */
import { primary } from './expressions.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';

type Item = (m: Machine) => Node | null;

export function disjunction(m: Machine): Node | null {
  return m.memo(disjunctionRule);
}

function disjunctionRule(m: Machine): Node | null {
  return chain(m, 'or', conjunction);
}

function conjunction(m: Machine): Node | null {
  return m.memo(conjunctionRule);
}

function conjunctionRule(m: Machine): Node | null {
  return chain(m, 'and', inversion);
}

function chain(m: Machine, word: string, operand: Item): Node | null {
  const { start } = m.peek();
  const first = operand(m);
  if (!first) return null;
  const rest = m.many(() => m.op(word) && operand(m));
  return rest.length === 0 ? first : { type: 'BoolOp', start, end: m.last.end };
}

function inversion(m: Machine): Node | null {
  return m.memo(inversionRule);
}

function inversionRule(m: Machine): Node | null {
  const { start } = m.peek();
  const negated = m.alt(() => m.op('not') && inversion(m));
  return negated ? { type: 'UnaryOp', start, end: m.last.end } : m.alt(() => comparison(m));
}

function comparison(m: Machine): Node | null {
  const { start } = m.peek();
  const left = bitwiseOr(m);
  if (!left) return null;
  const operators = m.many(() => {
    const op = comparisonOperator(m);
    return op && bitwiseOr(m) && op;
  });
  if (operators.length === 0) return left;
  return { type: 'Compare', value: left, op: operators[0]!, start, end: m.last.end };
}

function comparisonOperator(m: Machine): string | null {
  const token = m.anyOp('==', '!=', '<', '<=', '>', '>=', 'in');
  if (token) return token.text;
  return (
    m.alt(() => m.op('not') && m.op('in') && 'not in') ??
    m.alt(() => m.op('is') && m.op('not') && 'is not') ??
    m.alt(() => m.op('is') && 'is')
  );
}

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const SHIFT = 3;
const TERM = 5;
const LEVEL_RULES: readonly Item[] = LEVELS.map((operators, index) => (m: Machine) => {
  const operand: Item = index + 1 < LEVELS.length ? (inner) => inner.memo(LEVEL_RULES[index + 1]!) : factor;
  if (m.invalidRules && index === SHIFT) invalidArithmetic(m, operand);
  if (m.invalidRules && index === TERM) invalidFactor(m);
  const { start } = m.peek();
  let left = operand(m);
  if (!left) return null;
  while (m.alt(() => m.anyOp(...operators) && operand(m))) left = { type: 'BinOp', start, end: m.last.end };
  return left;
});

export function bitwiseOr(m: Machine): Node | null {
  return m.memo(LEVEL_RULES[0]!);
}

const NOT_BARE = "'not' after an operator must be parenthesized";

function invalidArithmetic(m: Machine, sum: Item): void {
  m.alt(() => {
    if (!sum(m) || !m.anyOp('+', '-', '*', '/', '%', '//', '@')) return;
    const word = m.op('not');
    const value = word && inversion(m);
    if (word && value) m.raise(NOT_BARE, word, value);
  });
}

function invalidFactor(m: Machine): void {
  m.alt(() => {
    const word = m.anyOp('+', '-', '~') && m.op('not');
    const value = word && factor(m);
    if (word && value) m.raise(NOT_BARE, word, value);
  });
}

function factor(m: Machine): Node | null {
  return m.memo(factorRule);
}

function factorRule(m: Machine): Node | null {
  const { start } = m.peek();
  const signed = m.alt(() => m.anyOp('+', '-', '~') && factor(m));
  if (signed) return { type: 'UnaryOp', start, end: m.last.end };
  const base = awaitPrimary(m);
  if (!base) return null;
  const raised = m.alt(() => m.op('**') && factor(m));
  return raised ? { type: 'BinOp', start, end: m.last.end } : base;
}

function awaitPrimary(m: Machine): Node | null {
  return m.memo(awaitPrimaryRule);
}

function awaitPrimaryRule(m: Machine): Node | null {
  const { start } = m.peek();
  const awaited = m.alt(() => m.op('await') && primary(m));
  return awaited ? { type: 'Await', start, end: m.last.end } : primary(m);
}
