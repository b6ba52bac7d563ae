/**
 * What every match must begin with, so that a search can skip the places where it cannot begin.
 */
import type { CharSet } from './charset.js';
import { charSetOf, isUncased } from './charset.js';
import { combineFlags, Flag } from './flags.js';
import type { Node } from './tree.js';

export interface Prefilter {
  /** Every match begins with this text. */
  readonly literal: string;
  /** 1 for each code point below 256 that can begin a match; null if a match can be empty. */
  readonly first: Uint8Array | null;
  /** Whether a match can only begin at the start of the text. */
  readonly anchored: boolean;
}

export function prefilterOf(root: Node, flags: number, dialect: 2 | 3): Prefilter {
  const first = new Uint8Array(256);
  const isNullable = addFirst(root, flags, dialect, first);
  return {
    literal: literalPrefix(root, flags).text,
    first: isNullable ? null : first,
    anchored: isAnchored(root, flags),
  };
}

function literalPrefix(node: Node, flags: number): { text: string; isAll: boolean } {
  if (node.type === 'char' && !(flags & Flag.IGNORECASE)) {
    const isSurrogate = node.code >= 0xd800 && node.code < 0xe000;
    return isSurrogate ? { text: '', isAll: false } : { text: String.fromCodePoint(node.code), isAll: true };
  }
  if (node.type === 'group') return literalPrefix(node.body, combineFlags(flags, node.addFlags, node.delFlags));
  if (node.type !== 'seq') return { text: '', isAll: false };
  let text = '';
  for (const item of node.items) {
    const part = literalPrefix(item, flags);
    text += part.text;
    if (!part.isAll) return { text, isAll: false };
  }
  return { text, isAll: true };
}

function isAnchored(node: Node, flags: number): boolean {
  if (node.type === 'at') return node.where === 'start' || (node.where === 'lineStart' && !(flags & Flag.MULTILINE));
  if (node.type === 'seq') return node.items.length > 0 && isAnchored(node.items[0]!, flags);
  if (node.type === 'branch') return node.alternatives.every((alternative) => isAnchored(alternative, flags));
  if (node.type === 'group') return isAnchored(node.body, combineFlags(flags, node.addFlags, node.delFlags));
  return node.type === 'atomic' && isAnchored(node.body, flags);
}

/**
 * For each of `items`, what can begin a match of everything after it: a table of the code points below 256, or null if
 * that is not known. `after` is the same for the whole sequence.
 */
export function followers(
  items: readonly Node[],
  flags: number,
  dialect: 2 | 3,
  after: Uint8Array | null,
): (Uint8Array | null)[] {
  const result: (Uint8Array | null)[] = new Array(items.length);
  let follow = after;
  for (let i = items.length - 1; i >= 0; i--) {
    result[i] = follow;
    follow = firstBefore(items[i]!, flags, dialect, follow);
  }
  return result;
}

/** What can begin a match of `node` followed by `after`. */
export function firstBefore(node: Node, flags: number, dialect: 2 | 3, after: Uint8Array | null): Uint8Array | null {
  const first = new Uint8Array(256);
  const isNullable = addFirst(node, flags, dialect, first);
  if (!isNullable) return first;
  return after === null ? null : first.map((isFirst, code) => isFirst | after[code]!);
}

/** Adds to `first` what can begin a match of `node`; returns whether `node` can match nothing. */
function addFirst(node: Node, flags: number, dialect: 2 | 3, first: Uint8Array): boolean {
  const add = (child: Node, inner = flags) => addFirst(child, inner, dialect, first);
  switch (node.type) {
    case 'char':
      if (node.code < 256 && isUncased(node.code, flags, dialect)) first[node.code] = 1;
      else addSet(charSetOf(node, flags, dialect), first);
      return false;
    case 'class':
      addSet(charSetOf(node, flags, dialect), first);
      return false;
    case 'any':
      for (let code = 0; code < 256; code++) if (code !== 10 || flags & Flag.DOTALL) first[code] = 1;
      return false;
    case 'seq':
      return node.items.every((item) => add(item));
    case 'branch':
      return node.alternatives.map((alternative) => add(alternative)).some(Boolean);
    case 'group':
      return add(node.body, combineFlags(flags, node.addFlags, node.delFlags));
    case 'atomic':
      return add(node.body);
    case 'repeat':
      return add(node.body) || node.min === 0;
    case 'at':
    case 'look':
      return true;
    case 'fail':
      return false;
    case 'backref':
    case 'conditional':
      first.fill(1);
      return true;
  }
}

function addSet(set: CharSet, first: Uint8Array): void {
  for (let code = 0; code < 256; code++) if (set.latin1[code] === 1) first[code] = 1;
}
