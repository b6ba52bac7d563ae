/** Tree to program: see program.ts for the instructions. */
import type { Folding } from './casefold.js';
import type { CharSet } from './charset.js';
import { charSetOf, foldingOf, isUncased, wordSet } from './charset.js';
import { PatternError } from './errors.js';
import { combineFlags, Flag } from './flags.js';
import { firstBefore, followers, prefilterOf } from './prefilter.js';
import type { Program } from './program.js';
import { NO_LIMIT, Op, Unit } from './program.js';
import type { Node, ParsedPattern, Repeat, Where } from './tree.js';
import { unwrap, WIDTH_RULES_2, WIDTH_RULES_3, widthOf } from './tree.js';

/** Compiles `pattern`, which {@link checkTree} has accepted. */
export function compileProgram(pattern: ParsedPattern, dialect: 2 | 3): Program {
  return new Compiler(pattern, dialect).compile();
}

/** The widest lookbehind that CPython can encode. */
const MAX_LOOKBEHIND = 2 ** 32 - 1;

/** Throws the errors that CPython reports only once the whole pattern is parsed. */
export function checkTree(pattern: ParsedPattern, dialect: 2 | 3): void {
  const rules = dialect === 2 ? WIDTH_RULES_2 : WIDTH_RULES_3;
  visit(pattern.root, (node) => {
    if (node.type === 'look' && node.behind) {
      const { min, max } = widthOf(node.body, pattern.groupWidths, rules);
      if (dialect === 3 && min > MAX_LOOKBEHIND) throw new PatternError('looks too much behind');
      if (min !== max) throw new PatternError('look-behind requires fixed-width pattern');
    }
    if (dialect === 2 && node.type === 'repeat' && pattern.flags & Flag.TEMPLATE) {
      throw new PatternError('internal: unsupported template operator');
    }
  });
}

/** Calls `enter` for `node` and everything in it, outermost and leftmost first. */
export function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const child of childrenOf(node)) visit(child, enter);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.type === 'seq') return node.items;
  if (node.type === 'branch') return node.alternatives;
  if (node.type === 'conditional') return node.no === null ? [node.yes] : [node.yes, node.no];
  return 'body' in node ? [node.body] : [];
}

class Compiler {
  readonly #pattern: ParsedPattern;
  readonly #dialect: 2 | 3;
  readonly #code: number[] = [];
  readonly #sets: CharSet[] = [];
  readonly #foldings: Folding[] = [];
  readonly #followers: Uint8Array[] = [];
  #registers: number;

  constructor(pattern: ParsedPattern, dialect: 2 | 3) {
    this.#pattern = pattern;
    this.#dialect = dialect;
    this.#registers = 2 * pattern.groups + 3;
  }

  compile(): Program {
    const { root, flags, groups } = this.#pattern;
    this.#node(root, flags, null);
    this.#emit(Op.MATCH);
    return {
      code: Int32Array.from(this.#code),
      sets: this.#sets,
      foldings: this.#foldings,
      followers: this.#followers,
      groups,
      registers: this.#registers,
      prefilter: prefilterOf(root, flags, this.#dialect),
    };
  }

  /** Appends an instruction; returns where it is. */
  #emit(...words: number[]): number {
    const at = this.#code.length;
    for (const word of words) this.#code.push(word);
    return at;
  }

  get #here(): number {
    return this.#code.length;
  }

