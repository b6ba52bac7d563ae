/** The patterns of `match` in a tree that a program has made: what CPython's compiler checks in them. */
import { ValueError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { PyBytes, PyComplex, PyFloat } from '../../object/values.js';
import type { TreeNode } from './read.js';
import { validateExpr, validateName, validatePosition } from './validateExpr.js';

/** @param mayBeStar whether `*rest` may stand here */
export function validatePattern(pattern: TreeNode, mayBeStar: boolean): void {
  validatePosition(pattern);
  PATTERNS[pattern.type]!(pattern, mayBeStar);
}

const validatePatterns = (patterns: readonly TreeNode[], mayBeStar: boolean): void =>
  patterns.forEach((each) => validatePattern(each, mayBeStar));

function validateCapture(name: string | null): void {
  if (name === null) return;
  if (name === '_') throw ValueError("can't capture name '_' in patterns");
  validateName(name);
}

const isSingleton = (value: Py): boolean => value === null || typeof value === 'boolean';
const isReal = (value: Py): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat;

const isNumber = (e: TreeNode, isWanted: (value: Py) => boolean): boolean => e.type === 'Constant' && isWanted(e.value);
const isNegative = (e: TreeNode, isWanted: (value: Py) => boolean): boolean =>
  e.type === 'UnaryOp' && e.op === 'USub' && isNumber(e.operand, isWanted);

/** `-1 + 2j` and the like. */
const isComplexLiteral = ({ left, op, right }: TreeNode): boolean =>
  (op === 'Add' || op === 'Sub') &&
  (isNumber(left, isReal) || isNegative(left, isReal)) &&
  isNumber(right, (value) => value instanceof PyComplex);

function validateMatchValue(e: TreeNode): void {
  validateExpr(e);
  if (e.type === 'Constant') {
    const { value } = e;
    if (isReal(value) || typeof value === 'string' || value instanceof PyBytes || value instanceof PyComplex) return;
    throw ValueError('unexpected constant inside of a literal pattern');
  }
  if (e.type === 'Attribute' || e.type === 'JoinedStr') return;
  if (e.type === 'UnaryOp' && isNegative(e, (value) => isReal(value) || value instanceof PyComplex)) return;
  if (e.type === 'BinOp' && isComplexLiteral(e)) return;
  throw ValueError('patterns may only match literals and attribute lookups');
}

function validateClass(cls: TreeNode): void {
  validateExpr(cls);
  for (let e = cls; e.type !== 'Name'; e = e.value)
    if (e.type !== 'Attribute') throw ValueError('MatchClass cls field can only contain Name or Attribute nodes.');
}

const PATTERNS: Readonly<Record<string, (pattern: TreeNode, mayBeStar: boolean) => void>> = {
  MatchValue: ({ value }) => validateMatchValue(value),
  MatchSingleton: ({ value }) => {
    if (!isSingleton(value)) throw ValueError('MatchSingleton can only contain True, False and None');
  },
  MatchSequence: ({ patterns }) => validatePatterns(patterns, true),
  MatchMapping: ({ keys, patterns, rest }) => {
    if (keys.length !== patterns.length)
      throw ValueError("MatchMapping doesn't have the same number of keys as patterns");
    validateCapture(rest);
    for (const key of keys) if (key.type !== 'Constant' || !isSingleton(key.value)) validateMatchValue(key);
    validatePatterns(patterns, false);
  },
  MatchClass: ({ cls, patterns, kwd_attrs, kwd_patterns }) => {
    if (kwd_attrs.length !== kwd_patterns.length)
      throw ValueError("MatchClass doesn't have the same number of keyword attributes as patterns");
    validateClass(cls);
    kwd_attrs.forEach(validateName);
    validatePatterns(patterns, false);
    validatePatterns(kwd_patterns, false);
  },
  MatchStar: ({ name }, mayBeStar) => {
    if (!mayBeStar) throw ValueError("can't use MatchStar here");
    validateCapture(name);
  },
  MatchAs: ({ pattern, name }) => {
    validateCapture(name);
    if (pattern === null) return;
    if (name === null) throw ValueError('MatchAs must specify a target name if a pattern is given');
    validatePattern(pattern, false);
  },
  MatchOr: ({ patterns }) => {
    if (patterns.length < 2) throw ValueError('MatchOr requires at least 2 patterns');
    validatePatterns(patterns, false);
  },
};
