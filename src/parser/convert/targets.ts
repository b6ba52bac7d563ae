/** Expressions that are assigned to or deleted. */
import type { Expr, ExprContext, Span } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { refuse } from '../validate/refuse.js';

type Dialect = 2 | 3;

/** `target` with the context `Store`. If it is no target, throws {@link NotPython}, or what Python 2 says. */
export function storeTarget(target: Expr, dialect: Dialect): Expr {
  return withContext(target, 'Store', dialect);
}

/** `target` with the context `Del`; throws as {@link storeTarget} does. */
export function deleteTarget(target: Expr, dialect: Dialect): Expr {
  return withContext(target, 'Del', dialect);
}

function withContext(target: Expr, ctx: ExprContext, dialect: Dialect): Expr {
  switch (target.type) {
    case 'Name':
      if (dialect === 2 && ctx === 'Store') checkName2(target.id, target);
      return { ...target, ctx };
    case 'Attribute':
      if (dialect === 2 && ctx === 'Store') checkName2(target.attr, target);
      return { ...target, ctx };
    case 'Subscript':
      return { ...target, ctx };
    case 'Starred':
      if (ctx === 'Del') throw new NotPython();
      return { ...target, ctx, value: withContext(target.value, ctx, dialect) };
    case 'Tuple':
      if (dialect === 2 && target.elts.length === 0) return notTarget(target, ctx, dialect);
      return { ...target, ctx, elts: target.elts.map((element) => withContext(element, ctx, dialect)) };
    case 'List':
      return { ...target, ctx, elts: target.elts.map((element) => withContext(element, ctx, dialect)) };
    default:
      return notTarget(target, ctx, dialect);
  }
}

const NAMES_2: Readonly<Partial<Record<Expr['type'], string>>> = {
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'operator',
  BinOp: 'operator',
  UnaryOp: 'operator',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Compare: 'comparison',
  Repr: 'repr',
  IfExp: 'conditional expression',
  Tuple: '()',
};

function notTarget(target: Expr, ctx: ExprContext, dialect: Dialect): never {
  if (dialect === 3) throw new NotPython();
  return refuse(`can't ${ctx === 'Del' ? 'delete' : 'assign to'} ${NAMES_2[target.type] ?? 'literal'}`, target);
}

/** Python 2 has two names that cannot be assigned to. */
export function checkName2(name: string, at: Span): void {
  if (name === 'None' || name === '__debug__') refuse(`cannot assign to ${name}`, at);
}
