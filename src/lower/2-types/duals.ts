/**
 * Which local variables may hold floats in a loop, and so are kept in two JavaScript variables: `x` for any value, and
 * `x$f` for a raw double, which is the one that counts while `x` is undefined. No value is boxed on the way from one
 * operation to the next, and nothing has to be undone when a variable turns out to hold something else.
 */
import type * as ast from '../../parser/ast.js';
import type { Scope, Variable } from '../1-scope/scope.js';
import { isNoNumber, isText } from './texts.js';

type AnyNode = { readonly type: string } & Record<string, any>;

/** The operators and comparisons that numbers take part in. */
const NUMERIC = new Set('Add Sub Mult Div Pow FloorDiv Mod Eq NotEq Lt LtE Gt GtE'.split(' '));
const INT_OPERATORS = new Set([
  'Add',
  'Sub',
  'Mult',
  'FloorDiv',
  'Mod',
  'BitAnd',
  'BitOr',
  'BitXor',
  'LShift',
  'RShift',
]);
const INT_CALLS = new Set(['len', 'int', 'ord', 'range', 'id', 'hash']);

interface Facts {
  /** Operand of arithmetic or of a comparison. */
  operand: boolean;
  /** Used as no number is: beside a text, with an index, to run through. */
  noNumber: boolean;
  /** Every value assigned is an int by its form, as far as the other variables marked so are. */
  sources: (ast.Expr | 'unknown' | 'int' | 'other')[];
}

/** What the text says of a function's variables. */
export interface NumberVariables {
  /** Kept as duals. */
  readonly duals: ReadonlySet<Variable>;
  /** Given nothing but ints by the text, as far as names mean what they seem to: not worth a look for a float. */
  readonly ints: Set<Variable>;
}

/** `find` gives the variable that a name means in the function. */
export function numberVariables(
  frame: Scope,
  body: readonly AnyNode[],
  params: readonly Variable[],
  find: (name: string) => Variable | null,
): NumberVariables {
  const facts = new Map<Variable, Facts>();
  const of = (v: Variable): Facts => {
    let f = facts.get(v);
    if (f === undefined) facts.set(v, (f = { operand: false, noNumber: false, sources: [] }));
    return f;
  };
  for (const p of params) of(p).sources.push('unknown');
  collect(body, of, (name) => {
    const v = find(name);
    return v !== null && v.scope === frame ? v : null;
  });
  const ints = intVariables(facts, find);
  const duals = new Set<Variable>();
  for (const [v, f] of facts) {
    if (!f.operand || f.noNumber || v.captured || v.deleted || ints.has(v)) continue;
    if (f.sources.length > 0 && f.sources.every((s) => s === 'other')) continue;
    duals.add(v);
  }
  return { duals, ints };
}

/** The module-level variables that the module's own statements give nothing but ints. */
export function intGlobals(root: Scope, body: readonly AnyNode[], isGlobal: (name: string) => boolean): Set<string> {
  const variables = new Map<string, Variable>();
  const find = (name: string): Variable | null => {
    if (!isGlobal(name)) return null;
    let variable = variables.get(name);
    if (variable === undefined) variables.set(name, (variable = { name, scope: root } as Variable));
    return variable;
  };
  return new Set([...numberVariables(root, body, [], find).ints].map((v) => v.name));
}

