/** The arguments of a call. */
import { clauses } from './displays.js';
import { assignmentOrExpression, expression, starredExpression } from './expressions.js';
import type { Machine } from './machine.js';
import type { ArgumentsNode, Node } from './nodes.js';

export function argumentsRule(m: Machine): ArgumentsNode | null {
  return m.memo(argumentsBody);
}

function argumentsBody(m: Machine): ArgumentsNode | null {
  const found = m.alt(() => {
    const list = args(m);
    if (list) m.op(',');
    return list && m.ahead(() => m.op(')')) && list;
  });
  if (!found && m.invalidRules) invalidArguments(m);
  return found;
}

function args(m: Machine): ArgumentsNode | null {
  const positionals = m.gather(',', () => positional(m));
  if (!positionals) return keywordArguments(m);
  const rest = m.alt(() => m.op(',') && keywordArguments(m));
  return { args: [...positionals, ...(rest?.args ?? [])], hasDoubleStar: rest?.hasDoubleStar ?? false };
}

function positional(m: Machine): Node | null {
  return (
    m.alt(() => starredExpression(m)) ??
    m.alt(() => {
      const value = assignmentOrExpression(m);
      return value && !m.ahead(() => m.op('=')) && value;
    })
  );
}

type KeywordItem = { readonly starred: Node | null };

function keywordArguments(m: Machine): ArgumentsNode | null {
  const both = m.alt(() => {
    const first = m.gather(',', () => keywordOrStarred(m));
    return first && m.op(',') && m.gather(',', () => keywordOrDoubleStarred(m)) && first;
  });
  if (both) return result(both, true);
  const starredOnly = m.alt(() => m.gather(',', () => keywordOrStarred(m)));
  if (starredOnly) return result(starredOnly, false);
  const doubleOnly = m.alt(() => m.gather(',', () => keywordOrDoubleStarred(m)));
  return doubleOnly && result([], true);
}

function result(items: readonly KeywordItem[], hasDoubleStar: boolean): ArgumentsNode {
  return { args: items.flatMap(({ starred }) => starred ?? []), hasDoubleStar };
}

function keywordOrStarred(m: Machine): KeywordItem | null {
  if (m.invalidRules) invalidKeyword(m);
  const named = m.alt(() => m.name() && m.op('=') && expression(m));
  if (named) return { starred: null };
  const starred = m.alt(() => starredExpression(m));
  return starred && { starred };
}

function keywordOrDoubleStarred(m: Machine): KeywordItem | null {
  if (m.invalidRules) invalidKeyword(m);
  const found = m.alt(() => m.name() && m.op('=') && expression(m)) ?? m.alt(() => m.op('**') && expression(m));
  return found && { starred: null };
}

const MEANT_EQUALS = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

function invalidKeyword(m: Machine): void {
  m.alt(() => {
    const word = m.anyOp('True', 'False', 'None');
    const equals = word && m.op('=');
    if (word && equals) m.raise(`cannot assign to ${word.text}`, word, equals);
  });
  m.alt(() => {
    const name = m.name();
    const equals = name && m.op('=');
    if (name && equals && expression(m) && clauses(m)) m.raise(MEANT_EQUALS, name, equals);
  });
  m.alt(() => {
    if (m.ahead(() => m.name() && m.op('='))) return;
    const value = expression(m);
    const equals = value && m.op('=');
    if (value && equals) m.raise('expression cannot contain assignment, perhaps you meant "=="?', value, equals);
  });
  m.alt(() => {
    const stars = m.op('**');
    if (!stars || !expression(m) || !m.op('=')) return;
    const value = expression(m);
    if (value) m.raise('cannot assign to keyword argument unpacking', stars, value);
  });
}

function invalidArguments(m: Machine): void {
  m.alt(() => {
    const found =
      m.alt(() => m.gather(',', () => positional(m)) && m.op(',') && keywordArguments(m)) ?? keywordArguments(m);
    const comma = found && m.op(',');
    if (comma && m.gather(',', () => starredExpression(m))) {
      m.raiseFrom('iterable argument unpacking follows keyword argument unpacking', comma);
    }
  });
  m.alt(() => {
    const first = expression(m);
    const generators = first && clauses(m);
    if (!first || !generators || !m.op(',')) return;
    m.maybe(() => m.alt(() => args(m)) ?? m.alt(() => expression(m) && clauses(m)));
    m.raise('Generator expression must be parenthesized', first, generators.at(-1)!.last);
  });
  m.alt(() => {
    const name = m.name();
    const equals = name && m.op('=');
    if (name && equals && expression(m) && clauses(m)) m.raise(MEANT_EQUALS, name, equals);
  });
  m.alt(() => {
    m.maybe(() => args(m) && m.op(','));
    const name = m.name();
    const equals = name && m.op('=');
    if (name && equals && m.ahead(() => m.anyOp(',', ')'))) {
      m.raise('expected argument value expression', name, equals);
    }
  });
  m.alt(() => {
    const list = args(m);
    const generators = list && clauses(m);
    if (list && generators && list.args.length > 1) {
      m.raise('Generator expression must be parenthesized', list.args.at(-1)!, generators.at(-1)!.last);
    }
  });
  m.alt(() => {
    const last = args(m) && m.op(',') && expression(m);
    const generators = last && clauses(m);
    if (last && generators) m.raise('Generator expression must be parenthesized', last, generators.at(-1)!.target);
  });
  m.alt(() => {
    const list = args(m);
    if (list && m.op(',') && args(m)) {
      m.raiseLast(`positional argument follows keyword argument${list.hasDoubleStar ? ' unpacking' : ''}`);
    }
  });
}
