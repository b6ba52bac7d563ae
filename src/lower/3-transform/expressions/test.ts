/** Expressions as conditions: a JavaScript boolean. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought, mayWait } from '../threaded.js';
import { compareTest } from './Compare.js';
import { lowerExpr, lowerInto } from './index.js';

/** A JavaScript expression that is true exactly when Python takes the node as true. */
export function lowerTest(node: ast.Expr, cx: FunctionContext): b.Expression {
  switch (node.type) {
    case 'Compare':
      if (node.ops.length === 1) return compareTest(node, cx);
      break;
    case 'UnaryOp':
      if (node.op === 'Not') return b.not(lowerTest(node.operand, cx));
      break;
    case 'BoolOp':
      return boolTest(node, cx);
    case 'Constant':
      if (node.value.kind === 'bool') return b.literal(node.value.value);
      if (node.value.kind === 'None') return b.literal(false);
      if (node.value.kind === 'int') return b.literal(node.value.value !== 0);
      break;
    default:
  }
  const value = lowerExpr(node, cx);
  if (b.isSimple(value)) {
    return b.or(
      b.binary('===', value, b.literal(true)),
      b.and(
        b.binary('!==', value, b.literal(false)),
        b.sequence(cx.at(node), mayWait(b.call(cx.helper('truthy'), [value]), 'threadTruthy', [value], cx)),
      ),
    );
  }
  return cx.isThreaded ? brought(cx.op('threadTruthy', [value], node), cx) : cx.op('truthy', [value], node);
}

function boolTest(node: ast.BoolOp, cx: FunctionContext): b.Expression {
  const operator = node.op === 'And' ? '&&' : '||';
  let result: b.Expression | null = null;
  for (const value of node.values) {
    if (result === null) {
      result = lowerTest(value, cx);
      continue;
    }
    let test: b.Expression = b.undef();
    const saved = new Set(cx.bound);
    const statements = cx.collect(() => {
      test = lowerTest(value, cx);
    });
    cx.bound = saved;
    if (statements.length === 0) {
      result = b.logical(operator, result, test);
      continue;
    }
    // The operand needs statements: they run only when the left side leaves the question open.
    const name = cx.scratch();
    cx.emit(b.statement(b.assign(b.id(name), result)));
    const open = node.op === 'And' ? b.id(name) : b.not(b.id(name));
    cx.emit(b.ifStatement(open, [...statements, b.statement(b.assign(b.id(name), test))]));
    result = b.id(name);
  }
  return result!;
}

export { lowerInto };
