/**
 * Brings a function that forks into a form in which it can be gone on with at every fork point: each such call is a statement
 * of its own, whatever was computed before it is in a variable, and so are the iterators of loops and the managers of `with` around it.
 */
import type * as ast from '../../parser/ast.js';
import { asStmt, assign, type ForkPoint, type FrameNames, HIDDEN, ifThen, load, not, store, truth } from './nodes.js';
import { childrenOf, type ForkCalls, isApart } from './points.js';

type AnyNode = { readonly type: string };

export class Hoister {
  readonly points: ForkPoint[] = [];
  private counter = 0;

  /**
   * @param names is filled by the caller, with the hidden variables too.
   * @param numbers gives each point its number.
   * @param hidden told of each variable that is put in.
   */
  constructor(
    private readonly dialect: 2 | 3,
    private readonly calls: ForkCalls,
    private readonly names: FrameNames,
    private readonly numbers: { next: number },
    private readonly hidden: (name: string) => void,
  ) {}

  block(body: readonly ast.Stmt[]): ast.Stmt[] {
    return body.flatMap((node) => (this.has(node) ? this.statement(node) : [node]));
  }

  private has(node: AnyNode | null): boolean {
    if (node === null || isApart(node)) return false;
    if (node.type === 'Call' && this.calls.isPoint(node as ast.Call)) return true;
    return childrenOf(node).some((child) => this.has(child));
  }

  private temp(): string {
    const name = `${HIDDEN}${this.counter++}.${this.numbers.next}`;
    this.hidden(name);
    return name;
  }

  // ---------------------------------------------------------------- statements

  private statement(node: ast.Stmt): ast.Stmt[] {
    const out: ast.Stmt[] = [];
    switch (node.type) {
      case 'If': {
        const test = this.value(node.test, out);
        return [...out, { ...node, test, body: this.block(node.body), orelse: this.block(node.orelse) }];
      }
      case 'While':
        return this.whileLoop(node);
      case 'For':
        return this.forLoop(node);
      case 'With':
        return this.withBlock(node);
      case 'Try':
        return [
          {
            ...node,
            body: this.block(node.body),
            handlers: node.handlers.map((handler) => this.handler(handler)),
            orelse: this.block(node.orelse),
            finalbody: this.block(node.finalbody),
          },
        ];
      case 'Match': {
        const subject = this.value(node.subject, out);
        const cases = node.cases.map((each) => ({ ...each, body: this.block(each.body) }));
        return [...out, { ...node, subject, cases }];
      }
      default:
        return this.simple(node);
    }
  }

  private simple(node: ast.Stmt): ast.Stmt[] {
    const out: ast.Stmt[] = [];
    switch (node.type) {
      case 'Expr':
      case 'Assign': {
        const value = this.direct(node.value, out);
        return [...out, { ...node, value } as ast.Stmt];
      }
      case 'AugAssign':
      case 'AnnAssign':
      case 'Return': {
        const value = this.value(node.value!, out);
        return [...out, { ...node, value } as ast.Stmt];
      }
      case 'Assert': {
        const test = this.value(node.test, out);
        return [...out, { ...node, test }];
      }
      case 'Raise': {
        if (node.exc === null) return [node];
        const exc = this.value(node.exc, out);
        return [...out, { ...node, exc }];
      }
      case 'Print':
        return this.print(node);
      default:
        return [node];
    }
  }

  /** Each value is written before the next one is computed: so each has a `print` of its own. */
  private print(node: ast.Print): ast.Stmt[] {
    const out: ast.Stmt[] = [];
    const dest = node.dest === null ? null : this.keptValue(node.dest, true, out);
    if (node.values.length === 0) return [...out, { ...node, dest }];
    node.values.forEach((each, i) => {
      const nl = i + 1 === node.values.length && node.nl;
      const value = this.value(each, out);
      out.push({ ...node, dest, values: [value], nl });
    });
    return out;
  }

  /** `while f(): …` tests in its body, where what comes before the test can stand. */
  private whileLoop(node: ast.While): ast.Stmt[] {
    const head: ast.Stmt[] = [];
    const test = this.value(node.test, head);
    const body = this.block(node.body);
    if (head.length === 0) return [{ ...node, test, body, orelse: this.block(node.orelse) }];
    const leave: ast.Stmt = { type: 'Break', start: node.start, end: node.start };
    const stop = ifThen(not(test), [...this.block(node.orelse), leave], []);
    return [{ ...node, test: truth(true, node.test), body: [...head, stop, ...body], orelse: [] }];
  }

