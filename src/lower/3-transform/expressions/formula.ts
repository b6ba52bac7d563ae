/**
 * A formula's value from numbers of known kinds, as a chain of tests and one JavaScript expression. Nothing in it can be seen
 * from outside: whoever finds that a test fails may begin again another way.
 */
import type * as ast from '../../../parser/ast.js';
import { type Formula, formulaOf } from '../../2-types/formulas.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { MAX_SAFE } from '../safeInts.js';
import { isMadeOf } from './keywordCall.js';
import { intLiteral, isNumber } from './operands.js';

/** A number in a variable or a literal: a safe int, or a raw double. */
export interface Term {
  readonly kind: 'int' | 'float';
  readonly value: b.Expression;
  readonly literal: number | null;
}

const WORD = 4294967296;

export const term = (kind: Term['kind'], value: b.Expression, literal: number | null = null): Term => ({
  kind,
  value,
  literal,
});
const ofLiteral = (value: number): Term => term('int', b.literal(value), value);

/** Thrown where an operation has no form here. */
const NO_FORM = Symbol('no form');

export class FormulaValue {
  /** All must hold, in this order. */
  readonly tests: b.Expression[] = [];
  /** What is to be assigned between the last test and the use of the result. */
  pending: b.Expression[] = [];
  private readonly words = new Set<string>();
  private readonly globals = new Map<string, Term>();
  private readonly functions = new Set<string>();
  private names = new Map<string, Term>();

  /** `find` gives what a name means where the formula has none of that name. */
  constructor(
    private readonly cx: FunctionContext,
    private find: (name: string) => Term | null = () => null,
  ) {}

  /** The formula's result for these arguments, or null where it has an operation with no form. */
  of(formula: Formula, args: readonly Term[]): Term | null {
    return attempt(() => this.within(formula, args, (result) => this.term(result)));
  }

  /** The value of bitwise operations on unsigned words, or null where it is something else. */
  ofWords(node: ast.BinOp): b.Expression | null {
    return attempt(() => b.binary('>>>', this.word(node), b.literal(0)));
  }

  private within<T>({ params, steps, result }: Formula, args: readonly Term[], use: (result: ast.Expr) => T): T {
    const { names, find } = this;
    this.names = new Map(params.map((name, i) => [name, args[i]!]));
    this.find = () => null;
    for (const { name, value } of steps) this.names.set(name, this.term(value));
    const used = use(result);
    this.names = names;
    this.find = find;
    return used;
  }

  private called<T>(node: ast.Call, use: (result: ast.Expr) => T): T {
    const found = calledFormula(node, this.cx);
    const name = (node.func as ast.Name).id;
    const f = this.cx.unit.globalVariable(name);
    if (found === null || f === undefined) return none();
    if (!this.functions.has(name)) this.test(isMadeOf(f, this.cx.unit.codeOf(found.callee)));
    this.functions.add(name);
    return this.within(
      found.formula,
      node.args.map((arg) => this.term(arg)),
      use,
    );
  }

  test(condition: b.Expression): void {
    this.tests.push(b.sequence(...this.pending, condition));
    this.pending = [];
  }

  private keep(kind: Term['kind'], value: b.Expression): Term {
    const t = b.id(this.cx.scratch(kind === 'float'));
    this.pending.push(b.assign(t, value));
    return term(kind, t);
  }

  private term(node: ast.Expr): Term {
    const literal = intLiteral(node);
    if (literal !== null) return ofLiteral(literal);
    switch (node.type) {
      case 'Constant':
        return node.value.kind === 'float' ? term('float', b.literal(node.value.value)) : none();
      case 'Name':
        return this.names.get(node.id) ?? this.found(node.id) ?? this.global(node.id);
      case 'Call':
        return this.called(node, (result) => this.term(result));
      case 'UnaryOp':
        return node.op === 'USub' ? this.negative(this.term(node.operand)) : none();
      case 'BinOp':
        return this.operation(node);
      default:
        return none();
    }
  }

  private found(name: string): Term | null {
    const found = this.find(name);
    if (found !== null) this.names.set(name, found);
    return found;
  }

  private global(name: string): Term {
    const earlier = this.globals.get(name);
    if (earlier !== undefined) return earlier;
    const variable = this.cx.unit.globalVariable(name);
    if (variable === undefined) return none();
    this.test(isNumber(variable));
    const found = term('int', variable);
    this.globals.set(name, found);
    return found;
  }

