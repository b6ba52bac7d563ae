/** Functions that are one formula: a few assignments and a result, made of nothing but numbers' operations. */
import type * as ast from '../../parser/ast.js';

/** What such a function computes. Names in its expressions are parameters, variables of earlier steps, or global. */
export interface Formula {
  readonly params: readonly string[];
  readonly steps: readonly { readonly name: string; readonly value: ast.Expr }[];
  readonly result: ast.Expr;
}

/** Longer ones are worth a call. */
const MAX_OPERATIONS = 16;

const isDocstring = (node: ast.Stmt | undefined): boolean =>
  node?.type === 'Expr' && node.value.type === 'Constant' && node.value.value.kind === 'str';

/** The function's formula, or null where it is more than one. */
export function formulaOf(node: ast.FunctionDef): Formula | null {
  const { args } = node;
  if (node.decorator_list.length > 0 || args.vararg !== null || args.kwarg !== null) return null;
  if (args.kwonlyargs.length > 0 || args.defaults.length > 0) return null;
  const params = [...args.posonlyargs, ...args.args].map((arg) => arg.arg);
  const body = isDocstring(node.body[0]) ? node.body.slice(1) : node.body;
  const last = body.at(-1);
  if (last?.type !== 'Return' || last.value === null) return null;
  const known = new Set(params);
  const assigned = new Set<string>();
  const steps: { name: string; value: ast.Expr }[] = [];
  for (const statement of body.slice(0, -1)) {
    if (statement.type !== 'Assign' || statement.targets.length !== 1) return null;
    const target = statement.targets[0]!;
    if (target.type !== 'Name') return null;
    steps.push({ name: target.id, value: statement.value });
    assigned.add(target.id);
  }
  let left = MAX_OPERATIONS;
  /** `known` grows with the steps: a variable that is read before is an error that the function itself must raise. */
  const isPlain = (e: ast.Expr): boolean => {
    switch (e.type) {
      case 'Constant':
        return e.value.kind === 'int' || e.value.kind === 'float';
      case 'Name':
        return known.has(e.id) || !assigned.has(e.id);
      case 'UnaryOp':
        return e.op !== 'Not' && isPlain(e.operand);
      case 'BinOp':
        return --left >= 0 && isPlain(e.left) && isPlain(e.right);
      default:
        return false;
    }
  };
  for (const { name, value } of steps) {
    if (!isPlain(value)) return null;
    known.add(name);
  }
  return isPlain(last.value) && left < MAX_OPERATIONS ? { params, steps, result: last.value } : null;
}
