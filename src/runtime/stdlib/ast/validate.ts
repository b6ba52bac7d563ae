/** What CPython's compiler checks in a tree that a program has made before it compiles it; the parser's own trees are always so. */
import { TypeError, ValueError } from '../../object/errors.js';
import type { TreeNode } from './read.js';
import {
  type Context,
  type Nodes,
  validateArguments,
  validateExpr,
  validateExprs,
  validateKeywords,
  validateName,
  validateOptional,
  validatePosition,
  valueOf,
} from './validateExpr.js';
import { validatePattern } from './validatePattern.js';

/** Throws ValueError, or TypeError for a thing of a class that can be no constant or no target. */
export function validateTree(tree: TreeNode): void {
  if (tree.type === 'Expression') validateExpr(tree.body);
  else validateStmts(tree.body);
}

function validateStmts(list: Nodes): void {
  for (const stmt of list) {
    if (stmt === null) throw ValueError('None disallowed in statement list');
    validatePosition(stmt);
    STATEMENTS[stmt.type]?.(stmt);
  }
}

function validateFilled(list: readonly unknown[], field: string, owner: string): void {
  if (list.length === 0) throw ValueError(`empty ${field} on ${owner}`);
}

function validateBody(list: Nodes, owner: string): void {
  validateFilled(list, 'body', owner);
  validateStmts(list);
}

function validateTypeParams(list: readonly TreeNode[]): void {
  for (const param of list) {
    validatePosition(param);
    validateName(param.name);
    validateOptional(param.bound ?? null);
    validateOptional(param.default_value);
  }
}

const functionDef = (s: TreeNode): void => {
  validateBody(s.body, s.type);
  validateTypeParams(s.type_params);
  validateArguments(s.args);
  validateExprs(s.decorator_list);
  validateOptional(s.returns);
};
const targets = (list: Nodes, owner: string, context: Context): void => {
  validateFilled(list, 'targets', owner);
  validateExprs(list, context);
};
const forLoop = (s: TreeNode): void => {
  validateExpr(s.target, 'Store');
  validateExpr(s.iter);
  validateBody(s.body, s.type);
  validateStmts(s.orelse);
};
const conditional = (s: TreeNode): void => {
  validateExpr(s.test);
  validateBody(s.body, s.type);
  validateStmts(s.orelse);
};
const withItems = (s: TreeNode): void => {
  validateFilled(s.items, 'items', s.type);
  for (const { context_expr, optional_vars } of s.items) {
    validateExpr(context_expr);
    validateOptional(optional_vars, 'Store');
  }
  validateBody(s.body, s.type);
};
const tryBlock = (s: TreeNode): void => {
  validateBody(s.body, s.type);
  if (s.handlers.length === 0 && s.finalbody.length === 0)
    throw ValueError(`${s.type} has neither except handlers nor finalbody`);
  if (s.handlers.length === 0 && s.orelse.length > 0) throw ValueError(`${s.type} has orelse but no except handlers`);
  for (const handler of s.handlers) {
    validatePosition(handler);
    validateOptional(handler.class);
    validateBody(handler.body, 'ExceptHandler');
  }
  validateStmts(s.finalbody);
  validateStmts(s.orelse);
};
const names = (s: TreeNode): void => validateFilled(s.names, 'names', s.type);

const STATEMENTS: Readonly<Record<string, (s: TreeNode) => void>> = {
  FunctionDef: functionDef,
  AsyncFunctionDef: functionDef,
  ClassDef: (s) => {
    validateBody(s.body, s.type);
    validateTypeParams(s.type_params);
    validateExprs(s.bases);
    validateKeywords(s.keywords);
    validateExprs(s.decorator_list);
  },
  Return: valueOf,
  Delete: (s) => targets(s.targets, s.type, 'Del'),
  Assign: (s) => {
    targets(s.targets, s.type, 'Store');
    validateExpr(s.value);
  },
  AugAssign: ({ target, value }) => {
    validateExpr(target, 'Store');
    validateExpr(value);
  },
  AnnAssign: ({ target, simple, value, annotation }) => {
    if (target.type !== 'Name' && simple) throw TypeError('AnnAssign with simple non-Name target');
    validateExpr(target, 'Store');
    validateOptional(value);
    validateExpr(annotation);
  },
  TypeAlias: ({ name, type_params, value }) => {
    if (name.type !== 'Name') throw TypeError('TypeAlias with non-Name name');
    validateExpr(name, 'Store');
    validateTypeParams(type_params);
    validateExpr(value);
  },
  For: forLoop,
  AsyncFor: forLoop,
  While: conditional,
  If: conditional,
  With: withItems,
  AsyncWith: withItems,
  Match: ({ subject, cases }) => {
    validateExpr(subject);
    validateFilled(cases, 'cases', 'Match');
    for (const { pattern, guard, body } of cases) {
      validatePattern(pattern, false);
      validateOptional(guard);
      validateBody(body, 'match_case');
    }
  },
  Raise: ({ exc, cause }) => {
    if (exc === null && cause !== null) throw ValueError('Raise with cause but no exception');
    validateOptional(exc);
    validateOptional(cause);
  },
  Try: tryBlock,
  TryStar: tryBlock,
  Assert: ({ test, msg }) => {
    validateExpr(test);
    validateOptional(msg);
  },
  Import: names,
  ImportFrom: (s) => {
    if (s.level !== null && s.level < 0) throw ValueError('Negative ImportFrom level');
    names(s);
  },
  Global: names,
  Nonlocal: names,
  Expr: valueOf,
};
