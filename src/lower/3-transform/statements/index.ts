/** The table of statement visitors, and lowering of a body. */
import type * as ast from '../../../parser/ast.js';
import { asFork } from '../../0-fork/nodes.js';
import type { FunctionContext } from '../context.js';
import { afterStatement } from '../endings.js';
import { toldStatement } from '../tracedParts.js';
import type { StmtTable } from '../visitor.js';
import { AnnAssign, Assign, AugAssign, Delete } from './assign.js';
import { ClassDef, FunctionDef, AsyncFunctionDef } from './definitions.js';
import { Exec, Print } from './python2.js';
import { AsyncFor, Break, Continue, For, While } from './loops.js';
import { lowerFork } from './fork.js';
import { Import, ImportFrom } from './imports.js';
import { begunWith, definedLater, emitBegun, emitLater, emitRegistration, registeredWith } from './later.js';
import { Match } from './Match.js';
import { Assert, Raise } from './raise.js';
import { Expr, Global, If, Nonlocal, Pass, Return } from './simple.js';
import { Try } from './Try.js';
import { TryStar } from './TryStar.js';
import { TypeAlias } from './TypeAlias.js';
import { AsyncWith, With } from './With.js';

const visitors: StmtTable = {
  AnnAssign,
  Assert,
  Assign,
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  AugAssign,
  Break,
  ClassDef,
  Continue,
  Delete,
  Exec,
  Expr,
  For,
  FunctionDef,
  Global,
  If,
  Import,
  ImportFrom,
  Match,
  Nonlocal,
  Pass,
  Print,
  Raise,
  Return,
  Try,
  TryStar,
  TypeAlias,
  While,
  With,
};

export function lowerStmt(node: ast.Stmt, cx: FunctionContext): void {
  cx.latestStart = 0;
  const fork = asFork(node);
  if (fork !== null) {
    lowerFork(fork, cx);
    return;
  }
  const visit = visitors[node.type] as (node: ast.Stmt, cx: FunctionContext) => void;
  const later = definedLater(node, cx);
  if (later !== null) {
    emitLater(later, cx, (inner) => visit(node, inner));
    return;
  }
  const module = registeredWith(node, cx);
  if (module !== null) {
    emitRegistration(module, cx, (inner) => visit(node, inner));
    return;
  }
  const begun = begunWith(node, cx);
  if (begun !== null) {
    emitBegun(begun, cx, (inner) => visit(node, inner));
    return;
  }
  const emit = () => toldStatement(node, cx, () => cx.withTemps(() => visit(node, cx)));
  if (!CATCHING.has(node.type)) {
    emit();
    afterStatement(node, cx);
    return;
  }
  cx.catching(emit);
  afterStatement(node, cx);
}

/** Statements that see what is raised in them. */
const CATCHING: ReadonlySet<string> = new Set(['Try', 'TryStar', 'With', 'AsyncWith']);

export function lowerBody(body: readonly ast.Stmt[], cx: FunctionContext): void {
  const outer = cx.tellsLines;
  cx.tellsLines = false;
  for (const [i, node] of body.entries()) {
    cx.isLast = i === body.length - 1;
    lowerStmt(node, cx);
  }
  cx.tellsLines = outer;
}

/** A nested block: its statements, and the variables that are bound at its end. */
export function lowerBlock(body: readonly ast.Stmt[], cx: FunctionContext) {
  const before = new Set(cx.bound);
  const statements = cx.collect(() => lowerBody(body, cx));
  const after = cx.bound;
  cx.bound = before;
  return { statements, after };
}

/** After branches: bound is what every one of them that goes on has bound. */
export function joinBound(cx: FunctionContext, ...branches: { statements: unknown[]; after: Set<any> }[]): void {
  const ends = (statements: any[]) =>
    ['ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement'].includes(statements.at(-1)?.type);
  const open = branches.filter((branch) => !ends(branch.statements));
  if (open.length === 0) return;
  const [first, ...rest] = open;
  cx.bound = new Set([...first!.after].filter((v) => rest.every((branch) => branch.after.has(v))));
}
