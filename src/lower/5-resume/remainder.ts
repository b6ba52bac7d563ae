/**
 * What is left of a generator's body from one of its `yield`s on. Nothing is done twice on the way there: what stands before the `yield`
 * is left out, loops around it are gone through from it on and then as usual, `try` is entered again. The body then waits at the `yield`
 * as it did; what it had yielded is lost, since nobody asks for it again.
 */
import type * as js from 'estree';
import * as b from '../build.js';

/** The body cannot be gone on with: what was computed before the `yield` is in no variable. */
export class Lost extends Error {}

type AnyNode = { readonly type: string };

const FLAG = '$go';

export class Remainder {
  /** Variables that say that a loop is in the turn that it is gone on with. */
  readonly flags: string[] = [];
  /** What a jump out of each labelled block comes to its end by as well: its last statement. */
  private readonly lastOf = new Map<string, js.Statement>();
  /** The `yield` stood in these: what they need may be in variables for the time of one expression. */
  readonly expressions: js.Expression[] = [];

  /** @param variables those of the function. */
  constructor(
    private readonly target: js.YieldExpression,
    private readonly variables: ReadonlySet<string>,
  ) {}

  rest(body: readonly js.Statement[]): js.Statement[] {
    const at = body.findIndex((node) => this.has(node));
    return [...this.within(body[at]!), ...body.slice(at + 1)];
  }

  private has(node: AnyNode): boolean {
    return isWithin(this.target, node);
  }

  private block(node: js.Statement): js.BlockStatement {
    return b.block(this.rest(node.type === 'BlockStatement' ? node.body : [node]));
  }

  private within(node: js.Statement): js.Statement[] {
    switch (node.type) {
      case 'ExpressionStatement':
        return [b.statement(this.whole(node.expression))];
      case 'ReturnStatement':
      case 'ThrowStatement':
        return [{ ...node, argument: this.whole(node.argument!) } as js.Statement];
      case 'IfStatement':
        if (this.has(node.test)) return [{ ...node, test: this.whole(node.test) }];
        return [this.block(this.has(node.consequent) ? node.consequent : node.alternate!)];
      case 'BlockStatement':
        return [this.block(node)];
      case 'LabeledStatement':
        if (node.body.type === 'BlockStatement') this.lastOf.set(node.label.name, node.body.body.at(-1)!);
        return [{ ...node, body: this.labelled(node.body) }];
      case 'ForStatement':
      case 'WhileStatement':
        return [this.loop(node)];
      case 'TryStatement':
        return this.tryBlock(node);
      default:
        throw new Lost(node.type);
    }
  }

  private labelled(node: js.Statement): js.Statement {
    const [only, ...others] = this.within(node);
    return others.length === 0 ? only! : b.block([only!, ...others]);
  }

  /** `for (flag = true; flag || test; update) if (flag) { flag = false; what is left of this turn } else the whole body`. */
  private loop(node: js.ForStatement | js.WhileStatement): js.Statement {
    if (!this.has(node.body)) throw new Lost('the head of a loop');
    const flag = this.flag();
    const first = b.statement(b.assign(b.id(flag), b.literal(false)));
    const test = node.test == null ? null : b.logical('||', b.id(flag), node.test);
    const body = b.ifStatement(b.id(flag), [first, ...this.block(node.body).body], [node.body]);
    const update = node.type === 'ForStatement' ? (node.update ?? null) : null;
    return { type: 'ForStatement', init: null, test, update, body: b.block([body]) };
  }

  private flag(): string {
    // What was gone on with before has its own.
    const others = [...this.variables].filter((name) => name.startsWith(FLAG)).length;
    const flag = `${FLAG}${others + this.flags.length}`;
    this.flags.push(flag);
    return flag;
  }

