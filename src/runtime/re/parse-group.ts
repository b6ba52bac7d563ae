/** Everything that begins with a parenthesis, in Python 3 patterns. */
import { reprName } from './errors.js';
import { FLAG_LETTERS, Flag, TYPE_FLAGS } from './flags.js';
import type { Parser } from './parse.js';
import { lengthOf } from './source.js';
import type { Node } from './tree.js';

const MAX_GROUPS = 2 ** 30 - 1;
const GLOBAL_FLAGS = Flag.DEBUG;

/** What one parenthesis needs to know of its surroundings. */
interface Place {
  readonly verbose: boolean;
  readonly depth: number;
  /** Position of the opening parenthesis. */
  readonly start: number;
}

/** What follows `(`; null for a comment, 'flags' when global flags were set. */
export function parseGroup(parser: Parser, verbose: boolean, depth: number, atStart: boolean): Node | 'flags' | null {
  const { source } = parser;
  const place: Place = { verbose, depth, start: source.tell() - 1 };
  if (!source.match('?')) return capturing(parser, place, null);
  const kind = takeOr(parser, 'unexpected end of pattern');
  switch (kind) {
    case 'P':
      return pythonExtension(parser, place);
    case ':':
      return plainGroup(parser, place, 0, 0);
    case '#':
      return comment(parser, place);
    case '=':
    case '!':
      return look(parser, place, kind, false);
    case '<':
      return lookbehind(parser, place);
    case '(':
      return conditional(parser, place);
    case '>':
      return { type: 'atomic', body: body(parser, place, verbose) };
    default:
      break;
  }
  if (kind !== '-' && !FLAG_LETTERS.has(kind)) {
    throw source.error(`unknown extension ?${kind}`, lengthOf(kind) + 1);
  }
  const flags = parseFlags(parser, kind);
  if (flags !== null) return plainGroup(parser, place, flags.add, flags.del);
  if (!atStart) throw source.error('global flags not at the start of the expression', source.tell() - place.start);
  return 'flags';
}

function takeOr({ source }: Parser, msg: string): string {
  const token = source.get();
  if (token === null) throw source.error(msg);
  return token;
}

/** The inside of a parenthesis and its end. */
function body(parser: Parser, place: Place, verbose: boolean): Node {
  const inside = parser.alternatives(verbose, place.depth + 1);
  close(parser, place);
  return inside;
}

function close({ source }: Parser, place: Place): void {
  if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.tell() - place.start);
}

function capturing(parser: Parser, place: Place, name: string | null): Node {
  const { source, state } = parser;
  const index = state.openGroup(name, (msg) => source.error(msg, lengthOf(name!) + 1));
  const inside = body(parser, place, place.verbose);
  state.closeGroup(index, inside);
  return { type: 'group', index, addFlags: 0, delFlags: 0, body: inside };
}

function plainGroup(parser: Parser, place: Place, addFlags: number, delFlags: number): Node {
  const verbose = (place.verbose || (addFlags & Flag.VERBOSE) !== 0) && !(delFlags & Flag.VERBOSE);
  return { type: 'group', index: null, addFlags, delFlags, body: body(parser, place, verbose) };
}

/** `(?P<name>...)` and `(?P=name)`. */
function pythonExtension(parser: Parser, place: Place): Node {
  const { source, state } = parser;
  if (source.match('<')) {
    const name = source.getUntil('>', 'group name');
    source.checkGroupName(name, 1);
    return capturing(parser, place, name);
  }
  if (source.match('=')) {
    const name = source.getUntil(')', 'group name');
    source.checkGroupName(name, 1);
    const group = state.groupIndex.get(name);
    if (group === undefined) throw source.error(`unknown group name ${reprName(name)}`, lengthOf(name) + 1);
    if (!state.isClosed(group)) throw source.error('cannot refer to an open group', lengthOf(name) + 1);
    state.checkLookbehind(group, source);
    return { type: 'backref', group };
  }
  const char = takeOr(parser, 'unexpected end of pattern');
  throw source.error(`unknown extension ?P${char}`, lengthOf(char) + 2);
}

function comment(parser: Parser, place: Place): null {
  const { source } = parser;
  for (;;) {
    if (source.next === null) throw source.error('missing ), unterminated comment', source.tell() - place.start);
    if (source.get() === ')') return null;
  }
}

