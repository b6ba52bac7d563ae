/** What can be assigned to or deleted. */
import { atom, slices, trailer } from './expressions.js';
import type { Machine } from './machine.js';
import type { Node } from './nodes.js';

export function starTargets(m: Machine): Node | null {
  const { start } = m.peek();
  const first = starTarget(m);
  if (!first) return null;
  const rest = m.many(() => m.op(',') && starTarget(m));
  const comma = m.op(',');
  return rest.length === 0 && !comma ? first : { type: 'Tuple', elts: [first, ...rest], start, end: m.last.end };
}

export function starTarget(m: Machine): Node | null {
  return m.memo(starTargetRule);
}

function starTargetRule(m: Machine): Node | null {
  const { start } = m.peek();
  const value = m.alt(() => m.op('*') && !m.ahead(() => m.op('*')) && starTarget(m));
  return value ? { type: 'Starred', value, start, end: m.last.end } : targetWithStarAtom(m);
}

function targetWithStarAtom(m: Machine): Node | null {
  return m.memo(targetWithStarAtomRule);
}

function targetWithStarAtomRule(m: Machine): Node | null {
  return m.alt(() => subscriptOrAttribute(m)) ?? m.alt(() => starAtom(m));
}

function starAtom(m: Machine): Node | null {
  const { start } = m.peek();
  const name = m.name();
  if (name) return name;
  const grouped = m.alt(() => {
    const inner = m.op('(') && targetWithStarAtom(m);
    return inner && m.op(')') && inner;
  });
  if (grouped) return grouped;
  const sequence = (open: string, close: string) =>
    m.alt(() => {
      if (!m.op(open)) return null;
      const elts = m.alt(() => targetSequence(m, open === '(')) ?? [];
      return m.op(close) && elts;
    });
  const tuple = sequence('(', ')');
  if (tuple) return { type: 'Tuple', elts: tuple, start, end: m.last.end };
  const list = sequence('[', ']');
  return list && { type: 'List', elts: list, start, end: m.last.end };
}

/** In parentheses one target alone needs a comma. */
function targetSequence(m: Machine, isTuple: boolean): Node[] | null {
  const first = starTarget(m);
  if (!first) return null;
  const rest = m.many(() => m.op(',') && starTarget(m));
  const comma = m.op(',');
  return isTuple && rest.length === 0 && !comma ? null : [first, ...rest];
}

/** A target that can be annotated or augmented. */
export function singleTarget(m: Machine): Node | null {
  return (
    m.alt(() => subscriptOrAttribute(m)) ??
    m.name() ??
    m.alt(() => {
      const inner = m.op('(') && singleTarget(m);
      return inner && m.op(')') && inner;
    })
  );
}

/** `a.b` or `a[b]` that nothing else is attached to. */
export function subscriptOrAttribute(m: Machine): Node | null {
  const { start } = m.peek();
  return (
    m.alt(() => {
      const found = targetPrimary(m) && m.op('.') && m.name() && !startsTrailer(m);
      return found && { type: 'Attribute', start, end: m.last.end };
    }) ??
    m.alt(() => {
      const found = targetPrimary(m) && m.op('[') && slices(m) && m.op(']') && !startsTrailer(m);
      return found && { type: 'Subscript', start, end: m.last.end };
    })
  );
}

function startsTrailer(m: Machine): boolean {
  return m.ahead(() => m.anyOp('(', '[', '.'));
}

function targetPrimary(m: Machine): Node | null {
  return m.memo(targetPrimaryRule);
}

/** An atom and its trailers but the last one. */
function targetPrimaryRule(m: Machine): Node | null {
  const { start } = m.peek();
  let node = m.alt(() => {
    const base = atom(m);
    return base && startsTrailer(m) && base;
  });
  while (node) {
    const type = m.alt(() => {
      const kind = trailer(m);
      return kind && startsTrailer(m) && kind;
    });
    if (!type) break;
    node = { type, start, end: m.last.end };
  }
  return node;
}

export function deleteTargets(m: Machine): Node[] | null {
  const targets = m.gather(',', () => deleteTarget(m));
  if (targets) m.op(',');
  return targets;
}

function deleteTarget(m: Machine): Node | null {
  return m.memo(deleteTargetRule);
}

function deleteTargetRule(m: Machine): Node | null {
  const { start } = m.peek();
  const found = m.alt(() => subscriptOrAttribute(m)) ?? m.name();
  if (found) return found;
  const grouped = m.alt(() => {
    const inner = m.op('(') && deleteTarget(m);
    return inner && m.op(')') && inner;
  });
  if (grouped) return grouped;
  const sequence =
    m.alt(() => m.op('(') && m.maybe(() => deleteTargets(m)) && m.op(')') && 'Tuple') ??
    m.alt(() => m.op('[') && m.maybe(() => deleteTargets(m)) && m.op(']') && 'List');
  return sequence && { type: sequence, elts: [], start, end: m.last.end };
}