  #newRegisters(count: number): number {
    const first = this.#registers;
    this.#registers += count;
    return first;
  }

  #addSet(set: CharSet): number {
    return this.#sets.push(set) - 1;
  }

  /** `follow`: what can come after the node, see {@link followers}. */
  #node(node: Node, flags: number, follow: Uint8Array | null): void {
    switch (node.type) {
      case 'char':
      case 'class':
      case 'any':
        this.#single(node, flags);
        break;
      case 'at':
        this.#at(node.where, flags);
        break;
      case 'seq':
        this.#sequence(node.items, flags, follow);
        break;
      case 'branch':
        this.#branch(node.alternatives, flags, follow);
        break;
      case 'group':
        this.#group(node.index, node.body, combineFlags(flags, node.addFlags, node.delFlags), follow);
        break;
      case 'repeat':
        this.#repeat(node, flags, follow);
        break;
      case 'look':
        this.#look(node, flags);
        break;
      case 'atomic':
        this.#atomic(() => this.#node(node.body, flags, null));
        break;
      case 'backref':
        this.#backref(node.group, flags);
        break;
      case 'conditional':
        this.#conditional(node, flags, follow);
        break;
      case 'fail':
        this.#emit(Op.FAIL);
        break;
    }
  }

  /** How to match one character of `node`: a unit kind with its argument; null if `node` is something else. */
  #unit(node: Node, flags: number): { kind: number; argument: number } | null {
    if (node.type === 'any') return { kind: flags & Flag.DOTALL ? Unit.ANY_ALL : Unit.ANY, argument: 0 };
    if (node.type !== 'char' && node.type !== 'class') return null;
    if (node.type === 'char' && node.code < 0x10000 && isExact(node, flags, this.#dialect)) {
      return { kind: Unit.CHAR, argument: node.code };
    }
    const set = charSetOf(node, flags, this.#dialect);
    const single = set.single;
    if (single !== null && single < 0x10000 && !isSurrogate(single)) return { kind: Unit.CHAR, argument: single };
    return { kind: Unit.SET, argument: this.#addSet(set) };
  }

  #single(node: Node, flags: number): void {
    const { kind, argument } = this.#unit(node, flags)!;
    if (kind === Unit.CHAR) this.#emit(Op.CHAR, argument);
    else if (kind === Unit.SET) this.#emit(Op.SET, argument);
    else this.#emit(kind === Unit.ANY ? Op.ANY : Op.ANY_ALL);
  }

  #at(where: Where, flags: number): void {
    const isMultiline = (flags & Flag.MULTILINE) !== 0;
    if (where === 'boundary' || where === 'notBoundary') {
      const set = this.#addSet(wordSet(flags, this.#dialect));
      this.#emit(where === 'boundary' ? Op.BOUNDARY : Op.NOT_BOUNDARY, set);
      return;
    }
    if (where === 'lineStart') this.#emit(isMultiline ? Op.LINE_START : Op.START);
    else if (where === 'lineEnd') this.#emit(isMultiline ? Op.LINE_END : Op.LAST_LINE_END);
    else this.#emit(where === 'start' ? Op.START : Op.END);
  }

  #sequence(items: readonly Node[], flags: number, after: Uint8Array | null): void {
    const follow = followers(items, flags, this.#dialect, after);
    let i = 0;
    while (i < items.length) {
      const units: number[] = [];
      const start = i;
      for (; i < items.length && isExact(items[i]!, flags, this.#dialect); i++) {
        const text = String.fromCodePoint((items[i] as { code: number }).code);
        for (let unit = 0; unit < text.length; unit++) units.push(text.charCodeAt(unit));
      }
      if (units.length > 1) {
        this.#emit(Op.STRING, units.length, ...units);
        continue;
      }
      i = start + 1;
      this.#node(items[start]!, flags, follow[start]!);
    }
  }

  #branch(alternatives: readonly Node[], flags: number, follow: Uint8Array | null): void {
    const jumps: number[] = [];
    alternatives.forEach((alternative, i) => {
      const isLast = i === alternatives.length - 1;
      const split = isLast ? -1 : this.#emit(Op.SPLIT, 0, this.#here + 3);
      this.#node(alternative, flags, follow);
      if (isLast) return;
      jumps.push(this.#emit(Op.JUMP, 0));
      this.#code[split + 1] = this.#here;
    });
    for (const jump of jumps) this.#code[jump + 1] = this.#here;
  }

  #group(index: number | null, body: Node, flags: number, follow: Uint8Array | null): void {
    if (index !== null) this.#emit(Op.OPEN, index);
    this.#node(body, flags, follow);
    if (index !== null) this.#emit(Op.CLOSE, index);
  }

  #repeat(node: Repeat, flags: number, follow: Uint8Array | null): void {
    if (this.#run(node, flags, follow)) return;
    const { min, max, mode, body } = node;
    if (max === 0) return;
    if (mode === 'possessive') {
      const inner: Node = min > 1 ? { type: 'atomic', body } : body;
      this.#atomic(() => this.#repeat({ type: 'repeat', min, max, mode: 'greedy', body: inner }, flags, null));
      return;
    }
    if (max === 1) {
      if (min === 1) this.#node(body, flags, follow);
      else this.#optional(body, flags, mode === 'lazy', follow);
      return;
    }
    const again = follow && firstBefore(body, flags, this.#dialect, follow);
    const inside = again?.map((isFirst, code) => isFirst | follow![code]!) ?? null;
    if (min <= 1 && max === Infinity && this.#isNeverEmpty(body)) this.#star(node, flags, inside);
    else this.#loop(node, flags, inside);
  }

  #isNeverEmpty(node: Node): boolean {
    return widthOf(node, this.#pattern.groupWidths, WIDTH_RULES_3).min > 0;
  }

  #optional(body: Node, flags: number, isLazy: boolean, follow: Uint8Array | null): void {
    const split = this.#emit(Op.SPLIT, 0, 0);
    const start = this.#here;
    this.#node(body, flags, follow);
    this.#code[split + 1] = isLazy ? start : this.#here;
    this.#code[split + 2] = isLazy ? this.#here : start;
  }

  /** `*` and `+` of something that is never empty: no counters. */
  #star({ min, mode, body }: Repeat, flags: number, follow: Uint8Array | null): void {
    const jump = min === 0 ? this.#emit(Op.JUMP, 0) : -1;
    const start = this.#here;
    this.#node(body, flags, follow);
    if (jump >= 0) this.#code[jump + 1] = this.#here;
    const exit = this.#here + 3;
    if (mode === 'lazy') this.#emit(Op.SPLIT, start, exit);
    else this.#emit(Op.SPLIT, exit, start);
  }

  #loop({ min, max, mode, body }: Repeat, flags: number, follow: Uint8Array | null): void {
    const register = this.#newRegisters(2);
    this.#emit(Op.LOOP_START, register);
    const op = mode === 'lazy' ? Op.LOOP_LAZY : Op.LOOP_GREEDY;
    const loop = this.#emit(op, register, operand(min), operand(max), 0);
    if (mode === 'lazy') this.#emit(Op.LOOP_LAZY_RETRY);
    this.#node(body, flags, follow);
    this.#emit(Op.JUMP, loop);
    this.#code[loop + 4] = this.#here;
  }

  /** A repetition of one character, if `node` is that. */
  #run({ min, max, mode, body }: Repeat, flags: number, follow: Uint8Array | null): boolean {
    const inner = unwrap(body);
    if (max <= 1 && min === max) return false;
    const unit = this.#unit(inner, flags);
    if (unit === null) return false;
    const follows = follow === null ? -1 : this.#followers.push(follow) - 1;
    const operands = [unit.kind, unit.argument, operand(min), operand(max), follows];
    if (mode === 'possessive') this.#emit(Op.POSSESSIVE_RUN, ...operands);
    else if (mode === 'greedy') this.#emit(Op.RUN, ...operands, Op.RUN_RETRY);
    else this.#emit(Op.LAZY_RUN, ...operands, Op.LAZY_RUN_RETRY);
    return true;
  }

  #look({ behind, negate, body }: Extract<Node, { type: 'look' }>, flags: number): void {
    const register = this.#newRegisters(2);
    const start = negate ? this.#emit(Op.NOT_LOOK_START, register, 0) : this.#emit(Op.LOOK_START, register);
    if (behind) {
      const rules = this.#dialect === 2 ? WIDTH_RULES_2 : WIDTH_RULES_3;
      this.#emit(Op.STEP_BACK, operand(widthOf(body, this.#pattern.groupWidths, rules).min));
    }
    this.#node(body, flags, null);
    this.#emit(negate ? Op.NOT_LOOK_END : Op.LOOK_END, register);
    if (negate) this.#code[start + 2] = this.#here;
  }

  #atomic(body: () => void): void {
    const register = this.#newRegisters(1);
    this.#emit(Op.ATOMIC_START, register);
    body();
    this.#emit(Op.ATOMIC_END, register);
  }

  #backref(group: number, flags: number): void {
    if (!(flags & Flag.IGNORECASE)) this.#emit(Op.BACKREF, group);
    else this.#emit(Op.BACKREF_FOLDED, group, this.#foldings.push(foldingOf(flags, this.#dialect)) - 1);
  }

  #conditional(node: Extract<Node, { type: 'conditional' }>, flags: number, follow: Uint8Array | null): void {
    const { group, yes, no } = node;
    const condition = this.#emit(Op.CONDITION, group, 0);
    this.#node(yes, flags, follow);
    const jump = no === null ? -1 : this.#emit(Op.JUMP, 0);
    this.#code[condition + 2] = this.#here;
    if (no === null) return;
    this.#node(no, flags, follow);
    this.#code[jump + 1] = this.#here;
  }
}

/** Whether `node` is one character that matches only itself. */
function isExact(node: Node, flags: number, dialect: 2 | 3): boolean {
  if (node.type !== 'char' || isSurrogate(node.code)) return false;
  return isUncased(node.code, flags, dialect);
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

const operand = (count: number): number => Math.min(count, NO_LIMIT);