  private negative(x: Term): Term {
    if (x.kind === 'int') this.test(b.binary('!==', x.value, b.literal(0)));
    return this.keep(x.kind, b.unary('-', x.value));
  }

  private operation(node: ast.BinOp): Term {
    switch (node.op) {
      case 'BitAnd':
      case 'BitOr':
      case 'BitXor':
        return this.keep('int', b.binary('>>>', this.word(node), b.literal(0)));
      case 'Mod': {
        const modulus = intLiteral(node.right);
        const isPower = modulus !== null && modulus > 0 && modulus <= WORD && Number.isInteger(Math.log2(modulus));
        if (!isPower || !grows(node.left)) break;
        const rest = b.binary('&', this.low(node.left), b.literal((modulus - 1) | 0));
        return this.keep('int', b.binary('>>>', rest, b.literal(0)));
      }
      case 'LShift':
      case 'RShift': {
        const left = this.term(node.left);
        const count = this.term(node.right).literal;
        if (left.kind !== 'int' || count === null || count < 0 || count > 31) return none();
        if (node.op === 'LShift') return this.ints('*', left, ofLiteral(2 ** count));
        return this.keep('int', floor(b.binary('/', left.value, b.literal(2 ** count))));
      }
      case 'Pow':
        return intLiteral(node.right) === 2 ? this.square(this.term(node.left)) : none();
      default:
    }
    return this.arithmetic(node.op, this.term(node.left), this.term(node.right));
  }

  private arithmetic(op: ast.Operator, x: Term, y: Term): Term {
    const isInt = x.kind === 'int' && y.kind === 'int';
    const symbol = SYMBOLS[op];
    if (symbol !== undefined) {
      return isInt ? this.ints(symbol, x, y) : this.keep('float', b.binary(symbol, x.value, y.value));
    }
    if (op === 'Div') {
      if (y.literal === null || y.literal === 0) this.test(b.binary('!==', y.value, b.literal(0)));
      return this.keep('float', b.binary('/', x.value, y.value));
    }
    if (!isInt || (op !== 'Mod' && op !== 'FloorDiv')) return none();
    if (y.literal === null || y.literal <= 0) this.test(b.binary('>', y.value, b.literal(0)));
    if (op === 'FloorDiv') {
      // Beyond this a quotient may be rounded up to the next int.
      this.test(b.binary('<=', x.value, b.literal(MAX_SAFE / 2)));
      this.test(b.binary('>=', x.value, b.literal(-MAX_SAFE / 2)));
      return this.keep('int', floor(b.binary('/', x.value, y.value)));
    }
    const rest = this.keep('int', b.binary('%', x.value, y.value));
    const isNegative = b.binary('<', rest.value, b.literal(0));
    const added = (z: b.Expression) => b.binary('+', rest.value, z);
    return this.keep('int', b.conditional(isNegative, added(y.value), added(b.literal(0))));
  }

  /** A sum, difference or product of ints that must be a safe one. */
  private ints(symbol: '+' | '-' | '*', x: Term, y: Term): Term {
    if (x.literal !== null && y.literal !== null) {
      const { literal: p } = x;
      const { literal: q } = y;
      const value = symbol === '+' ? p + q : symbol === '-' ? p - q : p * q + 0;
      return Number.isSafeInteger(value) ? ofLiteral(value) : none();
    }
    const t = b.id(this.cx.scratch());
    this.test(b.binary('<=', b.assign(t, b.binary(symbol, x.value, y.value)), b.literal(MAX_SAFE)));
    // A product of zero and a negative number is -0 in JavaScript; adding 0 makes it 0.
    const sure = symbol === '*' ? b.assign(t, b.binary('+', t, b.literal(0))) : t;
    this.test(b.binary('>=', sure, b.literal(-MAX_SAFE)));
    return term('int', t);
  }

  private square(x: Term): Term {
    if (x.kind === 'int') return this.ints('*', x, x);
    const product = this.keep('float', b.binary('*', x.value, x.value));
    this.test(b.binary('<', product.value, b.id('Infinity')));
    return product;
  }

