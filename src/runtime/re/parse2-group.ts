/** Everything that begins with a parenthesis, in Python 2.7 patterns. */
import { PatternError } from './errors.js';
import type { Parser2 } from './parse2.js';
import { parseFlags2 } from './parse2.js';
import type { Node } from './tree.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What follows `(`; null for a comment and for flags. */
export function parseGroup2(parser: Parser2): Node | null {
  const { source } = parser;
  if (!source.match('?')) return capturing(parser, null);
  if (source.match('P')) return pythonExtension(parser);
  if (source.match(':')) return plainGroup(parser);
  if (source.match('#')) return comment(parser);
  if (source.match('=')) return look(parser, false, false);
  if (source.match('!')) return look(parser, false, true);
  if (source.match('<')) return lookbehind(parser);
  if (source.match('(')) return conditional(parser);
  parseFlags2(parser);
  return null;
}

function close({ source }: Parser2): void {
  if (!source.match(')')) throw new PatternError('unbalanced parenthesis');
}

function capturing(parser: Parser2, name: string | null): Node {
  const { state } = parser;
  const index = state.openGroup(name, (msg) => new PatternError(msg), parser.source.isBytes ? '' : 'u');
  const body = parser.alternatives();
  close(parser);
  state.closeGroup(index, body);
  return { type: 'group', index, addFlags: 0, delFlags: 0, body };
}

function plainGroup(parser: Parser2): Node {
  const body = parser.alternatives();
  close(parser);
  return { type: 'group', index: null, addFlags: 0, delFlags: 0, body };
}

function takeName({ source }: Parser2, terminator: string): string {
  let name = '';
  for (let token = source.get(); token !== terminator; token = source.get()) {
    if (token === null) throw new PatternError('unterminated name');
    name += token;
  }
  if (name === '') throw new PatternError('missing group name');
  return name;
}

function namedGroup(parser: Parser2, name: string): number {
  const group = parser.state.groupIndex.get(name);
  if (group === undefined) throw new PatternError(`unknown group name: ${parser.repr(name)}`);
  return group;
}

function pythonExtension(parser: Parser2): Node {
  const { source } = parser;
  if (source.match('<')) {
    const name = takeName(parser, '>');
    if (!NAME.test(name)) throw new PatternError(`bad character in group name ${parser.repr(name)}`);
    return capturing(parser, name);
  }
  if (source.match('=')) {
    const name = takeName(parser, ')');
    if (!NAME.test(name)) throw new PatternError(`bad character in backref group name ${parser.repr(name)}`);
    const group = namedGroup(parser, name);
    parser.noteReference();
    return { type: 'backref', group };
  }
  const token = source.get();
  throw new PatternError(token === null ? 'unexpected end of pattern' : `unknown specifier: ?P${token}`);
}

function comment(parser: Parser2): null {
  const { source } = parser;
  while (source.next !== null && source.next !== ')') source.get();
  close(parser);
  return null;
}

function lookbehind(parser: Parser2): Node {
  const { source } = parser;
  const negate = source.next === '!';
  if (source.next !== '=' && !negate) throw new PatternError('syntax error');
  source.get();
  return look(parser, true, negate);
}

function look(parser: Parser2, behind: boolean, negate: boolean): Node {
  if (behind) parser.lookbehinds += 1;
  const body = parser.alternatives();
  if (behind) parser.lookbehinds -= 1;
  close(parser);
  return { type: 'look', behind, negate, body };
}

function conditional(parser: Parser2): Node {
  const { source, state } = parser;
  const name = takeName(parser, ')');
  let group: number;
  if (NAME.test(name)) group = namedGroup(parser, name);
  else if (/^\s*[+-]?[0-9]+\s*$/.test(name)) group = Number(name);
  else throw new PatternError('bad character in group name');
  parser.noteReference();
  // CPython 2.7 takes group 0 for "no condition".
  if (group === 0) return plainGroup(parser);
  state.conditionPositions.set(group, 0);
  const yes = parser.sequence();
  let no: Node | null = null;
  if (source.match('|')) {
    no = parser.sequence();
    if (source.next === '|') throw new PatternError('conditional backref with more than two branches');
  }
  close(parser);
  return { type: 'group', index: null, addFlags: 0, delFlags: 0, body: { type: 'conditional', group, yes, no } };
}
