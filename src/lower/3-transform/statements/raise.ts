import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { lowerExpr, lowerExprs } from '../expressions/index.js';
import { lowerTest } from '../expressions/test.js';
import type { StmtVisitor } from '../visitor.js';

export const Raise: StmtVisitor<'Raise'> = (node, cx) => {
  if (node.py2 !== undefined) {
    const parts = [node.py2.type, node.py2.inst, node.py2.tback].filter((e): e is ast.Expr => e !== null);
    if (parts.length === 0) cx.raise(cx.op('reraise', [], node));
    else cx.raise(b.sequence(cx.at(node), b.call(cx.helper('raise2'), [b.array(lowerExprs(parts, cx))])));
    return;
  }
  if (node.exc === null) {
    cx.raise(cx.op('reraise', [], node));
    return;
  }
  const values = lowerExprs(node.cause === null ? [node.exc] : [node.exc, node.cause], cx);
  cx.raise(cx.op(node.cause === null ? 'raise' : 'raiseFrom', values, node));
};

/** `assert test, msg`. */
export const Assert: StmtVisitor<'Assert'> = (node, cx) => {
  if (cx.unit.options.optimize > 0) return;
  const test = lowerTest(node.test, cx);
  const failure = cx.collect(() => {
    const message = node.msg === null ? b.undef() : lowerExpr(node.msg, cx);
    cx.raise(cx.op('assertionFailed', [message], node.test));
  });
  cx.emit(b.ifStatement(b.not(test), failure));
};
