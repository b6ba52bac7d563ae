/**
 * Python patterns as JavaScript ones, for those that mean the same (see translatable.ts).
 *
 * No JavaScript flag but `u` is used: letter case, lines and the dot are written out, because JavaScript's own ideas of
 * them differ. There are two translations, since a text of code points below 256 needs neither `u` nor the tables of
 * Unicode, compiles in a tenth of the time and matches faster.
 */
import { charSetOf, isUncased, wordSet } from './charset.js';
import { combineFlags, Flag } from './flags.js';
import { isTranslatable } from './translatable.js';
import type { Width } from './translate-class.js';
import { charSource, classSource, isSurrogate } from './translate-class.js';
import type { Node, ParsedPattern, Repeat, Where } from './tree.js';

export interface Translation {
  /** The pattern's text for texts of the given width; null if there is none. */
  source(width: Width): string | null;
  /** By Python's group number, the number of the JavaScript group. */
  readonly groupNumbers: readonly number[];
  /** Group numbers in the order in which groups close. */
  readonly closingOrder: readonly number[];
}

/** The translation of `pattern`, or null if JavaScript's engine would do something else. */
export function translate(pattern: ParsedPattern, dialect: 2 | 3): Translation | null {
  if (!isTranslatable(pattern)) return null;
  const sources = new Map<Width, string | null>();
  const first = new Translator(dialect, 'latin1');
  sources.set('latin1', first.translate(pattern));
  return {
    groupNumbers: first.groupNumbers,
    closingOrder: first.closingOrder,
    source(width) {
      let source = sources.get(width);
      if (source === undefined) {
        source = new Translator(dialect, width).translate(pattern);
        sources.set(width, source);
      }
      return source;
    },
  };
}

/** Thrown inside the translator, caught by it. */
class NoEquivalent extends Error {}

class Translator {
  readonly groupNumbers: number[] = [0];
  readonly closingOrder: number[] = [];
  readonly #dialect: 2 | 3;
  readonly #width: Width;
  #groups = 0;

  constructor(dialect: 2 | 3, width: Width) {
    this.#dialect = dialect;
    this.#width = width;
  }

  translate(pattern: ParsedPattern): string | null {
    try {
      return this.#node(pattern.root, pattern.flags);
    } catch (error) {
      if (error instanceof NoEquivalent) return null;
      throw error;
    }
  }

