/** Expressions in a tree that a program has made: what CPython's compiler checks in them. */
import { TypeError, ValueError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { PyFrozenSet } from '../../object/table.js';
import { typeOf } from '../../object/typeof.js';
import { Ellipsis, PyBytes, PyComplex, PyFloat, PyTuple } from '../../object/values.js';
import type { TreeNode } from './read.js';

export type Context = 'Load' | 'Store' | 'Del';
export type Nodes = readonly (TreeNode | null)[];

/** Bounds of a node that cannot be those of any text. */
export function validatePosition({ lineno, col, endLineno, endCol }: TreeNode): void {
  if (lineno > endLineno) throw ValueError(`AST node line range (${lineno}, ${endLineno}) is not valid`);
  if ((lineno < 0 && endLineno !== lineno) || (col < 0 && col !== endCol)) {
    const lines = `line range (${lineno}, ${endLineno})`;
    throw ValueError(`AST node column range (${col}, ${endCol}) for ${lines} is not valid`);
  }
  if (lineno === endLineno && col > endCol)
    throw ValueError(`line ${lineno}, column ${col}-${endCol} is not a valid range`);
}

/** A name that is none of the constants. */
export function validateName(name: string): void {
  if (name === 'None' || name === 'True' || name === 'False')
    throw ValueError(`identifier field can't represent '${name}' constant`);
}

const NAMED_CONTEXT = new Set(['Attribute', 'Subscript', 'Starred', 'Name', 'List', 'Tuple']);

export function validateExpr(e: TreeNode, context: Context = 'Load'): void {
  validatePosition(e);
  if (e.type === 'Name') validateName(e.id);
  if (NAMED_CONTEXT.has(e.type)) {
    if (e.ctx !== context) throw ValueError(`expression must have ${context} context but has ${e.ctx} instead`);
  } else if (context !== 'Load') throw ValueError(`expression which can't be assigned to in ${context} context`);
  EXPRESSIONS[e.type]?.(e, context);
}

export function validateOptional(e: TreeNode | null, context: Context = 'Load'): void {
  if (e !== null) validateExpr(e, context);
}

export function validateExprs(list: Nodes, context: Context = 'Load', areOptional = false): void {
  for (const e of list) {
    if (e !== null) validateExpr(e, context);
    else if (!areOptional) throw ValueError('None disallowed in expression list');
  }
}

function validateComprehensions(generators: readonly TreeNode[]): void {
  if (generators.length === 0) throw ValueError('comprehension with no generators');
  for (const { target, iter, ifs } of generators) {
    validateExpr(target, 'Store');
    validateExpr(iter);
    validateExprs(ifs);
  }
}

export const validateKeywords = (keywords: readonly TreeNode[]): void =>
  keywords.forEach(({ value }) => validateExpr(value));

export function validateArguments(of: TreeNode): void {
  const annotated = (list: readonly (TreeNode | null)[]): void => {
    for (const arg of list) {
      if (arg === null) continue;
      validatePosition(arg);
      validateOptional(arg.annotation);
    }
  };
  annotated(of.posonlyargs);
  annotated(of.args);
  validateOptional(of.vararg?.annotation ?? null);
  annotated(of.kwonlyargs);
  validateOptional(of.kwarg?.annotation ?? null);
  if (of.defaults.length > of.posonlyargs.length + of.args.length)
    throw ValueError('more positional defaults than args on arguments');
  if (of.kw_defaults.length !== of.kwonlyargs.length)
    throw ValueError('length of kwonlyargs is not the same as kw_defaults on arguments');
  validateExprs(of.defaults);
  validateExprs(of.kw_defaults, 'Load', true);
}

function validateConstant(value: Py): void {
  if (value === null || value === Ellipsis || ['number', 'bigint', 'boolean', 'string'].includes(typeof value)) return;
  const type = typeOf(value);
  if (type.isHeap) throw TypeError(`got an invalid type in Constant: ${type.name}`);
  if (value instanceof PyTuple || value instanceof PyFrozenSet) {
    const items: readonly Py[] = value instanceof PyTuple ? value.items : [...value.map.keys()];
    items.forEach(validateConstant);
    return;
  }
  if (value instanceof PyFloat || value instanceof PyComplex || value instanceof PyBytes) return;
  throw TypeError(`got an invalid type in Constant: ${type.name}`);
}

const comprehension = (e: TreeNode): void => {
  validateComprehensions(e.generators);
  validateExpr(e.elt);
};
export const valueOf = (e: TreeNode): void => validateOptional(e.value);

const EXPRESSIONS: Readonly<Record<string, (e: TreeNode, context: Context) => void>> = {
  BoolOp: ({ values }) => {
    if (values.length < 2) throw ValueError('BoolOp with less than 2 values');
    validateExprs(values);
  },
  BinOp: ({ left, right }) => validateExprs([left, right]),
  UnaryOp: ({ operand }) => validateExpr(operand),
  Lambda: ({ args, body }) => {
    validateArguments(args);
    validateExpr(body);
  },
  IfExp: ({ test, body, orelse }) => validateExprs([test, body, orelse]),
  Dict: ({ keys, values }) => {
    if (keys.length !== values.length) throw ValueError("Dict doesn't have the same number of keys as values");
    validateExprs(keys, 'Load', true);
    validateExprs(values);
  },
  Set: ({ elts }) => validateExprs(elts),
  ListComp: comprehension,
  SetComp: comprehension,
  GeneratorExp: comprehension,
  DictComp: ({ generators, key, value }) => {
    validateComprehensions(generators);
    validateExprs([key, value]);
  },
  Yield: valueOf,
  YieldFrom: valueOf,
  Await: valueOf,
  Compare: ({ left, ops, comparators }) => {
    if (comparators.length === 0) throw ValueError('Compare with no comparators');
    if (comparators.length !== ops.length)
      throw ValueError('Compare has a different number of comparators and operands');
    validateExprs(comparators);
    validateExpr(left);
  },
  Call: ({ func, args, keywords }) => {
    validateExpr(func);
    validateExprs(args);
    validateKeywords(keywords);
  },
  Constant: ({ value }) => validateConstant(value),
  JoinedStr: ({ values }) => validateExprs(values),
  FormattedValue: ({ value, format_spec }) => {
    validateExpr(value);
    validateOptional(format_spec);
  },
  Attribute: valueOf,
  Subscript: ({ slice, value }) => validateExprs([slice, value]),
  Starred: ({ value }, context) => validateExpr(value, context),
  Slice: ({ lower, upper, step }) => validateExprs([lower, upper, step], 'Load', true),
  List: ({ elts }, context) => validateExprs(elts, context),
  Tuple: ({ elts }, context) => validateExprs(elts, context),
  NamedExpr: ({ target, value }) => {
    if (target.type !== 'Name') throw TypeError('NamedExpr target must be a Name');
    validateExpr(value);
  },
};
