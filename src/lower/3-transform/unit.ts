/** One text under compilation: what its functions share. */
import type * as ast from '../../parser/ast.js';
import type { SourceText } from '../../parser/source.js';
import type { ScopeTable } from '../1-scope/analyse.js';
import { type Bindings, bindingsOf } from '../1-scope/bindings.js';
import { jsName } from '../1-scope/names.js';
import type { Scope } from '../1-scope/scope.js';
import { computingFunctions } from '../2-types/computing.js';
import { numberAttributes } from '../2-types/evidence.js';
import * as b from '../build.js';
import type { CodeSpec } from './code.js';
import { type Definitions, definitionsOf, functionsIn } from './signatures.js';

/** Names of the functions that emitted code may call; checked against the runtime by its barrel. */
export type HelperName = keyof typeof import('../../runtime/helpers/index.js').helpers & string;

export interface UnitOptions {
  readonly interactive: boolean;
  /** Python 3 by its text, but run in processes of both dialects: what it formats may be Python 2's unicode. */
  readonly isLibrary: boolean;
  readonly hasFloats: boolean;
  readonly futureDivision: boolean;
  readonly futureAnnotations: boolean;
  readonly optimize: number;
  /** What the text defines may wait until somebody asks for it (statements/later.ts). */
  readonly definesLater: boolean;
  /** Functions and calls tell whoever counts them. */
  readonly profiled: boolean;
  /** Functions tell whoever watches them (`sys.settrace`). */
  readonly traced: boolean;
  /**
   * Functions are emitted a second time, as generators that can be suspended at every call, for threads. The value is the
   * position table of the first time, whose numbers must stay valid.
   */
  readonly threaded: ArrayLike<number> | null;
}

/** Whether there is a generator in a scope whose end can be seen. */
const hasEndingGenerator = (scope: Scope): boolean =>
  scope.children.some((child) => (child.isGenerator && child.hasEnding) || hasEndingGenerator(child));

/** One text under compilation. */
export class Unit {
  readonly codes: CodeSpec[] = [];
  readonly helpers = new Set<string>();
  readonly constants: [string, b.Expression][] = [];
  private readonly constantNames = new Map<string, string>();
  readonly positions: number[] = [];
  private readonly positionIndex = new Map<string, number>();
  /** The text computes with floats: operations have forms on raw doubles. */
  readonly hasFloats: boolean;
  /** Where in the text the ends of objects matter: everywhere in a text that deals with them, among a module's own statements in one with generators that end in some way. */
  readonly noticesEndings: 'everywhere' | 'in the module' | 'nowhere';
  /** It accepts connections, whose other ends wait for their being closed, or asks for garbage to be collected. */
  readonly forgets: boolean;
  /** Module-level variables that are JavaScript variables of the unit. */
  readonly globals: string[] = [];
  private readonly globalNames = new Map<string, string>();
  /** Sums that are the left part of a sum. */
  readonly innerSums = new WeakSet<ast.Span>();
  /** Those that hold only ints, as far as the module's own statements say. */
  intGlobals: ReadonlySet<string> = new Set();
  constructor(
    readonly source: SourceText,
    readonly scopes: ScopeTable,
    readonly dialect: 2 | 3,
    /** 'module': names assigned at module level are JavaScript variables; 'dict': every global is looked up by name. */
    readonly globalsMode: 'module' | 'dict',
    readonly options: UnitOptions,
  ) {
    this.hasFloats = options.hasFloats;
    this.forgets = /\.accept\(|\bgc\.collect\(/.test(source.text);
    if (/\b(?:__del__|weakref)\b/.test(source.text)) this.noticesEndings = 'everywhere';
    else this.noticesEndings = hasEndingGenerator(scopes.root) ? 'in the module' : 'nowhere';
    for (let i = 0; i < (options.threaded?.length ?? 0); i += 2) {
      this.position({ start: options.threaded![i]!, end: options.threaded![i + 1]! });
    }
    if (globalsMode === 'module') {
      for (const [name, use] of scopes.root.uses) if (use.assigned) this.addGlobal(name);
    }
  }

  private addGlobal(name: string): void {
    this.globals.push(name);
    this.globalNames.set(name, jsName(name));
  }

  /**
   * The JavaScript variable of global `name`, or undefined when it must be looked up. In the threaded form the variables
   * are those of the first one, reached through the module object.
   */
  globalVariable(name: string): b.Expression | undefined {
    const variable = this.globalNames.get(name);
    if (variable === undefined) return undefined;
    return this.options.threaded === null ? b.id(variable) : b.index(b.id('$M'), b.literal(`$${name}`));
  }

  /** The JavaScript names of `globals`. */
  globalNamesInOrder(): string[] {
    return this.globals.map((name) => this.globalNames.get(name)!);
  }

  isGlobal(name: string): boolean {
    return this.globalNames.has(name);
  }

  private bound: Bindings | null = null;
  /** How the module binds its names. */
  bindings(): Bindings {
    const { node } = this.scopes.root;
    return (this.bound ??= bindingsOf(node.type === 'Module' ? node.body : []));
  }

  private defined: Definitions | null = null;
  /** The functions that the text defines where calls may be about them. */
  definitions(): Definitions {
    const { node } = this.scopes.root;
    return (this.defined ??= definitionsOf(node.type === 'Module' ? node.body : []));
  }

  private all: ReadonlyMap<string, readonly ast.FunctionDef[]> | null = null;
  /** All functions of the text, where a variable of a function is called. */
  functions(): ReadonlyMap<string, readonly ast.FunctionDef[]> {
    const { node } = this.scopes.root;
    return (this.all ??= functionsIn(node.type === 'Module' ? node.body : []));
  }

  private computing: ReadonlySet<ast.FunctionDef> | null = null;
  /** The functions of the text that only compute. */
  computingFunctions(): ReadonlySet<ast.FunctionDef> {
    const { node } = this.scopes.root;
    return (this.computing ??=
      node.type === 'Module' ? computingFunctions(node.body, this.definitions()) : new Set<ast.FunctionDef>());
  }

  private computedWith: ReadonlySet<string> | null = null;
  /** Attributes that are likely numbers (2-types/evidence.ts). */
  get numberAttributes(): ReadonlySet<string> {
    const { node } = this.scopes.root;
    return (this.computedWith ??= numberAttributes(node.type === 'Module' ? (node.body as never) : []));
  }

  private readonly codeNames = new Map<ast.Node, { name: string }>();
  /** The variable of a function's code, which may be emitted later; `undefined` if it never is. */
  codeOf(node: ast.Node): b.Expression {
    let id = this.codeNames.get(node);
    if (id === undefined) this.codeNames.set(node, (id = b.id('undefined') as unknown as { name: string }));
    return id as unknown as b.Expression;
  }

  /** The code of the function has its number. */
  numberCode(node: ast.Node, index: number): void {
    (this.codeOf(node) as unknown as { name: string }).name = `$c${index}`;
  }

  constant(key: string, make: () => b.Expression): b.Expression {
    let name = this.constantNames.get(key);
    if (name === undefined) {
      // First what it consists of: that may be constants too.
      const value = make();
      name = `$k${this.constants.length}`;
      this.constantNames.set(key, name);
      this.constants.push([name, value]);
    }
    return b.id(name);
  }

  /** Index of the node's position in the unit's table. */
  position(node: ast.Span): number {
    const key = `${node.start},${node.end}`;
    let index = this.positionIndex.get(key);
    if (index === undefined) {
      index = this.positions.length / 2;
      this.positions.push(node.start, node.end);
      this.positionIndex.set(key, index);
    }
    return index;
  }
}
