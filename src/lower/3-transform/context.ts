/** What a visitor works with: the function that it is emitting into, of the unit being compiled (unit.ts). */
import type * as ast from '../../parser/ast.js';
import { findVariable } from '../1-scope/resolve.js';
import { mangle } from '../1-scope/names.js';
import type { Scope, Variable } from '../1-scope/scope.js';
import type { NumberVariables } from '../2-types/duals.js';
import * as b from '../build.js';
import { atLine } from './traced.js';
import type { HelperName, Unit } from './unit.js';

/** How many arguments clear the places in which V8 has computed what a statement was about (helpers/letGo.ts). */
const PLACES = 20;

/** Label of a function's body: who leaves it raises `$x`. */
export const RAISED = '$raised';

/** Where `break` and `continue` go. */
export interface LoopTarget {
  readonly breakLabel: string | null;
  readonly continueLabel: string | null;
  /** What a `for` loop goes over, where there is an iterator. */
  readonly iteration: Iteration | null;
}

export interface Iteration {
  /** The variable that holds the runtime's iterator. */
  readonly iterator: string;
  readonly iterable: ast.Expr;
  readonly isAsync: boolean;
}

/** The body of a `try` statement in the function being emitted. */
export interface TryTarget {
  readonly label: string;
  /** The variable that its handlers take the exception from. */
  readonly error: string;
  isUsed: boolean;
}

/** The function, class body or module whose statements are being emitted. */
export class FunctionContext {
  /** The list that statements are appended to; expressions that need statements put them here first. */
  statements: b.Statement[] = [];
  readonly temps: string[] = [];
  private readonly freeTemps: string[] = [];
  private counter = 0;
  readonly loops: LoopTarget[] = [];
  /** JavaScript expression of the exception being handled by the innermost handler around, or the entry state. */
  handled: string | null = null;
  /** JS locals to declare at the top. */
  readonly locals = new Set<string>();
  /** The scope whose names are being resolved now: the frame's, or a comprehension in it. */
  scope: Scope;
  /** A generator's body asks for the generator that it is the body of. */
  usesRunning = false;
  usesPosition = false;
  usesEntryHandled = false;
  /** Python 2: what an `except` clause has handled stays so until the function is left. */
  staysHandled = false;
  /** Which variables are kept in two JavaScript variables, and which hold only ints (2-types/duals.ts). */
  numbers: NumberVariables = { duals: new Set(), ints: new Set() };
  /** How many `try` and `with` statements are around; and whether something is raised outside of all. */
  tries = 0;
  raises = false;
  /** The `try` whose body is being emitted, if nothing else that catches is between: where a raise may jump to. */
  tryTarget: TryTarget | null = null;
  /** The same around each statement that catches, outermost first. */
  private readonly outside: (TryTarget | null)[] = [];
  /** Names of variables that are surely bound here. */
  bound = new Set<Variable>();
  constructor(
    readonly unit: Unit,
    readonly frame: Scope,
    readonly className: string | null,
    readonly index: number,
  ) {
    this.scope = frame;
  }

  get isGenerator(): boolean {
    return this.frame.isGenerator || this.frame.isCoroutine;
  }

  /** What is emitted now is for what the fast form beside it does not take: no such forms in it. */
  isGeneral = false;

  /** Emitted in the form that threads run: a JavaScript generator that suspends at calls. */
  get isThreaded(): boolean {
    return (
      this.unit.options.threaded !== null &&
      this.frame.kind === 'function' &&
      !this.frame.isCoroutine &&
      this.frame.node.type !== 'TypeScope'
    );
  }

  /** A new JavaScript temporary, declared at the top of the function. */
  temp(): string {
    const free = this.freeTemps.pop();
    if (free !== undefined) return free;
    const name = `$${this.temps.length + 1}`;
    this.temps.push(name);
    return name;
  }

  private doubleTemp(): string {
    const free = this.freeDoubles.pop();
    if (free !== undefined) return free;
    const name = `$d${this.doubles.length + 1}`;
    this.doubles.push(name);
    return name;
  }
  readonly doubles: string[] = [];
  private readonly freeDoubles: string[] = [];

  /** Runs `emit`, after which the temporaries that it took may be used again. */
  withTemps<T>(emit: () => T): T {
    const before = this.live;
    const localsBefore = this.liveLocals.length;
    this.live = [];
    const result = emit();
    for (const name of this.live) (name.startsWith('$d') ? this.freeDoubles : this.freeTemps).push(name);
    this.live = before;
    for (const name of this.liveLocals.splice(localsBefore)) this.leftOver.add(name);
    return result;
  }
  private live: string[] = [];
  /** How many comprehensions are around. */
  comprehensions = 0;

  /**
   * The same for a part of a statement, after which others follow. Not in a comprehension: its loops stand before the statement, and what is
   * found to be needed before them is put into temporaries later.
   */
  withOwnTemps<T>(emit: () => T): T {
    return this.comprehensions > 0 ? emit() : this.withTemps(emit);
  }

  /** Runs `emit`. The result: what it gave, and the temporaries for objects that it took. */
  withNames<T>(emit: () => T): [T, string[]] {
    const { length } = this.live;
    const result = emit();
    return [result, this.live.slice(length).filter((name) => !name.startsWith('$d'))];
  }
  /** Variables of the statements around that may hold objects. */
  private readonly liveLocals: string[] = [];
  /** Those of statements that are over: nobody looks at what they hold. */
  private readonly leftOver = new Set<string>();