  #node(node: Node, flags: number): string {
    switch (node.type) {
      case 'char':
      case 'class':
      case 'any':
        return this.#single(node, flags);
      case 'at':
        return this.#at(node.where, flags, null, null);
      case 'seq':
        return this.#sequence(node.items, flags);
      case 'branch':
        return `(?:${node.alternatives.map((alternative) => this.#node(alternative, flags)).join('|')})`;
      case 'group':
        return this.#group(node.index, node.body, combineFlags(flags, node.addFlags, node.delFlags));
      case 'repeat':
        return this.#repeat(node, flags);
      case 'look':
        return `(?${node.behind ? '<' : ''}${node.negate ? '!' : '='}${this.#node(node.body, flags)})`;
      case 'atomic':
        return this.#atomic(() => this.#node(node.body, flags));
      case 'backref':
        return `(?:\\${this.groupNumbers[node.group]!})`;
      case 'fail':
        return '(?!)';
      case 'conditional':
        throw new NoEquivalent();
    }
  }

  #single(node: Extract<Node, { type: 'char' | 'class' | 'any' }>, flags: number): string {
    if (node.type === 'any') return flags & Flag.DOTALL ? '[^]' : '[^\\n]';
    if (node.type === 'char' && isUncased(node.code, flags, this.#dialect)) return this.#literal(node.code);
    const set = charSetOf(node, flags, this.#dialect);
    const code = set.single;
    if (code !== null && !isSurrogate(code)) return this.#literal(code);
    const source = classSource(set, this.#width);
    if (source === null) throw new NoEquivalent();
    return source;
  }

  #literal(code: number): string {
    if (code > 255 && this.#width === 'latin1') return '[]';
    if (isSurrogate(code)) throw new NoEquivalent();
    return charSource(code);
  }

  #sequence(items: readonly Node[], flags: number): string {
    return items
      .map((item, i) =>
        item.type === 'at' ? this.#at(item.where, flags, items[i - 1], items[i + 1]) : this.#node(item, flags),
      )
      .join('');
  }

  #at(where: Where, flags: number, before: Node | null | undefined, after: Node | null | undefined): string {
    switch (where) {
      case 'start':
        return '^';
      case 'end':
        return '$';
      case 'lineStart':
        return flags & Flag.MULTILINE ? '(?<![^\\n])' : '^';
      case 'lineEnd':
        return flags & Flag.MULTILINE ? '(?![^\\n])' : '(?=\\n?$)';
      case 'boundary':
        return this.#boundary(flags, before, after);
      case 'notBoundary': {
        const word = this.#word(flags);
        return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word})(?:(?=[^])|(?<=[^])))`;
      }
    }
  }

  /** `\b`: half of the test is enough where a neighbour is known to be, or not to be, part of a word. */
  #boundary(flags: number, before: Node | null | undefined, after: Node | null | undefined): string {
    const word = this.#word(flags);
    const ahead = after ? this.#edge(after, flags, 'first') : null;
    if (ahead !== null) return `(?<${ahead === 'inside' ? '!' : '='}${word})`;
    const behind = before ? this.#edge(before, flags, 'last') : null;
    if (behind !== null) return `(?${behind === 'inside' ? '!' : '='}${word})`;
    return `(?:(?<!${word})(?=${word})|(?<=${word})(?!${word}))`;
  }

  #word(flags: number): string {
    return classSource(wordSet(flags, this.#dialect), this.#width)!;
  }

  /** Whether every match of `node` has, at that edge, a character inside or outside of words; null if not known. */
  #edge(node: Node, flags: number, edge: 'first' | 'last'): 'inside' | 'outside' | null {
    switch (node.type) {
      case 'char':
      case 'class':
        return charSetOf(node, flags, this.#dialect).relatesTo(wordSet(flags, this.#dialect), this.#width === 'latin1');
      case 'group':
        return this.#edge(node.body, combineFlags(flags, node.addFlags, node.delFlags), edge);
      case 'repeat':
        return node.min > 0 ? this.#edge(node.body, flags, edge) : null;
      case 'seq': {
        const item = edge === 'first' ? node.items[0] : node.items.at(-1);
        return item ? this.#edge(item, flags, edge) : null;
      }
      case 'branch': {
        const [first, ...others] = node.alternatives.map((alternative) => this.#edge(alternative, flags, edge));
        return others.every((other) => other === first) ? first! : null;
      }
      default:
        return null;
    }
  }

  #group(index: number | null, body: Node, flags: number): string {
    if (index === null) return `(?:${this.#node(body, flags)})`;
    this.#groups += 1;
    this.groupNumbers[index] = this.#groups;
    const source = this.#node(body, flags);
    this.closingOrder.push(index);
    return `(${source})`;
  }

  #repeat({ min, max, mode, body }: Repeat, flags: number): string {
    if (mode === 'possessive') {
      const inner: Node = min > 1 ? { type: 'atomic', body } : body;
      return this.#atomic(() => this.#repeat({ type: 'repeat', min, max, mode: 'greedy', body: inner }, flags));
    }
    const source = this.#node(body, flags);
    const isAtom = body.type === 'char' || body.type === 'class' || body.type === 'any';
    const operand = isAtom || (body.type === 'group' && body.index !== null) ? source : `(?:${source})`;
    return operand + quantifier(min, max) + (mode === 'lazy' ? '?' : '');
  }

  /** A lookahead is never re-entered, and the group takes what it saw. */
  #atomic(body: () => string): string {
    this.#groups += 1;
    const number = this.#groups;
    return `(?:(?=(${body()}))\\${number})`;
  }
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
