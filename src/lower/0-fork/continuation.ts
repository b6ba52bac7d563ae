/**
 * What is left of a function at a fork point, as statements: the rest of the block that the point is in, then the rest of each block around it.
 * A loop around it is first gone through from the point on, and then as usual.
 */
import type * as ast from '../../parser/ast.js';
import { asFork, assign, copy, HIDDEN, ifThen, load, none, resume, store, truth } from './nodes.js';
import { childrenOf, isApart } from './points.js';

export class Continuation {
  private counter = 0;

  constructor(private readonly point: number) {}

  /** The statements that follow the point, the call itself first. */
  rest(body: readonly ast.Stmt[]): ast.Stmt[] {
    const at = body.findIndex((node) => this.has(node));
    const node = body[at]!;
    if (asFork(node) === null) return [...this.within(node), ...copy(body.slice(at + 1))];
    const call = copy(body[at + 1]!) as ast.Assign | ast.ExprStmt;
    return [copy(node), { ...call, value: resume(call.value) }, ...copy(body.slice(at + 2))];
  }

  private has(node: { readonly type: string }): boolean {
    const fork = asFork(node as ast.Stmt);
    if (fork !== null) return fork.type === 'ForkPoint' && fork.id === this.point;
    return !isApart(node) && childrenOf(node).some((child) => this.has(child));
  }

  private hasAny = (body: readonly ast.Stmt[]): boolean => body.some((node) => this.has(node));

  private within(node: ast.Stmt): ast.Stmt[] {
    switch (node.type) {
      case 'If':
        return this.rest(this.hasAny(node.body) ? node.body : node.orelse);
      case 'While':
        return this.hasAny(node.body) ? this.whileLoop(node) : this.rest(node.orelse);
      case 'For':
        return this.hasAny(node.body) ? this.forLoop(node) : this.rest(node.orelse);
      case 'With':
        return [this.withBlock(node)];
      case 'Try':
        return this.tryBlock(node);
      case 'Match':
        return this.rest(node.cases.find((each) => this.hasAny(each.body))!.body);
      default:
        throw new Error(`pymp: a fork point in ${node.type}`);
    }
  }

  private flag(): string {
    return `${HIDDEN}first${this.counter++}`;
  }

  private whileLoop(node: ast.While): ast.Stmt[] {
    const first = this.flag();
    const again = copy(node);
    const test: ast.BoolOp = {
      type: 'BoolOp',
      op: 'Or',
      values: [load(first, node.test), again.test],
      ...span(node.test),
    };
    const part = [assign(first, truth(false, node.test)), ...this.rest(node.body)];
    const body = [ifThen(load(first, node.test), part, again.body)];
    return [assign(first, truth(true, node.test)), { ...again, test, body }];
  }

  /** The loop's iterator gives one thing more before the rest, for the turn that is gone on with. */
  private forLoop(node: ast.For): ast.Stmt[] {
    const first = this.flag();
    const item = this.flag();
    const again = copy(node);
    const part = [assign(first, truth(false, node.iter)), ...this.rest(node.body)];
    const take: ast.Assign = {
      type: 'Assign',
      targets: [again.target],
      value: load(item, node.target),
      ...span(node.target),
    };
    const body = [ifThen(load(first, node.iter), part, [take, ...again.body])];
    return [
      assign(first, truth(true, node.iter)),
      { ...again, target: store(item, node.target), iter: resume(node.iter, again.iter), body },
    ];
  }

  /** The manager was entered before the fork: only its end is left. */
  private withBlock(node: ast.With): ast.Stmt {
    const [item] = node.items;
    const entered = resume(item!.context_expr, copy(item!.context_expr), none(item!.context_expr));
    return { ...node, items: [{ ...item!, context_expr: entered, optional_vars: null }], body: this.rest(node.body) };
  }

  private tryBlock(node: ast.Try): ast.Stmt[] {
    if (this.hasAny(node.body)) return [{ ...copy(node), body: this.rest(node.body) }];
    if (this.hasAny(node.finalbody)) return this.rest(node.finalbody);
    if (this.hasAny(node.orelse)) return this.guarded(node, this.rest(node.orelse));
    const handler = node.handlers.find((each) => this.hasAny(each.body))!;
    return this.guarded(node, [this.handling(handler, node)]);
  }

  private guarded(node: ast.Try, body: ast.Stmt[]): ast.Stmt[] {
    if (node.finalbody.length === 0) return body;
    return [{ ...node, body, handlers: [], orelse: [], finalbody: copy(node.finalbody) }];
  }

  /** The handler goes on with the exception that it had. */
  private handling(handler: ast.ExceptHandler, node: ast.Try): ast.Stmt {
    const kept = handler.body[0];
    const hidden = kept?.type === 'Assign' && kept.targets[0]?.type === 'Name' ? kept.targets[0].id : null;
    const caught = handler.name?.startsWith(HIDDEN) ? handler.name : hidden!;
    const raise: ast.Raise = { type: 'Raise', exc: load(caught, handler), cause: null, ...span(handler) };
    const body = [{ ...copy(handler), class: null, name: null, body: this.rest(handler.body) }];
    return { ...node, body: [raise], handlers: body, orelse: [], finalbody: [] };
  }
}

const span = ({ start, end }: ast.Span): ast.Span => ({ start, end });