  private forLoop(node: ast.For): ast.Stmt[] {
    const out: ast.Stmt[] = [];
    const iterable = this.value(node.iter, out);
    const body = this.block(node.body);
    const orelse = this.block(node.orelse);
    const iterator = this.temp();
    const make: ast.Call = {
      type: 'Call',
      func: load('iter', node.iter),
      args: [iterable],
      keywords: [],
      ...span(node.iter),
    };
    out.push(assign(iterator, make));
    return [...out, { ...node, iter: load(iterator, node.iter), body, orelse }];
  }

  private withBlock(node: ast.With): ast.Stmt[] {
    const [item, ...others] = node.items;
    const out: ast.Stmt[] = [];
    const manager = this.temp();
    out.push(assign(manager, this.value(item!.context_expr, out)));
    const body = others.length > 0 ? this.statement({ ...node, items: others }) : this.block(node.body);
    return [...out, { ...node, items: [{ ...item!, context_expr: load(manager, item!.context_expr) }], body }];
  }

  /** What was caught is kept in a variable beyond the reach of the program. */
  private handler(node: ast.ExceptHandler): ast.ExceptHandler {
    if (!node.body.some((each) => this.has(each))) return node;
    const caught = this.temp();
    const body = this.block(node.body);
    if (node.name === null && node.target === undefined) return { ...node, name: caught, body };
    if (node.name === null) return { ...node, body };
    return { ...node, body: [assign(caught, load(node.name, node)), ...body] };
  }

  // ---------------------------------------------------------------- expressions

  /** The expression with nothing in it that forks; what does stands in `out`. */
  private value(e: ast.Expr, out: ast.Stmt[]): ast.Expr {
    if (!this.has(e)) return e;
    const direct = this.direct(e, out);
    return direct.type === 'Call' && this.calls.isPoint(direct) ? this.kept(direct, out) : direct;
  }

  private kept(e: ast.Expr, out: ast.Stmt[]): ast.Name {
    const name = this.temp();
    out.push(assign(name, e));
    return load(name, e);
  }

  /** The same, but the outermost call itself may be one that forks: its point is the last statement of `out`. */
  private direct(e: ast.Expr, out: ast.Stmt[]): ast.Expr {
    if (!this.has(e)) return e;
    switch (e.type) {
      case 'Call':
        return this.call(e, out);
      case 'BoolOp':
        return this.boolean(e, out);
      case 'IfExp':
        return this.choice(e, out);
      case 'NamedExpr':
        out.push({
          type: 'Assign',
          targets: [store(e.target.id, e.target)],
          value: this.direct(e.value, out),
          ...span(e),
        });
        return load(e.target.id, e);
      case 'Compare': {
        const [left, ...comparators] = this.list([e.left, ...e.comparators], out);
        return { ...e, left: left!, comparators };
      }
      case 'BinOp': {
        const [left, right] = this.list([e.left, e.right], out);
        return { ...e, left: left!, right: right! };
      }
      case 'ListComp':
        return this.comprehension(e, out);
      case 'Tuple':
      case 'List':
      case 'Set':
        return { ...e, elts: this.list(e.elts, out) };
      default:
        return this.only(e, out);
    }
  }

  private call(e: ast.Call, out: ast.Stmt[]): ast.Expr {
    const parts = [...e.args, ...e.keywords.map((k) => k.value)];
    let { func } = e;
    if (parts.some((part) => this.has(part))) func = this.kept(this.value(func, out), out);
    else func = this.value(func, out);
    const values = this.list(parts, out);
    const args = values.slice(0, e.args.length);
    const keywords = e.keywords.map((k, i) => ({ ...k, value: values[e.args.length + i]! }));
    const call: ast.Call = { ...e, func, args, keywords };
    if (!this.calls.isPoint(e)) return call;
    const point: ForkPoint = { type: 'ForkPoint', id: this.numbers.next++, call: e, names: this.names, ...span(e) };
    this.points.push(point);
    out.push(asStmt(point));
    return call;
  }