function lookbehind(parser: Parser, place: Place): Node {
  const { source, state } = parser;
  const kind = takeOr(parser, 'unexpected end of pattern');
  if (kind !== '=' && kind !== '!') throw source.error(`unknown extension ?<${kind}`, lengthOf(kind) + 2);
  const outer = state.lookbehindStart;
  state.lookbehindStart ??= state.nextGroup;
  const node = look(parser, place, kind, true, () => {
    state.lookbehindStart = outer;
  });
  return node;
}

function look(parser: Parser, place: Place, kind: '=' | '!', behind: boolean, beforeClose?: () => void): Node {
  const inside = parser.alternatives(place.verbose, place.depth + 1);
  beforeClose?.();
  close(parser, place);
  const negate = kind === '!';
  if (negate && inside.type === 'seq' && inside.items.length === 0) return { type: 'fail' };
  return { type: 'look', behind, negate, body: inside };
}

/** `(?(group)yes|no)`. */
function conditional(parser: Parser, place: Place): Node {
  const { source, state } = parser;
  const group = conditionGroup(parser);
  state.checkLookbehind(group, source);
  const yes = parser.sequence(place.verbose, place.depth + 1);
  let no: Node | null = null;
  if (source.match('|')) {
    no = parser.sequence(place.verbose, place.depth + 1);
    if (source.next === '|') throw source.error('conditional backref with more than two branches');
  }
  close(parser, place);
  return { type: 'conditional', group, yes, no };
}

function conditionGroup({ source, state }: Parser): number {
  const name = source.getUntil(')', 'group name');
  if (!/^[0-9]+$/.test(name)) {
    source.checkGroupName(name, 1);
    const group = state.groupIndex.get(name);
    if (group === undefined) throw source.error(`unknown group name ${reprName(name)}`, lengthOf(name) + 1);
    return group;
  }
  const group = Number(name);
  if (group === 0) throw source.error('bad group number', name.length + 1);
  if (group >= MAX_GROUPS) throw source.error(`invalid group reference ${BigInt(name)}`, name.length + 1);
  if (!state.conditionPositions.has(group)) {
    state.conditionPositions.set(group, source.tell() - name.length - 1);
  }
  return group;
}

/** `aiLmsux-imsx` after `(?`; `first` is already taken. Null when `)` made them global. */
function parseFlags(parser: Parser, first: string): { add: number; del: number } | null {
  const { source, state } = parser;
  let add = 0;
  let char = first;
  if (char !== '-') {
    for (;;) {
      add = addFlag(parser, add, char);
      char = takeOr(parser, 'missing -, : or )');
      if (char === ')' || char === '-' || char === ':') break;
      checkLetter(parser, char, 'missing -, : or )');
    }
  }
  if (char === ')') {
    state.flags |= add;
    return null;
  }
  if (add & GLOBAL_FLAGS) throw source.error('bad inline flags: cannot turn on global flag', 1);
  const del = char === '-' ? removedFlags(parser) : 0;
  if (del & GLOBAL_FLAGS) throw source.error('bad inline flags: cannot turn off global flag', 1);
  if (add & del) throw source.error('bad inline flags: flag turned on and off', 1);
  return { add, del };
}

function addFlag({ source }: Parser, before: number, letter: string): number {
  const flag = FLAG_LETTERS.get(letter)!;
  if (!source.isBytes && letter === 'L') {
    throw source.error("bad inline flags: cannot use 'L' flag with a str pattern");
  }
  if (source.isBytes && letter === 'u') {
    throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
  }
  const flags = before | flag;
  if (flag & TYPE_FLAGS && (flags & TYPE_FLAGS) !== flag) {
    throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
  }
  return flags;
}

function removedFlags(parser: Parser): number {
  const { source } = parser;
  let flags = 0;
  let char = takeOr(parser, 'missing flag');
  checkLetter(parser, char, 'missing flag');
  for (;;) {
    const flag = FLAG_LETTERS.get(char)!;
    if (flag & TYPE_FLAGS) throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    flags |= flag;
    char = takeOr(parser, 'missing :');
    if (char === ':') return flags;
    checkLetter(parser, char, 'missing :');
  }
}

function checkLetter({ source }: Parser, char: string, missing: string): void {
  if (FLAG_LETTERS.has(char)) return;
  const isLetter = /^\p{L}$/u.test(char);
  throw source.error(isLetter ? 'unknown flag' : missing, lengthOf(char));
}