function collect(nodes: readonly AnyNode[], of: (v: Variable) => Facts, find: (name: string) => Variable | null): void {
  const note = (e: ast.Expr, fact: 'operand' | 'noNumber'): void => {
    if (e.type !== 'Name') return;
    const v = find(e.id);
    if (v !== null) of(v)[fact] = true;
  };
  /** Two operands: what one is by its form says something of the other. */
  const pair = (op: string, left: ast.Expr, right: ast.Expr): void => {
    if (op === 'In' || op === 'NotIn') note(right, 'noNumber');
    if (!NUMERIC.has(op)) {
      if ((op === 'In' || op === 'NotIn') && isText(right)) note(left, 'noNumber');
      return;
    }
    if (isText(left) || isText(right)) {
      // A text times a number, and a template's value, say nothing.
      if (op === 'Mult' || op === 'Mod') return;
      note(left, 'noNumber');
      note(right, 'noNumber');
    } else if (!isNoNumber(left) && !isNoNumber(right)) {
      note(left, 'operand');
      note(right, 'operand');
    }
  };
  const assign = (target: ast.Expr, value: ast.Expr | 'unknown' | 'int' | 'other'): void => {
    if (target.type === 'Name') {
      const v = find(target.id);
      if (v !== null) of(v).sources.push(typeof value === 'string' ? value : classify(value));
    } else if (target.type === 'Tuple' || target.type === 'List') {
      const parts =
        typeof value !== 'string' && value.type === 'Tuple' && value.elts.length === target.elts.length
          ? value.elts
          : null;
      target.elts.forEach((e, i) =>
        assign(
          e.type === 'Starred' ? e.value : e,
          e.type === 'Starred' ? 'other' : parts === null ? 'unknown' : parts[i]!,
        ),
      );
    }
  };
  const visit = (node: AnyNode): void => {
    switch (node.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef': {
        const v = find(node.name);
        if (v !== null) of(v).sources.push('other');
        return;
      }
      case 'Lambda':
        return;
      case 'BinOp':
        pair(node.op, node.left, node.right);
        break;
      case 'UnaryOp':
        if (node.op === 'USub') note(node.operand, 'operand');
        break;
      case 'Compare':
        node.ops.forEach((op: string, i: number) => {
          pair(op, i === 0 ? node.left : node.comparators[i - 1], node.comparators[i]);
        });
        break;
      case 'Subscript':
        note(node.value, 'noNumber');
        break;
      case 'Assign':
        for (const target of node.targets) assign(target, node.value);
        break;
      case 'AnnAssign':
        if (node.value !== null) assign(node.target, node.value);
        break;
      case 'AugAssign':
        pair(node.op, node.target, node.value);
        assign(node.target, {
          ...node,
          type: 'BinOp',
          left: { ...node.target, ctx: 'Load' },
          right: node.value,
        } as unknown as ast.Expr);
        break;
      case 'NamedExpr':
        assign(node.target, node.value);
        break;
      case 'For':
      case 'comprehension':
        note(node.iter, 'noNumber');
        if (isEnumerate(node.iter) && node.target.type === 'Tuple' && node.target.elts.length === 2) {
          assign(node.target.elts[0], 'int');
          assign(node.target.elts[1], 'unknown');
        } else assign(node.target, isIntIterable(node.iter) ? 'int' : 'unknown');
        break;
      case 'AsyncFor':
        assign(node.target, 'unknown');
        break;
      case 'withitem':
        if (node.optional_vars !== null) assign(node.optional_vars, 'other');
        break;
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          const v = find(alias.asname ?? alias.name.split('.')[0]);
          if (v !== null) of(v).sources.push('other');
        }
        break;
      default:
    }
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (value === null || typeof value !== 'object') continue;
      if (Array.isArray(value)) {
        for (const item of value) if (item !== null && typeof item === 'object' && 'type' in item) visit(item);
      } else if ('type' in value) visit(value);
    }
  };
  for (const node of nodes) visit(node);
}

export const isIntIterable = (iter: ast.Expr): boolean =>
  iter.type === 'Call' && iter.func.type === 'Name' && (iter.func.id === 'range' || iter.func.id === 'xrange');

const isEnumerate = (iter: ast.Expr): boolean =>
  iter.type === 'Call' && iter.func.type === 'Name' && iter.func.id === 'enumerate';

/** Values that are neither numbers nor unknown. */
const classify = (e: ast.Expr): ast.Expr | 'other' => (isNoNumber(e) ? 'other' : e);

/** The variables that hold only ints: all assumed to, then those taken out whose values are not, until nothing changes. */
function intVariables(facts: ReadonlyMap<Variable, Facts>, find: (name: string) => Variable | null): Set<Variable> {
  const ints = new Set([...facts].filter(([, f]) => f.sources.length > 0).map(([v]) => v));
  const isInt = (e: ast.Expr): boolean => {
    switch (e.type) {
      case 'Constant':
        return e.value.kind === 'int';
      case 'Name': {
        const v = find(e.id);
        return v !== null && ints.has(v);
      }
      case 'BinOp':
        return INT_OPERATORS.has(e.op) && isInt(e.left) && isInt(e.right);
      case 'UnaryOp':
        return e.op !== 'Not' && isInt(e.operand);
      case 'IfExp':
        return isInt(e.body) && isInt(e.orelse);
      case 'Call':
        return e.func.type === 'Name' && INT_CALLS.has(e.func.id);
      default:
        return false;
    }
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const v of ints) {
      const ok = facts.get(v)!.sources.every((s) => s === 'int' || (typeof s !== 'string' && isInt(s)));
      if (!ok) changed = ints.delete(v) || changed;
    }
  }
  return ints;
}
