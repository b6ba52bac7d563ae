/** Does a text compute with floats at all? Where it does not, only the int forms of operations are emitted. */
import type * as ast from '../../parser/ast.js';

type AnyNode = { readonly type: string } & Record<string, any>;

const FLOAT_MODULES = new Set(['math', 'random', 'time', 'statistics', 'cmath', 'timeit']);
const FLOAT_NAMES = new Set(['float', 'sqrt', 'random', 'uniform']);

function* children(node: AnyNode): Generator<AnyNode> {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (item !== null && typeof item === 'object') yield item;
    } else if (value !== null && typeof value === 'object' && 'type' in value) yield value;
  }
}

/** True at the first float literal, true division, float module or `float` in the text. */
export function hasFloats(module: ast.Mod, trueDivision: boolean): boolean {
  const visit = (node: AnyNode): boolean => {
    switch (node.type) {
      case 'Constant':
        return node.value.kind === 'float';
      case 'BinOp':
      case 'AugAssign':
        if (node.op === 'Div' && trueDivision) return true;
        break;
      case 'Name':
        if (FLOAT_NAMES.has(node.id)) return true;
        break;
      case 'alias':
        if (FLOAT_MODULES.has(node.name)) return true;
        break;
      case 'ImportFrom':
        if (FLOAT_MODULES.has(node.module ?? '')) return true;
        break;
      default:
    }
    for (const child of children(node)) if (visit(child)) return true;
    return false;
  };
  return visit(module as unknown as AnyNode);
}

const OF_NUMBERS: ReadonlySet<string> = new Set(['Sub', 'Mult', 'Div']);

/** The attributes that the text computes with as one does with numbers. */
export function numberAttributes(nodes: readonly AnyNode[]): Set<string> {
  const names = new Set<string>();
  const note = (...operands: AnyNode[]): void => {
    for (const e of operands) if (e.type === 'Attribute') names.add(e.attr);
  };
  const visit = (node: AnyNode): void => {
    if (node.type === 'BinOp' && OF_NUMBERS.has(node.op)) note(node.left, node.right);
    else if (node.type === 'AugAssign' && OF_NUMBERS.has(node.op)) note(node.target, node.value);
    for (const child of children(node)) visit(child);
  };
  nodes.forEach(visit);
  return names;
}
