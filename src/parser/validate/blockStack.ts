/** The loops, `try` statements and functions around the statement that is being checked. */
import type { Expr, Span, Stmt } from '../ast.js';
import type { SourceText } from '../source.js';
import { refuse } from './refuse.js';
import { isFunctionLike, type Scope } from './scope.js';
import type { ScopeTable } from './symbols.js';

const MAX_BLOCKS = 21;
const NOT_IN_EXCEPT_STAR = "'break', 'continue' and 'return' cannot appear in an except* block";

interface Block {
  readonly kind: 'loop' | 'except*' | 'finally' | 'other';
  /** What is run when a jump leaves the block. */
  readonly finalbody?: readonly Stmt[];
}

export interface FlowOptions {
  readonly source: SourceText;
  readonly dialect: 2 | 3;
  /** The offset after the future imports. */
  readonly lastFuture: number;
}

export abstract class BlockStack {
  protected readonly scopes: ScopeTable;
  protected readonly lastFuture: number;
  protected readonly dialect: 2 | 3;
  protected readonly source: SourceText;
  protected scope: Scope;
  protected blocks: Block[] = [];

  constructor(scopes: ScopeTable, scope: Scope, { source, lastFuture, dialect }: FlowOptions) {
    this.source = source;
    this.scopes = scopes;
    this.scope = scope;
    this.lastFuture = lastFuture;
    this.dialect = dialect;
  }

  abstract statements(body: readonly Stmt[]): void;

  protected abstract expression(node: Expr): void;

  protected inside(node: object, body: () => void): void {
    const { scope, blocks } = this;
    this.scope = this.scopes.get(node)!;
    // What ends in StopIteration has a block around its body.
    const isResumed = this.dialect === 3 && (this.scope.generator || this.scope.coroutine);
    this.blocks = isResumed ? [{ kind: 'other' }] : [];
    body();
    this.scope = scope;
    this.blocks = blocks;
  }

  protected block(kind: Block['kind'], at: Span, body: () => void, finalbody: readonly Stmt[] = []): void {
    if (this.blocks.length >= MAX_BLOCKS - (this.dialect === 2 ? 1 : 0))
      refuse('too many statically nested blocks', at);
    this.blocks.push({ kind, finalbody });
    body();
    this.blocks.pop();
  }

  protected returnStatement(node: Extract<Stmt, { type: 'Return' }>): void {
    const { kind, coroutine, generator } = this.scope;
    if (!isFunctionLike(kind)) refuse("'return' outside function", node);
    if (node.value && coroutine && generator) refuse("'return' with value in async generator", node);
    if (node.value) this.expression(node.value);
    if (!this.blocks.some(({ kind: block }) => block === 'except*')) return;
    const isConstant = node.value?.type === 'Constant' && this.sameLine(node, node.value);
    refuse(NOT_IN_EXCEPT_STAR, isConstant ? node.value! : node);
  }

  protected sameLine(left: Span, right: Span): boolean {
    return this.source.position(left.start).line === this.source.position(right.start).line;
  }

  protected jump(node: Extract<Stmt, { type: 'Break' | 'Continue' }>): void {
    const { blocks } = this;
    if (this.dialect === 2 && node.type === 'Continue') checkContinue2(blocks, node);
    for (const { kind } of blocks.toReversed()) {
      if (kind === 'loop') return;
      if (kind === 'except*') refuse(NOT_IN_EXCEPT_STAR, node);
    }
    // The jump would first run the `finally` blocks that it leaves, so their errors come first.
    for (let at = blocks.length - 1; at >= 0; at--) {
      this.blocks = blocks.slice(0, at);
      this.statements(blocks[at]!.finalbody ?? []);
    }
    refuse(node.type === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", node);
  }
}

/** Python 2 cannot continue a loop from inside a `finally`. */
function checkContinue2(blocks: readonly Block[], at: Span): void {
  for (const { kind } of blocks.toReversed()) {
    if (kind === 'loop') return;
    if (kind === 'finally') refuse("'continue' not supported inside 'finally' clause", at);
  }
}
