/** What a pattern may bind and how often. */
import type { Expr, Pattern } from '../ast.js';
import { reprConstant } from '../dump/python3.js';
import { patternsOf } from './order.js';
import { refuse } from './refuse.js';

/** Checks the pattern of one case; `irrefutable` says whether it may match everything. */
export function checkPatterns(pattern: Pattern, irrefutable: boolean): void {
  new PatternChecker().check(pattern, irrefutable);
}

class PatternChecker {
  private names: string[] = [];

  check(node: Pattern, irrefutable: boolean): void {
    switch (node.type) {
      case 'MatchAs':
        this.as(node, irrefutable);
        return;
      case 'MatchOr':
        this.or(node, irrefutable);
        return;
      case 'MatchSequence':
        this.sequence(node);
        return;
      case 'MatchMapping':
        this.mapping(node);
        return;
      case 'MatchClass':
        this.classPattern(node);
        return;
      case 'MatchStar':
        this.bind(node.name, node);
        return;
      default:
    }
  }

  private bind(name: string | null, at: Pattern): void {
    if (name === null) return;
    if (name === '__debug__') refuse('cannot assign to __debug__', at);
    if (this.names.includes(name)) refuse(`multiple assignments to name '${name}' in pattern`, at);
    this.names.push(name);
  }

  private as(node: Extract<Pattern, { type: 'MatchAs' }>, irrefutable: boolean): void {
    if (node.pattern === null) {
      if (!irrefutable) {
        if (node.name !== null) refuse(`name capture '${node.name}' makes remaining patterns unreachable`, node);
        refuse('wildcard makes remaining patterns unreachable', node);
      }
      this.bind(node.name, node);
      return;
    }
    this.check(node.pattern, irrefutable);
    this.bind(node.name, node);
  }

  private or(node: Extract<Pattern, { type: 'MatchOr' }>, irrefutable: boolean): void {
    const before = this.names;
    let control: string[] | null = null;
    node.patterns.forEach((alternative, index) => {
      this.names = [...before];
      this.check(alternative, index === node.patterns.length - 1 && irrefutable);
      const bound = this.names.slice(before.length).sort();
      if (control && control.join() !== bound.join()) refuse('alternative patterns bind different names', node);
      control ??= bound;
    });
    this.names = [...before, ...(control ?? [])];
  }

  private sequence(node: Extract<Pattern, { type: 'MatchSequence' }>): void {
    if (node.patterns.filter(({ type }) => type === 'MatchStar').length > 1) {
      refuse('multiple starred names in sequence pattern', node);
    }
    for (const inner of node.patterns) this.check(inner, true);
  }

  private mapping(node: Extract<Pattern, { type: 'MatchMapping' }>): void {
    const seen = new Set<string>();
    node.keys.forEach((key, index) => {
      const shown = shownKey(key);
      if (shown !== null && seen.has(shown)) refuse(`mapping pattern checks duplicate key (${shown})`, node);
      if (shown !== null) seen.add(shown);
      this.check(node.patterns[index]!, true);
    });
    this.bind(node.rest, node);
  }

  private classPattern(node: Extract<Pattern, { type: 'MatchClass' }>): void {
    node.kwd_attrs.forEach((attribute, index) => {
      const pattern = node.kwd_patterns[index]!;
      if (attribute === '__debug__') refuse('cannot assign to __debug__', pattern);
      if (node.kwd_attrs.indexOf(attribute) < index) {
        refuse(`attribute name repeated in class pattern: ${attribute}`, pattern);
      }
    });
    for (const inner of patternsOf(node)) this.check(inner, true);
  }
}

/** `repr` of a literal key; null for a dotted name. */
function shownKey(key: Expr): string | null {
  if (key.type === 'Constant') return reprConstant(key.value);
  if (key.type !== 'UnaryOp' || key.operand.type !== 'Constant') return null;
  return `-${reprConstant(key.operand.value)}`;
}
