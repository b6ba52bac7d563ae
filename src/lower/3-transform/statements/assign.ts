import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext, HelperName } from '../context.js';
import { loadAttribute, storeAttribute } from '../expressions/Attribute.js';
import { BINARY_HELPER, binary } from '../expressions/BinOp.js';
import { lowerExpr, lowerExprs } from '../expressions/index.js';
import { operands } from '../expressions/operands.js';
import { loadItem, lowerSubscript, storeItem } from '../expressions/Subscript.js';
import { annotationText } from '../function.js';
import { loadName, storeName } from '../names.js';
import type { StmtVisitor } from '../visitor.js';
import { assignTo, deleteTarget } from './assignTarget.js';

export const Assign: StmtVisitor<'Assign'> = (node, cx) => {
  const [target] = node.targets;
  if (node.targets.length === 1 && swaps(target!, node.value, cx)) return;
  if (node.targets.length === 1) {
    assignTo(target!, lowerExpr(node.value, cx), cx);
    return;
  }
  const held = cx.spill(lowerExpr(node.value, cx));
  for (const t of node.targets) assignTo(t, held, cx);
};

/** `a, b = x, y` without the tuple: all values first, then all assignments. */
function swaps(target: ast.Expr, value: ast.Expr, cx: FunctionContext): boolean {
  if ((target.type !== 'Tuple' && target.type !== 'List') || value.type !== 'Tuple') return false;
  if (target.elts.length !== value.elts.length) return false;
  if ([...target.elts, ...value.elts].some((e) => e.type === 'Starred')) return false;
  const values = lowerExprs(value.elts, cx).map((v) => cx.spill(v));
  target.elts.forEach((element, i) => assignTo(element, values[i]!, cx));
  return true;
}

/** `target: annotation = value`. Annotations of modules and classes go into `__annotations__`; a function's are not evaluated. */
export const AnnAssign: StmtVisitor<'AnnAssign'> = (node, cx) => {
  if (node.value !== null) assignTo(node.target, lowerExpr(node.value, cx), cx);
  if (cx.frame.kind === 'function') return;
  if (node.target.type === 'Name' && node.simple) {
    const annotation = cx.unit.options.futureAnnotations ? b.literal(annotationText(node.annotation, cx)) : lowerExpr(node.annotation, cx);
    const space = cx.frame.kind === 'class' ? b.id('$ns') : b.id('$u');
    cx.emit(b.statement(cx.op('annotate', [space, b.literal(cx.mangled(node.target.id)), annotation], node)));
  } else if (!cx.unit.options.futureAnnotations) cx.emit(b.statement(lowerExpr(node.annotation, cx)));
};

const IN_PLACE: Record<ast.Operator, HelperName> = {
  Add: 'iadd',
  Sub: 'isub',
  Mult: 'imul',
  MatMult: 'imatMul',
  Div: 'itrueDiv',
  Mod: 'imod',
  Pow: 'ipow',
  LShift: 'ilshift',
  RShift: 'irshift',
  BitOr: 'ior',
  BitXor: 'ixor',
  BitAnd: 'iand',
  FloorDiv: 'ifloorDiv',
};

export const AugAssign: StmtVisitor<'AugAssign'> = (node, cx) => {
  const { target } = node;
  const helper = node.op === 'Div' && cx.unit.dialect === 2 && !cx.unit.options.futureDivision ? 'idiv' : IN_PLACE[node.op];
  void BINARY_HELPER;
  if (target.type === 'Name') {
    const name = cx.mangled(target.id);
    const { setup, values } = operands([{ ...target, ctx: 'Load' }, node.value], cx);
    const result = binary(node, node.op, values[0]!, values[1]!, cx, helper);
    cx.emit(b.statement(b.sequence(...setup, storeName(name, result, cx))));
    void loadName;
    return;
  }
  if (target.type === 'Attribute') {
    const object = cx.spill(lowerExpr(target.value, cx));
    const name = cx.mangled(target.attr);
    const old = cx.spill(loadAttribute(object, name, target, cx));
    const value = cx.spill(lowerExpr(node.value, cx));
    const result = cx.spill(binary(node, node.op, old, value, cx, helper));
    cx.emit(b.statement(storeAttribute(object, name, result, target, cx)));
    return;
  }
  const subscript = target as ast.Subscript;
  const [object, key] = lowerSubscript(subscript, cx).map((v) => cx.spill(v));
  const old = cx.spill(loadItem(object!, key!, subscript, cx));
  const value = cx.spill(lowerExpr(node.value, cx));
  const result = cx.spill(binary(node, node.op, old, value, cx, helper));
  cx.emit(b.statement(storeItem(object!, key!, result, subscript, cx)));
};

export const Delete: StmtVisitor<'Delete'> = (node, cx) => {
  for (const target of node.targets) deleteTarget(target, cx);
};
