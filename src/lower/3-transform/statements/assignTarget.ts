/** Assignment of one value to one target of any form. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { fromName, storeAttribute } from '../expressions/Attribute.js';
import { lowerExpr } from '../expressions/index.js';
import { deleteSubscript, storeSubscript } from '../expressions/Subscript.js';
import { deleteName, dualOf, dualTarget, storeName } from '../names.js';
import { taken } from '../threaded.js';
import { toldTarget } from '../tracedParts.js';

/** Emits the assignment; `value` is evaluated exactly once. */
export function assignTo(target: ast.Expr, value: b.Expression, cx: FunctionContext): void {
  switch (target.type) {
    case 'Name':
      cx.emit(b.statement(storeName(cx.mangled(target.id), toldTarget(value, target, cx), cx)));
      return;
    case 'Attribute': {
      const held = cx.spill(value);
      const object = lowerExpr(target.value, cx);
      cx.emit(b.statement(storeAttribute(object, cx.mangled(target.attr), held, target, cx)));
      return;
    }
    case 'Subscript': {
      const held = cx.spill(value);
      cx.emit(b.statement(storeSubscript(target, held, cx)));
      return;
    }
    case 'Tuple':
    case 'List':
      cx.withOwnTemps(() => unpack(target, value, cx));
      return;
    case 'Starred':
      assignTo(target.value, value, cx);
      return;
    default:
      throw new Error(`pymp: cannot assign to ${target.type}`);
  }
}

/** `a, *b, c = value`. */
function unpack(target: ast.Tuple | ast.List, value: b.Expression, cx: FunctionContext): void {
  const star = target.elts.findIndex((e) => e.type === 'Starred');
  if (star < 0 && target.elts.some((e) => e.type === 'Name' && isDual(e, cx)) && target.elts.every(isName)) {
    const held = cx.spill(value);
    const bound = new Set(cx.bound);
    const general = cx.collect(() => unpackItems(target, held, star, cx));
    cx.bound = bound;
    unpackDoubles(target.elts, held, general, cx);
  } else unpackItems(target, value, star, cx);
}

const isName = (e: ast.Expr): e is ast.Name => e.type === 'Name';
const isDual = (e: ast.Name, cx: FunctionContext): boolean => dualOf(cx.mangled(e.id), e, cx) !== null;

/** From a list of doubles these go straight into the variables, as many as there are; `general` is for anything else. */
function unpackDoubles(names: readonly ast.Name[], v: b.Expression, general: b.Statement[], cx: FunctionContext): void {
  const raw = b.id(cx.scratch());
  const isList = b.and(b.binary('!==', v, b.nil()), b.binary('===', b.member(v, 'c$'), cx.helper('list')));
  const isRaw = b.binary('!==', b.assign(raw, b.member(v, 'raw')), b.nil());
  const fits = b.binary('===', b.member(raw, 'length'), b.literal(names.length));
  const stores = names.map((name, i) => {
    const dual = dualTarget(cx.mangled(name.id), cx);
    const item = b.index(raw, b.literal(i));
    const store =
      dual === null
        ? storeName(cx.mangled(name.id), b.construct(cx.helper('PyFloat'), [item]), cx)
        : b.sequence(b.assign(dual.raw, item), b.assign(dual.value, b.undef()));
    return b.statement(store);
  });
  cx.emit(b.ifStatement(b.and(isList, isRaw, fits), stores, general));
}

function unpackItems(target: ast.Tuple | ast.List, value: b.Expression, star: number, cx: FunctionContext): void {
  const parts = cx.scratch();
  const call =
    star < 0
      ? unpackPlain(target, value, cx)
      : cx.op('unpackStar', [taken(value, cx), b.literal(star), b.literal(target.elts.length - star - 1)], target);
  cx.emit(b.statement(b.assign(b.id(parts), call)));
  target.elts.forEach((element, i) => {
    const item = b.index(b.id(parts), b.literal(i));
    if (element.type === 'Name') assignTo(element, item, cx);
    else {
      const held = cx.scratch();
      cx.emit(b.statement(b.assign(b.id(held), item)));
      assignTo(element, b.id(held), cx);
    }
  });
}

/** The items of a tuple of the right length as they are; a helper for everything else. */
function unpackPlain(target: ast.Tuple | ast.List, value: b.Expression, cx: FunctionContext): b.Expression {
  const count = b.literal(target.elts.length);
  const [setup, v] = b.isSimple(value) ? [null, value] : cx.stable(value);
  const isTuple = b.and(b.binary('!==', v, b.nil()), b.binary('===', b.member(v, 'c$'), cx.helper('tuple')));
  const items = b.member(v, 'items');
  const fits = b.and(isTuple, b.binary('===', b.member(items, 'length'), count));
  const other = cx.op('unpack', [taken(v, cx, target.elts.length + 1), count], target);
  const unpacked = b.conditional(fits, items, isStoredAtOnce(target, cx) ? listItems(v, target, other, cx) : other);
  return setup === null ? unpacked : b.sequence(setup, unpacked);
}

/** Nothing can come between the reading of one item and the next. */
const isStoredAtOnce = ({ elts }: ast.Tuple | ast.List, cx: FunctionContext): boolean =>
  elts.length > 0 && elts.every(isName) && cx.unit.globalsMode !== 'dict';

/** The items of a list of the right length themselves, with no copy. */
function listItems(v: b.Expression, { elts }: ast.Tuple | ast.List, other: b.Expression, cx: FunctionContext) {
  const isList = b.and(b.binary('!==', v, b.nil()), b.binary('===', b.member(v, 'c$'), cx.helper('list')));
  const tagged = b.member(v, 'tagged');
  const fits = b.and(isList, b.binary('===', b.member(tagged, 'length'), b.literal(elts.length)));
  return b.conditional(fits, tagged, other);
}

/** `del target`. */
export function deleteTarget(target: ast.Expr, cx: FunctionContext): void {
  switch (target.type) {
    case 'Name':
      cx.emit(b.statement(deleteName(cx.mangled(target.id), target, cx)));
      return;
    case 'Attribute':
      cx.emit(
        b.statement(
          cx.op(
            'delAttr',
            [lowerExpr(target.value, cx), b.literal(cx.mangled(target.attr))],
            fromName(target, target, cx),
          ),
        ),
      );
      return;
    case 'Subscript':
      cx.emit(b.statement(deleteSubscript(target, cx)));
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) deleteTarget(element, cx);
      return;
    default:
      throw new Error(`pymp: cannot delete ${target.type}`);
  }
}
