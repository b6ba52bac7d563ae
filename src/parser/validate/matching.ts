/** What a pattern may bind and how often. */
import type { Pattern } from '../ast.js';
import { literalKey } from './literalKey.js';
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
      case 'MatchValue':
        if (node.value.type === 'JoinedStr') refuse(`patterns ${ONLY_LITERALS}`, node);
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
      if (key.type === 'JoinedStr') refuse(`mapping pattern keys ${ONLY_LITERALS}`, node);
      const value = key.type === 'Attribute' ? null : literalKey(key);
      if (value && seen.has(value.identity)) refuse(`mapping pattern checks duplicate key (${value.shown})`, node);
      if (value) seen.add(value.identity);
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

const ONLY_LITERALS = 'may only match literals and attribute lookups';
