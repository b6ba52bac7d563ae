/**
 * Which calls of a text may fork the process: `os.fork()` itself, and the calls of functions and methods whose names say that
 * they may get there. A call too many costs a note of the variables, one too few an error when the process is forked.
 */
import type * as ast from '../../parser/ast.js';

type Node = { readonly type: string } & Record<string, unknown>;
type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

const MODULES = ['os', 'posix', 'pty'];
const FORKS = ['fork', 'forkpty'];
/** What gives a function for a name that the text makes up. */
const LOOKS_UP = ['getattr', 'globals', 'locals', 'vars', '__dict__', 'attrgetter', 'methodcaller'];

/** Nodes directly in another, in their order. */
export function childrenOf(node: object): Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && typeof item === 'object' && 'type' in item) found.push(item as Node);
    }
  }
  return found;
}

const isFunction = (node: Node): boolean =>
  node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'Lambda';

/** A part of a function that runs as a function of its own, or cannot be left and entered again. */
export const isApart = (node: { readonly type: string }): boolean =>
  isFunction(node as Node) ||
  ['ClassDef', 'SetComp', 'DictComp', 'GeneratorExp'].includes(node.type) ||
  (node.type === 'ListComp' && childrenOf(node).some(hasApart));

/** A list comprehension with nothing of the kind in it can be written as a loop. */
const hasApart = (node: Node): boolean => isApart(node) || node.type === 'ListComp' || childrenOf(node).some(hasApart);

/** Visits what runs as part of a function's own body. */
export function walkOwn(body: readonly object[], visit: (node: Node) => void): void {
  for (const node of body as readonly Node[]) {
    visit(node);
    // Decorators, defaults and bases are evaluated here too, but a function is not entered again in the middle of them.
    if (!isApart(node)) walkOwn(childrenOf(node), visit);
  }
}

interface Definition {
  readonly name: string;
  readonly className: string | null;
  readonly calls: readonly ast.Call[];
}

export class ForkCalls {
  private readonly modules = new Set<string>();
  private readonly forks = new Set<string>();
  private readonly definitions: Definition[] = [];
  /** Names of what may fork when it is called. */
  private readonly reaching: Set<string>;
  /** Names that are used otherwise than to be called. */
  private readonly values = new Set<string>();
  private readonly called = new Set<string>();
  private readonly variables = new Set<string>();
  /** Attributes that are assigned to. */
  private readonly fields = new Set<string>();
  private readonly defined = new Set<string>();

  /**
   * @param others names of functions of other texts that may fork.
   * @param isProgram what the text computes or looks up may be a function of the program that forks; the library's texts do without.
   */
  constructor(
    module: ast.Mod,
    others: readonly string[] = [],
    private readonly isProgram = false,
  ) {
    this.reaching = new Set(others);
    this.collect(module as unknown as Node, null);
    if (module.type !== 'Expression') this.define('<module>', null, module.body);
    for (let before = -1; before !== this.reaching.size; ) {
      before = this.reaching.size;
      for (const { name, className, calls } of this.definitions) {
        if (!calls.some((call) => this.isPoint(call))) continue;
        this.reaching.add(name);
        if (name === '__init__' && className !== null) this.reaching.add(className);
      }
    }
  }

  /** Whether there is any fork in the text. */
  get any(): boolean {
    return this.reaching.size > 0;
  }

  isPoint(call: ast.Call): boolean {
    const { func } = call;
    if (func.type === 'Attribute')
      return (
        this.isFork(func) || this.reaching.has(func.attr) || (this.isProgram && this.isUnknown(func.attr, this.fields))
      );
    if (func.type !== 'Name') return this.isProgram && func.type !== 'Lambda' && this.anyValue();
    return this.forks.has(func.id) || this.reaching.has(func.id) || this.isUnknown(func.id, this.variables);
  }

  private isUnknown(name: string, assigned: ReadonlySet<string>): boolean {
    return assigned.has(name) && !this.defined.has(name) && this.anyValue();
  }

  /** A variable, an item or a result may be a function that forks, once one of them is used as a value or looked up. */
  private anyValue(): boolean {
    if (this.reaching.size === 0) return false;
    if (this.isProgram && LOOKS_UP.some((name) => this.values.has(name) || this.called.has(name))) return true;
    for (const reaching of this.reaching) if (this.values.has(reaching)) return true;
    return false;
  }

  /** `os.fork()` itself. */
  isDirect({ func }: ast.Call): boolean {
    return func.type === 'Attribute' ? this.isFork(func) : func.type === 'Name' && this.forks.has(func.id);
  }

  private isFork({ value, attr }: ast.Attribute): boolean {
    return FORKS.includes(attr) && value.type === 'Name' && this.modules.has(value.id);
  }

  private collect(node: Node, className: string | null): void {
    this.note(node);
    const inside = node.type === 'ClassDef' ? (node as unknown as ast.ClassDef).name : className;
    if (node.type === 'FunctionDef') {
      const { name, body } = node as unknown as ast.FunctionDef;
      this.define(name, className, body);
    }
    for (const child of childrenOf(node)) this.collect(child, isFunction(node) ? null : inside);
  }

  private define(name: string, className: string | null, body: readonly ast.Stmt[]): void {
    const calls: ast.Call[] = [];
    let isGenerator = false;
    walkOwn(body, (node) => {
      if (node.type === 'Call') calls.push(node as unknown as ast.Call);
      if (node.type === 'Yield' || node.type === 'YieldFrom') isGenerator = true;
    });
    if (!isGenerator) this.definitions.push({ name, className, calls });
  }

  private note(node: Node): void {
    switch (node.type) {
      case 'Import':
        for (const { name, asname } of node.names as ast.Alias[]) {
          if (MODULES.includes(name)) this.modules.add(asname ?? name);
          this.defined.add(asname ?? name.split('.')[0]!);
        }
        break;
      case 'ImportFrom':
        for (const { name, asname } of node.names as ast.Alias[]) {
          if (MODULES.includes(node.module as string) && FORKS.includes(name)) this.forks.add(asname ?? name);
          else if (MODULES.includes(node.module as string) && name === '*') this.forks.add('fork');
          this.defined.add(asname ?? name);
        }
        break;
      case 'FunctionDef':
      case 'ClassDef': {
        const { name, decorator_list } = node as unknown as ast.FunctionDef;
        this.defined.add(name);
        if (decorator_list.length > 0) this.values.add(name);
        break;
      }
      case 'Assign': {
        const { targets, value } = node as unknown as ast.Assign;
        const [target] = targets;
        if (value.type === 'Attribute' && this.isFork(value) && target?.type === 'Name') this.forks.add(target.id);
        break;
      }
      default:
        this.noteUse(node);
    }
  }

  private noteUse(node: Node): void {
    if (node.type === 'arg') this.variables.add(node.arg as string);
    if (node.type === 'Name' && node.ctx === 'Store') this.variables.add(node.id as string);
    if (node.type === 'Attribute' && node.ctx === 'Store') this.fields.add(node.attr as string);
    const callee = node.type === 'Call' ? (node.func as Node) : null;
    if (callee?.type === 'Name') this.called.add(callee.id as string);
    if (callee?.type === 'Attribute') this.called.add(callee.attr as string);
    for (const child of childrenOf(node)) {
      if (child === callee) continue;
      if (child.type === 'Name' && child.ctx === 'Load') this.values.add(child.id as string);
      if (child.type === 'Attribute' && child.ctx === 'Load') this.values.add(child.attr as string);
    }
  }
}

export type { FunctionNode };
