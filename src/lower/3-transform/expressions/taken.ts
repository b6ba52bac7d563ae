/**
 * What the loop of a generator expression that a builtin uses up does with each value. The builtin's part that is the same
 * for all values is in the loop itself; `$k` is what the builtin gives for the rest (helpers/consumers.ts), which raises
 * nothing: what it catches is the builtin's error, and none of the expression's frame.
 */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerNumeric, unboxed } from '../numeric.js';
import { MAX_SAFE } from '../safeInts.js';
import { lowerExpr } from './index.js';
import { intLiteral, isNumber } from './operands.js';
import { lowerTest } from './test.js';

export interface Taker {
  /** Emits what is done with a value. */
  take(value: ast.Expr, cx: FunctionContext): void;
  /** Emits what is done before the loop, and after it. */
  start?(cx: FunctionContext): void;
  end?(cx: FunctionContext): void;
}

const K = b.id('$k');
const set = (target: b.Expression, value: b.Expression): b.Statement => b.statement(b.assign(target, value));

/** `$k` is a function of the value; what it returns says whether it wants no more. */
const byFunction: Taker = {
  take(value, cx) {
    cx.emit(b.ifStatement(b.call(K, [lowerExpr(value, cx)]), [b.ret(b.nil())]));
  },
};

/** `$k` is a JavaScript array. */
const byArray: Taker = {
  take(value, cx) {
    cx.emit(b.statement(b.call(b.member(K, 'push'), [lowerExpr(value, cx)])));
  },
};

/** Ends at the first value that is as `wanted` says, and says whether there was one. `$k` is `bool`, for other objects. */
const finding = (wanted: boolean): Taker => ({
  take(value, cx) {
    const is = isTest(value) ? lowerTest(value, cx) : truth(lowerExpr(value, cx), cx);
    cx.emit(b.ifStatement(wanted ? is : b.not(is), [b.ret(b.literal(true))]));
  },
  end: (cx) => cx.emit(b.ret(b.literal(false))),
});

/** Its own evaluation gives a bool, so that there is no more to ask. */
const isTest = (node: ast.Expr): boolean =>
  (node.type === 'UnaryOp' && node.op === 'Not') ||
  (node.type === 'Compare' && node.ops.length === 1 && BOOLEAN.has(node.ops[0]!));
const BOOLEAN: ReadonlySet<ast.CmpOp> = new Set(['In', 'NotIn', 'Is', 'IsNot']);

function truth(value: b.Expression, cx: FunctionContext): b.Expression {
  const t = cx.spill(value);
  return b.conditional(b.typeIs(t, 'boolean'), t, b.call(K, [t]));
}

/**
 * `sum`: small ints are added up in `ints` until there is a float (stage 1), then floats in `floats` with what rounding
 * lost (Neumaier). Anything else, and all that follows it (stage 2), goes to `$k`, a Summation.
 */
class SumTaker implements Taker {
  private ints = K;
  private stage = K;
  private floats = K;
  private lost = K;

  start(cx: FunctionContext): void {
    this.ints = b.id(cx.scratchLocal('sum'));
    this.stage = b.id(cx.scratchLocal('stage'));
    this.floats = b.id(cx.scratch(true));
    this.lost = b.id(cx.scratch(true));
    cx.emit(set(this.ints, b.literal(0)), set(this.stage, b.literal(0)));
  }

  take(value: ast.Expr, cx: FunctionContext): void {
    const literal = intLiteral(value);
    if (literal !== null && Math.abs(literal) <= SMALL) {
      // So many turns that the sum would be no safe int would take for ever.
      cx.emit(set(this.ints, b.binary('+', this.ints, b.literal(literal))));
      return;
    }
    const n = cx.unit.hasFloats ? unboxed(lowerNumeric(value, cx), cx) : lowerNumeric(value, cx);
    for (const step of n.setup) cx.emit(b.statement(step));
    if (n.kind === 'float') return cx.emit(...this.addFloat(n.value, cx));
    const t = n.kind === 'dual' ? n.value : cx.spill(n.value);
    const tagged = this.addTagged(t, !isArithmetic(value), cx);
    cx.emit(n.kind === 'dual' ? b.ifStatement(b.isUndefined(t), this.addFloat(n.raw, cx), [tagged]) : tagged);
  }

  end(cx: FunctionContext): void {
    cx.emit(b.ret(b.call(b.member(K, 'result'), this.state)));
  }

  private get state(): b.Expression[] {
    return [this.stage, this.ints, this.floats, this.lost];
  }

  private addTagged(t: b.Expression, mayBeBool: boolean, cx: FunctionContext): b.Statement {
    const { stage, ints } = this;
    const next = b.id(cx.scratch());
    const isFirst = b.binary('===', stage, b.literal(0));
    const isSafe = b.and(
      b.binary('<=', b.assign(next, b.binary('+', ints, t)), b.literal(MAX_SAFE)),
      b.binary('>=', next, b.literal(-MAX_SAFE)),
    );
    const rest = this.handOver(t);
    const one = b.conditional(t, b.literal(1), b.literal(0));
    const other = mayBeBool
      ? b.ifStatement(b.and(b.typeIs(t, 'boolean'), isFirst), [set(ints, b.binary('+', ints, one))], [rest])
      : rest;
    return b.ifStatement(b.and(isNumber(t), isFirst, isSafe), [set(ints, next)], [other]);
  }

  private addFloat(given: b.Expression, cx: FunctionContext): b.Statement[] {
    const { floats, lost, stage, ints } = this;
    const x = b.isSimple(given) ? given : b.id(cx.scratch(true));
    const next = b.id(cx.scratch(true));
    const size = (v: b.Expression) => b.call(b.member(b.id('Math'), 'abs'), [v]);
    const rest = (larger: b.Expression, smaller: b.Expression) => b.binary('+', b.binary('-', larger, next), smaller);
    const error = b.conditional(b.binary('>=', size(floats), size(x)), rest(floats, x), rest(x, floats));
    const steps = [set(next, b.binary('+', floats, x)), set(lost, b.binary('+', lost, error)), set(floats, next)];
    const first = [set(stage, b.literal(1)), set(floats, b.binary('+', ints, x))];
    const late = this.handOver(b.construct(cx.helper('PyFloat'), [x]));
    const early = b.ifStatement(b.binary('===', stage, b.literal(0)), first, [late]);
    const all = b.ifStatement(b.binary('===', stage, b.literal(1)), steps, [early]);
    return x === given ? [all] : [set(x, given), all];
  }

  private handOver(value: b.Expression): b.Statement {
    const taken = b.call(b.member(K, 'take'), [...this.state, value]);
    const stop = b.ifStatement(b.not(taken), [b.ret(b.nil())]);
    return b.block([stop, set(this.stage, b.literal(2))]);
  }
}

const SMALL = 1024;
const isArithmetic = (node: ast.Expr): boolean =>
  node.type === 'BinOp' || (node.type === 'UnaryOp' && node.op !== 'Not');

/** How the builtin of that name takes values. */
export function takerOf(builtin: string, dialect: 2 | 3): Taker {
  switch (builtin) {
    case 'sum':
      return dialect === 2 ? byArray : new SumTaker();
    case 'any':
      return finding(true);
    case 'all':
      return finding(false);
    case 'join':
    case 'list':
    case 'sorted':
    case 'tuple':
      return byArray;
    default:
      return byFunction;
  }
}
