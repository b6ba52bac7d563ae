import type * as ast from '../../../parser/ast.js';
import { isText } from '../../2-types/texts.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { loadAttribute, property, storeAttribute } from '../expressions/Attribute.js';
import { binary } from '../expressions/BinOp.js';
import { lowerExpr, lowerExprs } from '../expressions/index.js';
import { lookedItem, lowerLooked } from '../expressions/looked.js';
import { mayBeInt, operands } from '../expressions/operands.js';
import { lowerSubscript, storeItem } from '../expressions/Subscript.js';
import { annotationText } from '../annotationText.js';
import { dualOf, dualTarget, isPlainFloat, storeName } from '../names.js';
import {
  boxed,
  loadRawAttribute,
  loadRawItem,
  mayBeFloat,
  storeRawItem,
  lowerNumeric,
  lowerPair,
  type Numeric,
  storeDual,
  usesFloats,
} from '../numeric.js';
import { operate } from '../operate.js';
import type { StmtVisitor } from '../visitor.js';
import { assignTo, deleteTarget } from './assignTarget.js';

export const Assign: StmtVisitor<'Assign'> = (node, cx) => {
  const [target] = node.targets;
  if (node.targets.length === 1 && swaps(target!, node.value, cx)) return;
  if (node.targets.length === 1 && target!.type === 'Name' && assignDual(target!, node.value, cx)) return;
  if (node.targets.length === 1 && target!.type === 'Subscript' && assignRawItem(target!, node.value, cx)) return;
  if (node.targets.length === 1 && target!.type === 'Attribute' && assignRaw(target!, node.value, cx)) return;
  if (node.targets.length === 1) {
    assignTo(target!, lowerLooked(node.value, cx), cx);
    return;
  }
  const held = cx.spill(lowerExpr(node.value, cx));
  for (const t of node.targets) assignTo(t, held, cx);
};

/** `x = arithmetic` where x is a dual: the double goes from one variable into the other. */
function assignDual(target: ast.Name, value: ast.Expr, cx: FunctionContext): boolean {
  const name = cx.mangled(target.id);
  if (dualOf(name, target, cx) === null) return false;
  const n = lowerNumeric(value, cx);
  cx.emit(b.statement(storeDual(dualTarget(name, cx)!, n)));
  return true;
}

/** `o.x = arithmetic`: a double goes into the raw slot of the attribute. */
function assignRaw(target: ast.Attribute, value: ast.Expr, cx: FunctionContext): boolean {
  if (!cx.unit.hasFloats || !mayBeFloat(value)) return false;
  const n = lowerNumeric(value, cx);
  if (n.kind !== 'dual' && n.kind !== 'float') {
    storeHeld(target, cx.spill(boxed(n, cx)), n.kind === 'any', cx);
    return true;
  }
  const settled = settleNumeric(n, cx);
  const object = cx.spill(lowerExpr(target.value, cx));
  cx.emit(b.statement(storeNumeric(object, cx.mangled(target.attr), settled, target, cx)));
  return true;
}

/** `o.x = held`: where it may be a float, it is looked at. */
function storeHeld(target: ast.Attribute, held: b.Expression, open: boolean, cx: FunctionContext): void {
  const object = cx.spill(lowerExpr(target.value, cx));
  const name = cx.mangled(target.attr);
  const plain = storeAttribute(object, name, held, target, cx);
  const raw = open ? storeSlot(object, name, b.member(held, 'v'), target, cx) : null;
  cx.emit(b.statement(raw === null ? plain : b.conditional(isPlainFloat(held), raw, plain)));
}

/** `o[k] = arithmetic`: a double goes into a list of doubles as it is. */
function assignRawItem(target: ast.Subscript, value: ast.Expr, cx: FunctionContext): boolean {
  if (!cx.unit.hasFloats || target.slice.type === 'Slice' || !mayBeInt(target.slice)) return false;
  if (value.type === 'Call' || value.type === 'IfExp' || !mayBeFloat(value)) return false;
  const n = lowerNumeric(value, cx);
  if (n.kind !== 'dual' && n.kind !== 'float') {
    const held = cx.spill(boxed(n, cx));
    const [object, key] = lowerSubscript(target, cx);
    cx.emit(b.statement(storeItem(object!, key!, held, target, cx)));
    return true;
  }
  const settled = settleNumeric(n, cx);
  const [object, key] = lowerSubscript(target, cx).map((v) => cx.spill(v));
  cx.emit(b.statement(storeRawItem(object!, key!, settled, target, cx)));
  return true;
}

/** `a, b = x, y` without the tuple: all values first, then all assignments. */
function swaps(target: ast.Expr, value: ast.Expr, cx: FunctionContext): boolean {
  if ((target.type !== 'Tuple' && target.type !== 'List') || value.type !== 'Tuple') return false;
  if (target.elts.length !== value.elts.length) return false;
  if ([...target.elts, ...value.elts].some((e) => e.type === 'Starred')) return false;
  const values = lowerExprs(value.elts, cx).map((v) => cx.spill(v));
  if (cx.tellsLines) cx.emit(b.statement(cx.at(value)));
  target.elts.forEach((element, i) => {
    const open = cx.unit.hasFloats && element.type === 'Attribute' && mayBeFloat(value.elts[i]!);
    if (open) storeHeld(element, values[i]!, true, cx);
    else assignTo(element, values[i]!, cx);
  });
  return true;
}