  /** An operation's value as an int32 of the same bits, where it is sure to be an unsigned word. */
  private word(node: ast.Expr): b.Expression {
    if (node.type === 'Call') return this.called(node, (result) => this.word(result));
    if (node.type !== 'BinOp') return this.leaf(this.term(node), true);
    switch (node.op) {
      case 'BitAnd': {
        // One side that is a word makes the result one.
        const rightIsWord = node.right.type !== 'BinOp' && node.right.type !== 'UnaryOp';
        const left = rightIsWord ? this.low(node.left) : this.word(node.left);
        return b.binary('&', left, rightIsWord ? this.word(node.right) : this.low(node.right));
      }
      case 'BitOr':
      case 'BitXor':
        return b.binary(node.op === 'BitOr' ? '|' : '^', this.word(node.left), this.word(node.right));
      case 'RShift': {
        const left = this.word(node.left);
        return b.binary('|', b.binary('>>>', left, this.count(node.right)), b.literal(0));
      }
      default:
        return none();
    }
  }

  /** The low 32 bits of an operation's value, as an int32. */
  private low(node: ast.Expr): b.Expression {
    if (node.type === 'UnaryOp' && node.op === 'Invert') return b.unary('~', this.low(node.operand));
    if (node.type === 'Call') return this.called(node, (result) => this.low(result));
    if (node.type !== 'BinOp') return this.leaf(this.term(node), false);
    if (node.op === 'RShift') return this.word(node);
    const left = this.low(node.left);
    if (node.op === 'LShift') return b.binary('<<', left, this.count(node.right));
    const right = this.low(node.right);
    if (node.op === 'Mult') return b.call(b.member(b.id('Math'), 'imul'), [left, right]);
    const symbol = BITS[node.op] ?? SYMBOLS[node.op] ?? none();
    return b.binary('|', b.binary(symbol, left, right), b.literal(0));
  }

  private leaf({ kind, value, literal }: Term, isWord: boolean): b.Expression {
    if (kind !== 'int' || (isWord && literal !== null && (literal < 0 || literal >= WORD))) return none();
    if (literal !== null) return b.literal(literal | 0);
    const { name } = value as { name?: string };
    if (isWord && (name === undefined || !this.words.has(name)))
      this.test(b.binary('===', b.binary('>>>', value, b.literal(0)), value));
    if (isWord && name !== undefined) this.words.add(name);
    return b.binary('|', value, b.literal(0));
  }

  /** A shift by less than a word. */
  private count(node: ast.Expr): b.Expression {
    const { kind, value, literal } = this.term(node);
    if (kind !== 'int' || (literal !== null && (literal < 0 || literal > 31))) return none();
    if (literal !== null) return value;
    this.test(b.binary('>=', value, b.literal(0)));
    this.test(b.binary('<', value, b.literal(32)));
    return value;
  }
}

const SYMBOLS: Partial<Record<ast.Operator, '+' | '-' | '*'>> = { Add: '+', Sub: '-', Mult: '*' };
const BITS: Partial<Record<ast.Operator, '&' | '|' | '^'>> = { BitAnd: '&', BitOr: '|', BitXor: '^' };

const floor = (value: b.Expression) => b.call(b.member(b.id('Math'), 'floor'), [value]);

function none(): never {
  throw NO_FORM;
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error === NO_FORM) return null;
    throw error;
  }
}

/** The function of the text's top level that a call's name means, unless something changes that, and its formula. */
export function calledFormula(
  node: ast.Call,
  cx: FunctionContext,
): { callee: ast.FunctionDef; formula: Formula } | null {
  const { unit } = cx;
  if (node.func.type !== 'Name' || node.keywords.length > 0 || !takesFormulas(cx)) return null;
  if (cx.variable(node.func.id) !== null) return null;
  const found = unit.definitions().functions.get(node.func.id);
  const formula = found?.length === 1 ? formulaOf(found[0]!) : null;
  return formula !== null && formula.params.length === node.args.length ? { callee: found![0]!, formula } : null;
}

/** Whether formulas may be put in place there. */
export const takesFormulas = ({ unit, scope, isGeneral }: FunctionContext): boolean =>
  !isGeneral &&
  unit.dialect === 3 &&
  unit.options.threaded === null &&
  unit.globalsMode === 'module' &&
  scope.kind !== 'class';

/** Has a product or a shift to the left in it, whose value may be beyond the safe integers. */
const grows = (node: ast.Expr): boolean =>
  node.type === 'BinOp' && (node.op === 'Mult' || node.op === 'LShift' || grows(node.left) || grows(node.right));
