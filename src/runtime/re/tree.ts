/**
 * The parsed form of a pattern: plain read-only data. What a flag changes (case, `.`/`^`/`$`, the meaning of `\w`)
 * is not resolved here, because in Python 2 a flag at the end of a pattern governs its beginning.
 */
export type Node =
  | { readonly type: 'char'; readonly code: number }
  | CharClass
  | { readonly type: 'any' }
  | { readonly type: 'at'; readonly where: Where }
  | { readonly type: 'seq'; readonly items: readonly Node[] }
  | { readonly type: 'branch'; readonly alternatives: readonly Node[] }
  | Group
  | Repeat
  | { readonly type: 'look'; readonly behind: boolean; readonly negate: boolean; readonly body: Node }
  | { readonly type: 'atomic'; readonly body: Node }
  | { readonly type: 'backref'; readonly group: number }
  | { readonly type: 'conditional'; readonly group: number; readonly yes: Node; readonly no: Node | null }
  | { readonly type: 'fail' };

/** One character out of (or, negated, outside) `items`. */
export interface CharClass {
  readonly type: 'class';
  readonly negate: boolean;
  readonly items: readonly ClassItem[];
}

/** An inclusive range of code points, or a category such as `\d`. */
export type ClassItem = { readonly lo: number; readonly hi: number } | { readonly category: Category };

export type Category = 'digit' | 'notDigit' | 'space' | 'notSpace' | 'word' | 'notWord';

/** `^`, `\A`, `$`, `\Z`, `\b`, `\B`. */
export type Where = 'lineStart' | 'start' | 'lineEnd' | 'end' | 'boundary' | 'notBoundary';

/** `(...)` when `index` is a number, else `(?:...)` or `(?flags:...)`. */
export interface Group {
  readonly type: 'group';
  readonly index: number | null;
  readonly addFlags: number;
  readonly delFlags: number;
  readonly body: Node;
}

export interface Repeat {
  readonly type: 'repeat';
  readonly min: number;
  /** `Infinity` when there is no limit. */
  readonly max: number;
  readonly mode: 'greedy' | 'lazy' | 'possessive';
  readonly body: Node;
}

/** A whole pattern after parsing. */
export interface ParsedPattern {
  readonly root: Node;
  /** Those passed in, those written in the pattern, and the defaults of the pattern's type. */
  readonly flags: number;
  /** How many capturing groups there are. */
  readonly groups: number;
  readonly groupIndex: ReadonlyMap<string, number>;
  /** By group number, for the width of a reference; [0] is unused. */
  readonly groupWidths: readonly (Width | null)[];
}

/** The fewest and the most characters that a node can match. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

/** How a dialect measures: where it stops counting, and whether references count. */
export interface WidthRules {
  readonly limit: number;
  readonly countsReferences: boolean;
}

export const WIDTH_RULES_3: WidthRules = { limit: 2 ** 64, countsReferences: true };
export const WIDTH_RULES_2: WidthRules = { limit: 2 ** 32 - 1, countsReferences: false };

const NOTHING: Width = { min: 0, max: 0 };
const ONE: Width = { min: 1, max: 1 };

/** The width of `node`. Linear in the size of the tree. */
export function widthOf(node: Node, groupWidths: readonly (Width | null)[], rules: WidthRules): Width {
  const of = (child: Node) => widthOf(child, groupWidths, rules);
  const capped = (min: number, max: number): Width => ({
    min: Math.min(min, rules.limit),
    max: Math.min(max, rules.limit),
  });
  switch (node.type) {
    case 'char':
    case 'class':
    case 'any':
      return ONE;
    case 'at':
    case 'look':
    case 'fail':
      return NOTHING;
    case 'group':
    case 'atomic':
      return of(node.body);
    case 'backref':
      return (rules.countsReferences && groupWidths[node.group]) || NOTHING;
    case 'seq': {
      const widths = node.items.map(of);
      return capped(sum(widths.map((w) => w.min)), sum(widths.map((w) => w.max)));
    }
    case 'branch': {
      const widths = node.alternatives.map(of);
      return capped(Math.min(...widths.map((w) => w.min)), Math.max(...widths.map((w) => w.max)));
    }
    case 'repeat': {
      const body = of(node.body);
      return capped(body.min * node.min, body.max === 0 ? 0 : body.max * node.max);
    }
    case 'conditional': {
      if (!rules.countsReferences) return NOTHING;
      const yes = of(node.yes);
      const no = node.no === null ? NOTHING : of(node.no);
      return capped(Math.min(yes.min, no.min), Math.max(yes.max, no.max));
    }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sees through sequences of one item and groups that neither capture nor set flags. */
export function unwrap(node: Node): Node {
  if (node.type === 'seq' && node.items.length === 1) return unwrap(node.items[0]!);
  if (node.type === 'group' && node.index === null && !node.addFlags && !node.delFlags) return unwrap(node.body);
  return node;
}