  /** Values in their order: those before one that forks are kept. */
  private list(parts: readonly ast.Expr[], out: ast.Stmt[]): ast.Expr[] {
    const last = parts.findLastIndex((part) => this.has(part));
    return parts.map((part, i) => {
      if (i > last || part.type === 'Constant') return part;
      if (part.type === 'Starred') return { ...part, value: this.keptValue(part.value, i < last, out) };
      return this.keptValue(part, i < last, out);
    });
  }

  private keptValue(part: ast.Expr, isKept: boolean, out: ast.Stmt[]): ast.Expr {
    const value = this.value(part, out);
    return isKept && !(value.type === 'Name' && value.id.startsWith(HIDDEN)) ? this.kept(value, out) : value;
  }

  private boolean(e: ast.BoolOp, out: ast.Stmt[]): ast.Expr {
    const result = this.temp();
    const step = (i: number, into: ast.Stmt[]): void => {
      into.push(assign(result, this.value(e.values[i]!, into)));
      if (i + 1 === e.values.length) return;
      const rest: ast.Stmt[] = [];
      step(i + 1, rest);
      const test = load(result, e);
      into.push(ifThen(e.op === 'And' ? test : not(test), rest, []));
    };
    step(0, out);
    return load(result, e);
  }

  private choice(e: ast.IfExp, out: ast.Stmt[]): ast.Expr {
    const result = this.temp();
    const branch = (value: ast.Expr): ast.Stmt[] => {
      const into: ast.Stmt[] = [];
      into.push(assign(result, this.value(value, into)));
      return into;
    };
    const test = this.value(e.test, out);
    out.push(ifThen(test, branch(e.body), branch(e.orelse)));
    return load(result, e);
  }

  /** A list comprehension as loops; its variables are its own (those of Python 2 are the function's). */
  private comprehension(e: ast.ListComp, out: ast.Stmt[]): ast.Expr {
    const result = this.temp();
    out.push(assign(result, { type: 'List', elts: [], ctx: 'Load', ...span(e) }));
    const append: ast.Attribute = {
      type: 'Attribute',
      value: load(result, e),
      attr: 'append',
      ctx: 'Load',
      ...span(e),
    };
    const add: ast.Call = { type: 'Call', func: append, args: [e.elt], keywords: [], ...span(e.elt) };
    let body: ast.Stmt[] = [{ type: 'Expr', value: add, ...span(e.elt) }];
    for (const { target, iter, ifs } of [...e.generators].reverse()) {
      for (const test of [...ifs].reverse()) body = [ifThen(test, body, [])];
      body = [{ type: 'For', target, iter, body, orelse: [], ...span(e) }];
    }
    out.push(...this.block(this.dialect === 2 ? body : this.renamed(body, e)));
    return load(result, e);
  }

  private renamed(body: ast.Stmt[], { generators }: ast.ListComp): ast.Stmt[] {
    const names = new Map<string, string>();
    const collect = (node: AnyNode): void => {
      if (node.type === 'Name') names.set((node as ast.Name).id, this.temp());
      childrenOf(node).forEach(collect);
    };
    for (const { target } of generators) collect(target);
    return rename(body, names);
  }

  /** Any other expression: its parts one after the other. */
  private only(e: ast.Expr, out: ast.Stmt[]): ast.Expr {
    const result: Record<string, unknown> = { ...e };
    for (const [key, part] of Object.entries(e)) {
      if (Array.isArray(part) && part.some((item) => isNode(item) && this.has(item)) && e.type !== 'Lambda') {
        result[key] = this.list(part as ast.Expr[], out);
      } else if (isNode(part) && this.has(part)) result[key] = this.value(part as ast.Expr, out);
    }
    return result as unknown as ast.Expr;
  }
}

/** A copy of a tree with other names in it. */
function rename<T>(node: T, names: ReadonlyMap<string, string>): T {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((item) => rename(item, names)) as T;
  const result = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rename(value, names)]));
  if (result.type === 'Name') result.id = names.get(result.id) ?? result.id;
  return result as T;
}

const isNode = (item: unknown): item is AnyNode => item !== null && typeof item === 'object' && 'type' in item;
const span = ({ start, end }: ast.Span): ast.Span => ({ start, end });
