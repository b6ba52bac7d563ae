import type * as ast from '../../../parser/ast.js';
import type { Variable } from '../../1-scope/scope.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { constant } from '../expressions/Constant.js';
import { lowerExpr } from '../expressions/index.js';
import { lowerTest } from '../expressions/test.js';
import { storeName } from '../names.js';
import { told } from '../tracedParts.js';
import type { StmtVisitor } from '../visitor.js';
import { joinBound, lowerBlock } from './index.js';

/**
 * `match`: the cases one after the other in a labelled block that the taken one leaves.
 * Spec: https://docs.python.org/3/reference/compound_stmts.html#the-match-statement
 */
export const Match: StmtVisitor<'Match'> = (node, cx) => {
  const done = cx.unique('match');
  const subject = cx.local('s');
  cx.emit(b.statement(b.assign(b.id(subject), lowerExpr(node.subject, cx))));
  const branches: { statements: b.Statement[]; after: Set<Variable> }[] = [];
  const cases = cx.collect(() => {
    for (const one of node.cases) branches.push(matchCase(one, subject, done, cx));
  });
  cx.emit(b.labeled(done, b.block(cases)));
  const last = node.cases.at(-1)!;
  const exhaustive = last.guard === null && last.pattern.type === 'MatchAs' && last.pattern.pattern === null;
  if (exhaustive) joinBound(cx, ...branches);
};

function matchCase(one: ast.MatchCase, subject: string, done: string, cx: FunctionContext) {
  const next = cx.unique('next');
  const fail = b.breakTo(next);
  const before = new Set(cx.bound);
  let block: { statements: b.Statement[]; after: Set<Variable> } | undefined;
  const statements = cx.collect(() => {
    const captures: [string, b.Expression][] = [];
    told(one.pattern, cx, () => matchPattern(one.pattern, b.id(subject), { cx, fail, captures }));
    for (const [name, value] of captures) cx.emit(b.statement(storeName(cx.mangled(name), value, cx)));
    if (one.guard !== null) {
      const test = told(one.guard, cx, () => lowerTest(one.guard!, cx));
      cx.emit(b.ifStatement(b.not(test), [fail]));
    }
    block = lowerBlock(one.body, cx);
    cx.emit(...block.statements, b.breakTo(done));
  });
  cx.bound = before;
  cx.emit(b.labeled(next, b.block(statements)));
  return block!;
}

interface Matching {
  readonly cx: FunctionContext;
  /** Leaves this case. */
  readonly fail: b.Statement;
  /** Names to bind once the whole pattern has matched. */
  readonly captures: [string, b.Expression][];
}

function require(test: b.Expression, { cx, fail }: Matching): void {
  cx.emit(b.ifStatement(b.not(test), [fail]));
}

/** A local that nothing else uses, holding `value`. */
function hold(value: b.Expression, cx: FunctionContext): b.Expression {
  const name = cx.local('m');
  cx.emit(b.statement(b.assign(b.id(name), value)));
  return b.id(name);
}

/** Emits the tests of `pattern` on `subject` (a variable); falls through when it matches. */
function matchPattern(pattern: ast.Pattern, subject: b.Expression, m: Matching): void {
  const { cx } = m;
  switch (pattern.type) {
    case 'MatchValue':
      return require(cx.op('eqTest', [subject, lowerExpr(pattern.value, cx)], pattern), m);
    case 'MatchSingleton':
      return require(b.binary('===', subject, constant(pattern.value, cx)), m);
    case 'MatchAs':
      if (pattern.pattern !== null) matchPattern(pattern.pattern, subject, m);
      if (pattern.name !== null) m.captures.push([pattern.name, subject]);
      return;
    case 'MatchStar':
      if (pattern.name !== null) m.captures.push([pattern.name, subject]);
      return;
    case 'MatchOr':
      return matchOr(pattern, subject, m);
    case 'MatchSequence':
      return matchSequence(pattern, subject, m);
    case 'MatchMapping':
      return matchMapping(pattern, subject, m);
    case 'MatchClass':
      return matchClass(pattern, subject, m);
  }
}

/** Alternatives bind the same names: each goes through a holder variable. */
function matchOr(pattern: ast.MatchOr, subject: b.Expression, m: Matching): void {
  const { cx } = m;
  const matched = cx.unique('or');
  const holders = new Map<string, b.Expression>();
  const body = cx.collect(() => {
    for (const alternative of pattern.patterns) {
      const next = cx.unique('alt');
      const statements = cx.collect(() => {
        const captures: [string, b.Expression][] = [];
        matchPattern(alternative, subject, { cx, fail: b.breakTo(next), captures });
        for (const [name, value] of captures) {
          let holder = holders.get(name);
          if (holder === undefined) holders.set(name, (holder = hold(b.undef(), cx)));
          cx.emit(b.statement(b.assign(holder, value)));
        }
        cx.emit(b.breakTo(matched));
      });
      cx.emit(b.labeled(next, b.block(statements)));
    }
    cx.emit(m.fail);
  });
  cx.emit(b.labeled(matched, b.block(body)));
  for (const [name, holder] of holders) m.captures.push([name, holder]);
}

function matchSequence(pattern: ast.MatchSequence, subject: b.Expression, m: Matching): void {
  const { cx } = m;
  const star = pattern.patterns.findIndex((p) => p.type === 'MatchStar');
  const count = pattern.patterns.length;
  const rest = pattern.patterns[star];
  const args = [subject, b.literal(star < 0 ? count : count - 1), b.literal(star)];
  if (rest?.type === 'MatchStar' && rest.name === null) args.push(b.literal(true));
  const items = hold(cx.op('matchSequence', args, pattern), cx);
  require(b.binary('!==', items, b.nil()), m);
  pattern.patterns.forEach((p, i) => {
    if (p.type === 'MatchAs' && p.pattern === null && p.name === null) return;
    if (p.type === 'MatchStar' && p.name === null) return;
    matchPattern(p, hold(b.index(items, b.literal(i)), cx), m);
  });
}

function matchMapping(pattern: ast.MatchMapping, subject: b.Expression, m: Matching): void {
  const { cx } = m;
  const keys = b.array(pattern.keys.map((key) => lowerExpr(key, cx)));
  const rest = pattern.rest !== null;
  const values = hold(cx.op('matchMapping', [subject, keys, b.literal(rest)], pattern), cx);
  require(b.binary('!==', values, b.nil()), m);
  pattern.patterns.forEach((p, i) => matchPattern(p, hold(b.index(values, b.literal(i)), cx), m));
  if (pattern.rest !== null) m.captures.push([pattern.rest, hold(b.index(values, b.literal(pattern.keys.length)), cx)]);
}

function matchClass(pattern: ast.MatchClass, subject: b.Expression, m: Matching): void {
  const { cx } = m;
  const names = b.array(pattern.kwd_attrs.map((name) => b.literal(name)));
  const call = cx.op(
    'matchClass',
    [subject, lowerExpr(pattern.cls, cx), b.literal(pattern.patterns.length), names],
    pattern,
  );
  const values = hold(call, cx);
  require(b.binary('!==', values, b.nil()), m);
  [...pattern.patterns, ...pattern.kwd_patterns].forEach((p, i) =>
    matchPattern(p, hold(b.index(values, b.literal(i)), cx), m),
  );
}