  /** A new variable of the current statement. */
  local(prefix: string): string {
    const name = this.unique(prefix);
    this.declare(name);
    return name;
  }

  /** A variable of the current statement that has a name already. */
  declare(name: string): void {
    this.locals.add(name);
    this.liveLocals.push(name);
  }

  /** One that holds an object only between two of its statements. */
  scratchLocal(prefix: string): string {
    const name = this.unique(prefix);
    this.locals.add(name);
    this.leftOver.add(name);
    return name;
  }

  /** Empties the variables that hold what no statement is about any more: an object whose name is deleted may have no other holder. */
  letGo(): void {
    const nothing = b.call(this.helper('letGo'), Array(PLACES).fill(b.literal(0)));
    const names = [...this.freeTemps, ...this.leftOver];
    this.emit(b.statement(names.reduceRight<b.Expression>((value, name) => b.assign(b.id(name), value), nothing)));
  }

  /**
   * A temporary that is free again after the current statement. The name says whether it holds a raw double: one
   * JavaScript variable for both kinds would make V8 box the doubles.
   */
  scratch(isDouble = false): string {
    const name = isDouble ? this.doubleTemp() : this.temp();
    this.live.push(name);
    return name;
  }

  /** A name that is used once in the function (labels, loop iterators, handlers). */
  unique(prefix: string): string {
    return `$${prefix}${this.counter++}`;
  }

  emit(...statements: b.Statement[]): void {
    this.statements.push(...statements);
  }

  /** Emits into a new list and returns it. */
  collect(emit: () => void): b.Statement[] {
    const outer = this.statements;
    const inner: b.Statement[] = [];
    this.statements = inner;
    try {
      emit();
    } finally {
      this.statements = outer;
    }
    return inner;
  }

  helper(name: HelperName): b.Expression {
    this.unit.helpers.add(name);
    return b.id(`$${name}`);
  }

  /** Python 2 is never on an earlier line than it was on in the same statement: the furthest start of an expression. */
  latestStart = 0;

  /** How often the function notes where it is: a measure of its size. */
  places = 0;

  /** The statement is on several lines, and who watches the program is told of each (traced.ts). */
  tellsLines = false;
  /** Python 2: the furthest line of the statement that an instruction stands on by now. */
  furthestLine = 0;
  /** The statement is the last one of its block. */
  isLast = false;

  /** `$l = position of node`: where the function is, for tracebacks. */
  at(node: ast.Span): b.Expression {
    const position = this.position(node);
    // Python 2 tells of a line only where its first instruction stands.
    return this.tellsLines && this.unit.dialect === 3 ? atLine(node, position, this) : position;
  }

  /** The same where nobody is told. */
  position(node: ast.Span): b.Expression {
    this.usesPosition = true;
    this.places++;
    const { latestStart: start } = this;
    const span = start > node.start ? { start, end: Math.max(start, node.end) } : node;
    return b.assign(b.id('$l'), b.literal(this.unit.position(span)));
  }

  /**
   * Raises the exception: where that comes to the function's own `try`, or leaves the function, by a jump, which costs less
   * than to throw and catch it there.
   */
  raise(exception: b.Expression): void {
    if (this.tryTarget !== null) {
      this.tryTarget.isUsed = true;
      this.emit(b.statement(b.assign(b.id(this.tryTarget.error), exception)), b.breakTo(this.tryTarget.label));
      return;
    }
    if (this.tries > 0) {
      this.emit(b.raise(exception));
      return;
    }
    this.raises = true;
    this.usesPosition = true;
    this.emit(b.statement(b.assign(b.id('$x'), exception)), b.breakTo(RAISED));
  }

  /** Emits a statement that sees what is raised in it; `beyond` gets around it. */
  catching(emit: () => void): void {
    this.outside.push(this.tryTarget);
    this.tryTarget = null;
    this.tries++;
    emit();
    this.tries--;
    this.tryTarget = this.outside.pop()!;
  }

  /** Emits what the innermost statement that catches does not see: what is raised goes to the one around, or out of the function. */
  beyond(emit: () => void): void {
    const inner = this.tryTarget;
    const target = this.outside.pop()!;
    this.tryTarget = target;
    this.tries--;
    emit();
    this.tries++;
    this.tryTarget = inner;
    this.outside.push(target);
  }

  /**
   * A call of a helper that may raise. The position is set after the arguments are evaluated and before the call:
   * as an argument too many, which costs nothing. Only for helpers with a fixed number of parameters.
   */
  op(name: HelperName, args: readonly b.Expression[], node: ast.Span): b.Expression {
    const callee = this.helper(name);
    if (args.every(b.isSimple)) return b.sequence(this.at(node), b.call(callee, args));
    return b.call(callee, [...args, this.at(node)]);
  }

  /** The same value in a form that may be written several times: a variable that nothing can change meanwhile. */
  stable(value: b.Expression): [setup: b.Expression | null, value: b.Expression] {
    if (b.isStable(value)) return [null, value];
    const name = this.scratch();
    return [b.assign(b.id(name), value), b.id(name)];
  }

  /** Puts `value` into a temporary by a statement of its own, unless it is stable already. */
  spill(value: b.Expression): b.Expression {
    if (b.isStable(value)) return value;
    const name = this.scratch();
    this.emit(b.statement(b.assign(b.id(name), value)));
    return b.id(name);
  }

  /** Name of `name` after private mangling. */
  mangled(name: string): string {
    return mangle(name, this.className);
  }

  variable(name: string): Variable | null {
    return findVariable(this.scope, name);
  }
}