/** `target: annotation = value`. Annotations of modules and classes go into `__annotations__`; a function's are not evaluated. */
export const AnnAssign: StmtVisitor<'AnnAssign'> = (node, cx) => {
  if (node.value !== null) assignTo(node.target, lowerExpr(node.value, cx), cx);
  if (cx.frame.kind === 'function') return;
  if (node.target.type === 'Name' && node.simple) {
    const annotation = cx.unit.options.futureAnnotations
      ? b.literal(annotationText(node.annotation, cx))
      : lowerExpr(node.annotation, cx);
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
  const helper =
    node.op === 'Div' && cx.unit.dialect === 2 && !cx.unit.options.futureDivision ? 'idiv' : IN_PLACE[node.op];
  const arithmetic = cx.unit.hasFloats && usesFloats(node.op);
  if (target.type === 'Name') {
    const name = cx.mangled(target.id);
    if (arithmetic && !isText(node.value)) {
      const [left, right] = lowerPair({ ...target, ctx: 'Load' }, node.value, cx);
      const n = operate(node, node.op, left, right, helper, cx);
      const dual = dualTarget(name, cx);
      cx.emit(b.statement(dual === null ? storeName(name, boxed(n, cx), cx) : storeDual(dual, n)));
      return;
    }
    const { setup, values } = operands([{ ...target, ctx: 'Load' }, node.value], cx);
    const result = binary(node, node.op, values[0]!, values[1]!, cx, helper);
    cx.emit(b.statement(b.sequence(...setup, storeName(name, result, cx))));
    return;
  }
  if (target.type === 'Attribute') {
    const object = cx.spill(lowerExpr(target.value, cx));
    const name = cx.mangled(target.attr);
    if (arithmetic && !isText(node.value)) {
      const old = settleNumeric(loadRawAttribute(object, name, target, [], cx), cx);
      const right = lowerNumeric(node.value, cx);
      const n = settleNumeric(operate(node, node.op, old, right, helper, cx), cx);
      cx.emit(b.statement(storeNumeric(object, name, n, target, cx)));
      return;
    }
    const old = cx.spill(loadAttribute(object, name, target, cx));
    const value = cx.spill(lowerExpr(node.value, cx));
    const result = cx.spill(binary(node, node.op, old, value, cx, helper));
    cx.emit(b.statement(storeAttribute(object, name, result, target, cx)));
    return;
  }
  const subscript = target as ast.Subscript;
  if (arithmetic && !isText(node.value) && subscript.slice.type !== 'Slice' && mayBeInt(subscript.slice)) {
    const [o, k] = lowerSubscript(subscript, cx).map((v) => cx.spill(v));
    const old = settleNumeric(loadRawItem(o!, k!, subscript, cx), cx);
    const right = lowerNumeric(node.value, cx);
    const n = settleNumeric(operate(node, node.op, old, right, helper, cx), cx);
    cx.emit(
      b.statement(
        n.kind === 'dual' || n.kind === 'float'
          ? storeRawItem(o!, k!, n, subscript, cx)
          : storeItem(o!, k!, boxed(n, cx), subscript, cx),
      ),
    );
    return;
  }
  const [object, key] = lowerSubscript(subscript, cx).map((v) => cx.spill(v));
  const old = lookedItem(object!, key!, subscript, cx);
  const value = cx.spill(lowerExpr(node.value, cx));
  const result = cx.spill(binary(node, node.op, old, value, cx, helper));
  cx.emit(b.statement(storeItem(object!, key!, result, subscript, cx)));
};

/** Evaluates the set-up in a statement of its own. */
function settleNumeric(n: Numeric, cx: FunctionContext): Numeric {
  if (n.setup.length > 0) cx.emit(b.statement(b.sequence(...n.setup)));
  if (n.kind === 'float' && !b.isStable(n.value)) {
    const t = b.id(cx.scratch(true));
    cx.emit(b.statement(b.assign(t, n.value)));
    return { ...n, setup: [], value: t };
  }
  return { ...n, setup: [] };
}

/** Stores into an attribute: a double into its raw slot. */
function storeNumeric(
  object: b.Expression,
  name: string,
  n: Numeric,
  node: ast.Attribute,
  cx: FunctionContext,
): b.Expression {
  if (n.kind !== 'dual' && n.kind !== 'float') return storeAttribute(object, name, n.value, node, cx);
  const raw = n.kind === 'dual' ? n.raw : n.value;
  const rawStore = storeSlot(object, name, raw, node, cx);
  if (n.kind === 'float') return rawStore;
  return b.conditional(b.isUndefined(n.value), rawStore, storeAttribute(object, name, n.value, node, cx));
}

/** Stores a double: straight into the slot where the object has it, or its class says that it gets one. */
function storeSlot(
  object: b.Expression,
  name: string,
  raw: b.Expression,
  node: ast.Span,
  cx: FunctionContext,
): b.Expression {
  const slot = property(object, name, 'f$');
  const fresh = b.and(
    b.binary('===', property(object, name, 'a$'), b.literal(true)),
    b.isUndefined(property(object, name, 't$')),
  );
  const hasSlot = b.and(
    b.binary('!==', object, b.nil()),
    b.binary('===', b.member(object, 'd$'), b.literal(true)),
    b.or(b.binary('!==', slot, b.undef()), fresh),
  );
  const declared = b.and(
    b.binary('!==', object, b.nil()),
    b.binary('===', property(object, name, 'e$'), b.literal(true)),
  );
  const tagged = property(object, name, 's$');
  const emptied = b.conditional(b.binary('!==', tagged, b.undef()), b.assign(tagged, b.undef()), b.nil());
  return b.conditional(
    hasSlot,
    b.assign(slot, raw),
    b.conditional(
      declared,
      b.sequence(emptied, b.assign(slot, raw)),
      b.sequence(cx.at(node), b.call(cx.helper('storeRaw'), [object, b.literal(name), raw])),
    ),
  );
}

export const Delete: StmtVisitor<'Delete'> = (node, cx) => {
  for (const target of node.targets) deleteTarget(target, cx);
};
