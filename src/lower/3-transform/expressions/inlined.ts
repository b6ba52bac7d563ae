/**
 * Calls of functions that are one formula (2-types/formulas.ts): where the name means that function and the arguments are
 * numbers of the likely kinds, the formula is computed in place, without a box for its result. Else the function is called.
 */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { forgetRaw, isPlainFloat } from '../names.js';
import { box, lowerNumeric, type Numeric, numeric, settle } from '../numeric.js';
import { invoke } from './Call.js';
import { calledFormula, FormulaValue, takesFormulas, type Term, term } from './formula.js';
import { lowerExpr } from './index.js';
import { isMadeOf } from './keywordCall.js';
import { intLiteral, isNumber } from './operands.js';

/** The call's value, or null where it is no such call. */
export function inlinedCall(node: ast.Call, cx: FunctionContext): Numeric | null {
  const found = calledFormula(node, cx);
  if (found === null || !node.args.every(isPlainArgument)) return null;
  const { setup, f, args } = evaluated(node, cx);
  const computed = new FormulaValue(cx);
  const terms = args.map((arg, i) => termOf(arg, node.args[i]!, computed));
  const result = computed.of(found.formula, terms);
  const values = args.map((arg) => box(arg, cx));
  const general = b.sequence(cx.at(node), invoke(f, values, cx, true));
  const t = b.id(cx.scratch());
  if (result === null) return numeric('any', t, [...setup, b.assign(t, general)]);
  const applies = b.and(isMadeOf(f, cx.unit.codeOf(found.callee)), ...computed.tests);
  if (result.kind === 'int') {
    const value = b.conditional(applies, b.sequence(...computed.pending, result.value), general);
    return numeric('any', t, [...setup, b.assign(t, value)]);
  }
  const raw = b.id(cx.scratch(true));
  const here = b.sequence(...computed.pending, b.assign(raw, result.value), b.undef());
  const opened = b.conditional(isPlainFloat(t, general), b.sequence(b.assign(raw, b.member(t, 'v')), b.undef()), t);
  return numeric('dual', t, [...setup, forgetRaw(raw), b.assign(t, b.conditional(applies, here, opened))], raw);
}

/** Arguments that need no statements before them. */
function isPlainArgument(node: ast.Expr): boolean {
  switch (node.type) {
    case 'Constant':
    case 'Name':
      return true;
    case 'Attribute':
      return isPlainArgument(node.value);
    case 'UnaryOp':
      return isPlainArgument(node.operand);
    case 'BinOp':
      return isPlainArgument(node.left) && isPlainArgument(node.right);
    case 'Subscript':
      return isPlainArgument(node.value) && isPlainArgument(node.slice);
    case 'Call':
      return isPlainArgument(node.func) && node.keywords.length === 0 && node.args.every(isPlainArgument);
    default:
      return false;
  }
}

/** The function and its arguments, evaluated in order, each in something that stays as it is. */
function evaluated(node: ast.Call, cx: FunctionContext) {
  const f = b.id(cx.scratch());
  const setup: b.Expression[] = [b.assign(f, lowerExpr(node.func, cx))];
  const args = node.args.map((arg) => {
    const settled = settle(lowerNumeric(arg, cx), cx);
    setup.push(...settled.setup);
    return { ...settled, setup: [] };
  });
  return { setup, f, args };
}

/** A float is expected where one may be in a raw double, else an int. */
function termOf(n: Numeric, node: ast.Expr, computed: FormulaValue): Term {
  if (n.kind === 'float') return term('float', n.value);
  if (n.kind === 'int') return term('int', n.value, intLiteral(node));
  if (n.kind === 'dual') {
    computed.test(b.isUndefined(n.value));
    return term('float', n.raw);
  }
  computed.test(isNumber(n.value));
  return term('int', n.value);
}

/**
 * Bitwise operations on words, with what functions of such make of them (`rotr(x, 7) ^ (y & ~z)`), as one expression; null
 * where it is no such expression, or a single operation, which tests its operands itself.
 */
export function wordExpression(node: ast.BinOp, cx: FunctionContext): b.Expression | null {
  if (!takesFormulas(cx) || !isBitwise(node) || !(isBitwise(node.left) || isBitwise(node.right))) return null;
  const computed = new FormulaValue(cx, (name) => localTerm(name, computed, cx));
  const value = computed.ofWords(node);
  // Of literals alone there is nothing to test.
  if (value === null || computed.tests.length === 0) return null;
  cx.isGeneral = true;
  const general = lowerExpr(node, cx);
  cx.isGeneral = false;
  return b.conditional(b.and(...computed.tests), b.sequence(...computed.pending, value), general);
}

const isBitwise = (node: ast.Expr): boolean =>
  (node.type === 'BinOp' && (node.op === 'BitAnd' || node.op === 'BitOr' || node.op === 'BitXor')) ||
  node.type === 'Call';

/** A local variable, which nothing changes while its value is used. */
function localTerm(name: string, computed: FormulaValue, cx: FunctionContext): Term | null {
  const variable = cx.variable(cx.mangled(name));
  if (variable === null) return null;
  const value = variable.captured ? b.member(b.id(variable.jsName), 'v') : b.id(variable.jsName);
  computed.test(isNumber(value));
  return term('int', value);
}
