/**
 * Which patterns mean the same to JavaScript's engine. Excluded, because it differs there:
 * - a repetition whose body can match nothing (JavaScript drops such an iteration, Python keeps one)
 * - a group that an iteration may leave unset (JavaScript resets it, Python keeps the value of an earlier iteration)
 * - a reference to a group that may be unset (it matches nothing in JavaScript, fails in Python), or that folds case
 * - groups and references inside a lookbehind (JavaScript matches it from right to left)
 * - conditionals, which JavaScript has not
 */
import { combineFlags, Flag } from './flags.js';
import type { Node, ParsedPattern, Repeat } from './tree.js';
import { WIDTH_RULES_3, widthOf } from './tree.js';

export function isTranslatable(pattern: ParsedPattern): boolean {
  return new Check(pattern).node(pattern.root, pattern.flags, new Set());
}

class Check {
  readonly #pattern: ParsedPattern;

  constructor(pattern: ParsedPattern) {
    this.#pattern = pattern;
  }

  /** Whether `node` can be translated; `set` holds the groups surely set before it, and gains those set by it. */
  node(node: Node, flags: number, set: Set<number>): boolean {
    switch (node.type) {
      case 'char':
      case 'class':
      case 'any':
      case 'at':
      case 'fail':
        return true;
      case 'seq':
        return node.items.every((item) => this.node(item, flags, set));
      case 'branch':
        return this.#branch(node.alternatives, flags, set);
      case 'group': {
        const isFine = this.node(node.body, combineFlags(flags, node.addFlags, node.delFlags), set);
        if (node.index !== null) set.add(node.index);
        return isFine;
      }
      case 'repeat':
        return this.#repeat(node, flags, set);
      case 'look':
        if (node.behind) return groupsIn(node.body).size === 0 && this.node(node.body, flags, new Set());
        return this.node(node.body, flags, node.negate ? new Set(set) : set);
      case 'atomic':
        return this.node(node.body, flags, set);
      case 'backref':
        return set.has(node.group) && !(flags & Flag.IGNORECASE);
      case 'conditional':
        return false;
    }
  }

  #branch(alternatives: readonly Node[], flags: number, set: Set<number>): boolean {
    const outcomes: Set<number>[] = [];
    for (const alternative of alternatives) {
      const outcome = new Set(set);
      if (!this.node(alternative, flags, outcome)) return false;
      outcomes.push(outcome);
    }
    for (const group of outcomes[0]!) if (outcomes.every((outcome) => outcome.has(group))) set.add(group);
    return true;
  }

  #repeat({ min, max, body }: Repeat, flags: number, set: Set<number>): boolean {
    const canBeEmpty = widthOf(body, this.#pattern.groupWidths, WIDTH_RULES_3).min === 0;
    if (canBeEmpty && min !== max) return false;
    const inside = new Set(set);
    if (!this.node(body, flags, inside)) return false;
    if (max > 1) {
      for (const group of groupsIn(body)) if (!inside.has(group)) return false;
    }
    if (min > 0) for (const group of inside) set.add(group);
    return true;
  }
}

/** The capturing groups inside `node`. */
function groupsIn(node: Node): Set<number> {
  const groups = new Set<number>();
  const collect = (child: Node) => {
    if (child.type === 'group' && child.index !== null) groups.add(child.index);
    if (child.type === 'seq') child.items.forEach(collect);
    else if (child.type === 'branch') child.alternatives.forEach(collect);
    else if ('body' in child) collect(child.body);
  };
  collect(node);
  return groups;
}
