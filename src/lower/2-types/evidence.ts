/** Does a text compute with floats at all? Where it does not, only the int forms of operations are emitted. */
import type * as ast from '../../parser/ast.js';

type AnyNode = { readonly type: string } & Record<string, any>;

const FLOAT_MODULES = new Set(['math', 'random', 'time', 'statistics', 'cmath', 'timeit']);
const FLOAT_NAMES = new Set(['float', 'sqrt', 'random', 'uniform']);

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
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (value === null || typeof value !== 'object') continue;
      if (Array.isArray(value)) {
        for (const item of value) if (item !== null && typeof item === 'object' && visit(item)) return true;
      } else if ('type' in value && visit(value)) return true;
    }
    return false;
  };
  return visit(module as unknown as AnyNode);
}
