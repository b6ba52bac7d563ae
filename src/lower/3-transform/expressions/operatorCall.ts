import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { mayWait } from '../threaded.js';
import { property } from './Attribute.js';

/** The operators that classes of numbers and vectors define, and their methods' names. */
const METHODS: Partial<Record<ast.Operator, string>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  Div: 'truediv',
  MatMult: 'matmul',
};

/**
 * The operation on anything but numbers: `helper(left, right)`. Where the text has classes with that operator, their method
 * is called on the spot, if the right operand has no say in it before: it is of the same class, or of a built-in one.
 * `left` is a variable; null where it can be no object.
 */
export function operatorCall(
  op: ast.Operator,
  helper: HelperName,
  left: b.Expression | null,
  operands: readonly [b.Expression, b.Expression],
  cx: FunctionContext,
): b.Expression {
  const general = mayWait(b.call(cx.helper(helper), operands), 'threadBinary', [b.literal(helper), ...operands], cx);
  const name = METHODS[op];
  if (name === undefined || left === null || cx.unit.dialect !== 3 || cx.isThreaded) return general;
  if (!cx.unit.definitions().methods.has(`__${name}__`)) return general;
  const isInPlace = helper.startsWith('i');
  const method = b.id(cx.scratch());
  const right = b.id(cx.scratch());
  const isObject = b.and(b.typeIs(left, 'object'), b.binary('!==', left, b.nil()));
  const found = b.binary('!==', b.assign(method, property(left, `__${name}__`, 'm$')), b.undef());
  const isPython = b.binary('!==', b.member(method, 'info'), b.undef());
  const cls = b.member(right, 'c$');
  const hasNoSay = b.or(
    b.binary('===', b.assign(right, operands[1]), b.nil()),
    b.binary('===', cls, b.member(left, 'c$')),
    b.not(b.member(cls, 'isHeap')),
  );
  const own = isInPlace ? [b.isUndefined(property(left, `__i${name}__`, 'm$'))] : [];
  const result = b.assign(right, b.call(method, [left, right]));
  const again = b.call(cx.helper('declined'), [left, operands[1], b.literal(name), b.literal(isInPlace)]);
  const answer = b.conditional(b.binary('!==', result, cx.helper('NotImplemented')), right, again);
  return b.conditional(b.and(isObject, found, isPython, ...own, hasNoSay), answer, general);
}
