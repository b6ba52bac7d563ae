/** The tree of a text that forks has a few nodes more; and makers of the ordinary ones that are put in. */
import type * as ast from '../../parser/ast.js';

/** Names of these variables begin with a dot, so that no program can have them. */
export const HIDDEN = '.';

/** Variables of a function that a continuation of it starts with; filled when the whole function is known. */
export interface FrameNames {
  /** Those that are JavaScript variables. */
  readonly locals: string[];
  /** Those that live in cells. */
  readonly cells: string[];
}

/** Stands before a call in which the process may be forked: notes where the function is and what its variables hold. */
export interface ForkPoint extends ast.Span {
  readonly type: 'ForkPoint';
  /** Number of the point in the text. */
  readonly id: number;
  readonly call: ast.Call;
  readonly names: FrameNames;
}

/** The head of a continuation: the variables get the values that they had. */
export interface ForkRestore extends ast.Span {
  readonly type: 'ForkRestore';
  readonly names: FrameNames;
}

/** Functions that are compiled here and bound to no name. */
export interface ForkDefinitions extends ast.Span {
  readonly type: 'ForkDefinitions';
  readonly functions: readonly ForkFunction[];
}

/** `role`: goes on from a point of a function or of the module, or only gives names to the cells of the function. */
export interface ForkFunction extends ast.FunctionDef {
  readonly fork: { readonly role: 'function' | 'module' | 'cells'; readonly point: number };
}

export type ForkStmt = ForkPoint | ForkRestore | ForkDefinitions;

/** The name that resumes in a continuation: called, it gives the value of the call that the process was forked in. */
export const RESUME = `${HIDDEN}resume`;
/** The values for the variables. */
export const VALUES = `${HIDDEN}values`;

export const asStmt = (node: ForkStmt): ast.Stmt => node as unknown as ast.Stmt;
export const asFork = (node: ast.Stmt): ForkStmt | null =>
  isForkType(node.type) ? (node as unknown as ForkStmt) : null;

/** Handlers and the like have a `type` that is an expression. */
const isForkType = (type: unknown): boolean => typeof type === 'string' && type.startsWith('Fork');

export const load = (id: string, at: ast.Span): ast.Name => name(id, 'Load', at);
export const store = (id: string, at: ast.Span): ast.Name => name(id, 'Store', at);

function name(id: string, ctx: 'Load' | 'Store', { start, end }: ast.Span): ast.Name {
  return { type: 'Name', id, ctx, start, end };
}

export function assign(id: string, value: ast.Expr): ast.Assign {
  return { type: 'Assign', targets: [store(id, value)], value, start: value.start, end: value.end };
}

export function truth(value: boolean, { start, end }: ast.Span): ast.Constant {
  return { type: 'Constant', value: { kind: 'bool', value }, kind: null, start, end };
}

export const none = ({ start, end }: ast.Span): ast.Constant => ({
  type: 'Constant',
  value: { kind: 'None' },
  kind: null,
  start,
  end,
});

export function ifThen(test: ast.Expr, body: readonly ast.Stmt[], orelse: readonly ast.Stmt[]): ast.If {
  return { type: 'If', test, body, orelse, start: test.start, end: test.end };
}

export const not = (operand: ast.Expr): ast.UnaryOp => ({
  type: 'UnaryOp',
  op: 'Not',
  operand,
  start: operand.start,
  end: operand.end,
});

/** `RESUME(args)`. */
export function resume(at: ast.Span, ...args: ast.Expr[]): ast.Call {
  return { type: 'Call', func: load(RESUME, at), args, keywords: [], start: at.start, end: at.end };
}

/** A copy of a tree: a node may stand only once in what is lowered. The names of a frame stay shared. */
export function copy<T>(node: T): T {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map(copy) as T;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node))
    result[key] = key === 'names' && !Array.isArray(value) ? value : copy(value);
  return result as T;
}