  private tryBlock(node: js.TryStatement): js.Statement[] {
    if (this.has(node.block)) return [{ ...node, block: this.block(node.block) }];
    // Where it goes after `finally`, nobody can tell, but if nothing leaves the block.
    if (node.finalizer == null || !this.has(node.finalizer) || node.handler == null)
      throw new Lost('an exception handler');
    const ends = [...this.lastOf].filter(([, last]) => last === node).map(([label]) => label);
    if (leaves(node.block, ends) || leaves(node.handler.body, ends)) throw new Lost('finally');
    return this.rest(node.finalizer.body);
  }

  private whole(node: js.Expression): js.Expression {
    const result = this.value(node);
    this.expressions.push(result);
    return result;
  }

  /** The expression from the `yield` on. */
  private value(node: js.Expression): js.Expression {
    if (node === this.target) return { type: 'YieldExpression', delegate: false, argument: null };
    switch (node.type) {
      case 'YieldExpression':
      case 'UnaryExpression':
        return { ...node, argument: this.value(node.argument!) };
      case 'SequenceExpression': {
        const at = node.expressions.findIndex((each) => this.has(each));
        return { ...node, expressions: [this.value(node.expressions[at]!), ...node.expressions.slice(at + 1)] };
      }
      case 'AssignmentExpression':
        return this.assignment(node);
      case 'ConditionalExpression':
        if (this.has(node.test)) return { ...node, test: this.value(node.test) };
        return this.value(this.has(node.consequent) ? node.consequent : node.alternate);
      case 'LogicalExpression':
        return this.has(node.left) ? { ...node, left: this.value(node.left) } : this.value(node.right);
      case 'BinaryExpression': {
        const [left, right] = this.parts([node.left as js.Expression, node.right]);
        return { ...node, left: left!, right: right! };
      }
      case 'CallExpression':
      case 'NewExpression': {
        const [callee, ...args] = this.parts([node.callee, ...node.arguments] as js.Expression[]);
        return { ...node, callee: callee!, arguments: args };
      }
      case 'ArrayExpression':
        return { ...node, elements: this.parts(node.elements as js.Expression[]) };
      case 'MemberExpression':
        if (!this.has(node.object)) throw new Lost(node.type);
        return { ...node, object: this.value(node.object as js.Expression) };
      default:
        throw new Lost(node.type);
    }
  }

  private assignment(node: js.AssignmentExpression): js.Expression {
    if (node.operator !== '=' || node.left.type !== 'Identifier') throw new Lost(node.type);
    return { ...node, right: this.value(node.right) };
  }

  /** Those before the one with the `yield` must be the same at any time. */
  private parts(nodes: readonly js.Expression[]): js.Expression[] {
    const at = nodes.findIndex((each) => this.has(each));
    if (!nodes.slice(0, at).every((each) => this.isFixed(each))) throw new Lost('an operand');
    return [...nodes.slice(0, at), this.value(nodes[at]!), ...nodes.slice(at + 1)];
  }

  /** A constant, or something of the runtime's; not a variable of the function, which may have been forgotten since. */
  private isFixed(node: js.Expression): boolean {
    return node.type === 'Literal' || (node.type === 'Identifier' && !this.variables.has(node.name));
  }
}

const isWithin = (inner: AnyNode, outer: AnyNode): boolean => {
  const [a, z] = [inner as unknown as Span, outer as unknown as Span];
  return z.start <= a.start && a.end <= z.end;
};
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a jump leads out of a statement. */
function leaves(node: AnyNode, labels: readonly (string | null)[]): boolean {
  switch (node.type) {
    case 'ReturnStatement':
      return true;
    case 'BreakStatement':
    case 'ContinueStatement':
      return !labels.includes((node as js.BreakStatement).label?.name ?? null);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return false;
    default:
      break;
  }
  let inside = labels;
  if (node.type === 'LabeledStatement') inside = [...labels, (node as js.LabeledStatement).label.name];
  if (/^(For|While|DoWhile|Switch)/.test(node.type)) inside = [...labels, null];
  return childrenOf(node).some((child) => leaves(child, inside));
}

/** Nodes directly in another. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return (Object.values(node) as unknown[])
    .flat()
    .filter((item): item is AnyNode => item !== null && typeof item === 'object' && 'type' in item);
}
