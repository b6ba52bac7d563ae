/**
 * `re.Pattern`.
 * Spec: https://docs.python.org/3/library/re.html#regular-expression-objects
 */
import { loadDotted } from '../../import/importFunction.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { mappingProxy } from '../../builtins/mappingProxy.js';
import { address } from '../../builtins/object.js';
import { registerShared } from '../../codec/shared.js';
import { getAttr } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { equals } from '../../object/equality.js';
import { TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { hashOf } from '../../object/hash.js';
import { defineMembers, getter } from '../../object/install.js';
import { PyIterator } from '../../object/pyIterator.js';
import { sizeArg } from '../../builtins/args2.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { repr } from '../../object/text.js';
import { builtinType, type PyType } from '../../object/type.js';
import { NotImplemented, PyClassMethod, PyList, PyTuple } from '../../object/values.js';
import {
  Flag,
  type MatchResult,
  type Pattern,
  type Scanner,
  type ScanPlace,
  splitText,
  substitute,
  type Template,
} from '../../re/index.js';
import { notMade, PyMatch } from './match.js';
import { bounds, searchable, type Subject } from './subject.js';
import { substituteIn2 } from './substitute2.js';
import { replacer } from './template.js';

export class PyPattern extends PyObject {
  readonly templates = new Map<string, Template>();
  constructor(
    readonly engine: Pattern,
    /** The object that it was compiled from. */
    readonly pattern: Py,
  ) {
    super();
  }
}

export const patternType: PyType = builtinType({ name: 'Pattern', js: PyPattern, module: 're', subclassable: false });

type Mode = 'match' | 'fullmatch' | 'search';

/** `pattern.search(string, pos, endpos)` and its relations. */
export function find(self: PyPattern, mode: Mode, string: Py, pos?: Py, endpos?: Py): Py {
  const subject = searchable(string, self.engine.isBytes);
  if (pos === undefined && endpos === undefined) {
    const { length } = subject.text;
    const result = self.engine.find(mode, subject.text, 0, length);
    return result === null ? null : new PyMatch(self, string, subject, result, 0, length);
  }
  const { from, to } = bounds(subject, pos, endpos);
  const result = self.engine.find(mode, subject.text, from, to);
  return result === null ? null : new PyMatch(self, string, subject, result, from, to);
}

const finder = (mode: Mode) =>
  method('(string, pos=0, endpos=9223372036854775807)', (self: PyPattern, string: Py, pos: Py, endpos: Py) =>
    find(self, mode, string, pos, endpos),
  );

/** What `findall` lists for one match: the group, a tuple of the groups, or the whole. */
function found(subject: Subject, result: MatchResult, groups: number, empty: Py): Py {
  if (groups === 0) return subject.wrap(subject.text.slice(result.start, result.end));
  if (groups === 1) {
    const text = result.group(1);
    return text === undefined ? empty : subject.wrap(text);
  }
  const all: Py[] = [];
  for (let n = 1; n <= groups; n++) {
    const text = result.group(n);
    all.push(text === undefined ? empty : subject.wrap(text));
  }
  return new PyTuple(all);
}

export function findAll(self: PyPattern, string: Py, pos?: Py, endpos?: Py): PyList {
  const subject = searchable(string, self.engine.isBytes);
  const { from, to } = bounds(subject, pos, endpos);
  const scan = self.engine.scan(subject.text, from, to);
  const { groups } = self.engine;
  const empty = subject.wrap('');
  const items: Py[] = [];
  for (let result = scan.next(); result !== null; result = scan.next())
    items.push(found(subject, result, groups, empty));
  return new PyList(items);
}

type Place = readonly [from: number, to: number, ...ScanPlace];

export class MatchIterator extends PyIterator {
  private readonly scan: Scanner;
  private readonly subject: Subject;
  private readonly from: number;
  private readonly to: number;
  constructor(
    readonly pattern: PyPattern,
    private readonly string: Py,
    pos?: Py,
    endpos?: Py,
  ) {
    super();
    this.subject = searchable(string, pattern.engine.isBytes);
    ({ from: this.from, to: this.to } = bounds(this.subject, pos, endpos));
    this.scan = pattern.engine.scan(this.subject.text, this.from, this.to);
  }
  /** The iterator without what cannot be copied: range and place in the text. */
  get place(): Place {
    return [this.from, this.to, ...this.scan.place];
  }
  /** Another one over the same text, as far as this one has come. */
  static at(place: Place, pattern: PyPattern, string: Py): MatchIterator {
    const [from, to, at, notEnd] = place;
    const made = new MatchIterator(pattern, string, from, to);
    made.scan.place = [at, notEnd];
    return made;
  }
  get parts(): Py[] {
    return [this.pattern, this.string];
  }
  step(mode: 'match' | 'search'): Py {
    const result = this.scan.next(mode);
    return result === null ? null : new PyMatch(this.pattern, this.string, this.subject, result, this.from, this.to);
  }
  nx(): Py {
    return this.step('search') ?? undefined;
  }
}
const finditerType = builtinType({ name: 'callable_iterator', js: MatchIterator, subclassable: false });
defineMembers(finditerType, () => iteratorMembers());
registerShared(finditerType, {
  kind: 're.finditer',
  encode: (matches: MatchIterator, transfer) => {
    if (transfer !== 'fork') throw TypeError("cannot pickle '_sre.SRE_Scanner' object");
    return matches.place;
  },
  parts: (matches: MatchIterator) => matches.parts,
  decode: (place, [pattern, string]) => MatchIterator.at(place as unknown as Place, pattern, string),
});

class PyScanner extends PyObject {
  constructor(readonly matches: MatchIterator) {
    super();
  }
}
const scannerType = builtinType({ name: 'SRE_Scanner', js: PyScanner, module: '_sre', subclassable: false });
defineMembers(scannerType, () => ({
  match: method('()', (self: PyScanner) => self.matches.step('match')),
  search: method('()', (self: PyScanner) => self.matches.step('search')),
  pattern: getter((self: PyScanner) => self.matches.pattern),
}));

export function split(self: PyPattern, string: Py, maxsplit: Py): PyList {
  const limit = maxsplit === undefined ? 0 : sizeArg(maxsplit);
  const subject = searchable(string, self.engine.isBytes);
  if (limit < 0) return new PyList([subject.wrap(subject.text)]);
  const pieces = splitText(self.engine, subject.text, limit);
  return new PyList(pieces.map((piece) => (piece === undefined ? null : subject.wrap(piece))));
}

/** The new string and the number of replacements. */
export function substituteIn(self: PyPattern, repl: Py, string: Py, count: Py): { text: Py; count: number } {
  const limit = count === undefined ? 0 : sizeArg(count);
  const subject = searchable(string, self.engine.isBytes);
  const wrap = (result: PyMatch['result']) => new PyMatch(self, string, subject, result, 0, subject.text.length);
  if (limit < 0) return { text: subject.wrap(subject.text), count: 0 };
  if (rt.dialect === 2) return substituteIn2(self, repl, subject, wrap, limit);
  const result = substitute(self.engine, subject.text, replacer(self, repl, subject.isBytes, wrap), limit);
  return { text: subject.wrap(result.text), count: result.count };
}

/** In the order in which `repr` names them. */
const SHOWN = [
  'TEMPLATE',
  'IGNORECASE',
  'LOCALE',
  'MULTILINE',
  'DOTALL',
  'UNICODE',
  'VERBOSE',
  'DEBUG',
  'ASCII',
] as const;

function reprPattern(self: PyPattern): string {
  if (rt.dialect === 2) return `<_sre.SRE_Pattern object at ${address(self)}>`;
  let { flags } = self.engine;
  if (!self.engine.isBytes && (flags & (Flag.LOCALE | Flag.UNICODE | Flag.ASCII)) === Flag.UNICODE)
    flags &= ~Flag.UNICODE;
  const names = SHOWN.filter((name) => flags & Flag[name] && name !== 'TEMPLATE').map((name) => `re.${name}`);
  const known = SHOWN.reduce((bits, name) => (name === 'TEMPLATE' ? bits : bits | Flag[name]), 0);
  if (flags & ~known) names.push(`0x${(flags & ~known).toString(16)}`);
  const shown = [...repr(self.pattern)].slice(0, 200).join('');
  return `re.compile(${shown}${names.length === 0 ? '' : `, ${names.join('|')}`})`;
}

const same = (a: PyPattern, b: PyPattern): boolean =>
  a === b ||
  (a.engine.flags === b.engine.flags && a.engine.isBytes === b.engine.isBytes && equals(a.pattern, b.pattern));

const groupIndex = (self: PyPattern): Py => {
  const dict = PyDict.of(self.engine.groupIndex);
  return dict.size === 0 || rt.dialect === 2 ? dict : mappingProxy(dict);
};

defineMembers(patternType, () => ({
  __new__: notMade('Pattern'),
  __doc__: 'Compiled regular expression object.',
  match: finder('match'),
  search: finder('search'),
  fullmatch: finder('fullmatch'),
  findall: method('(string, pos=0, endpos=9223372036854775807)', findAll),
  finditer: method(
    '(string, pos=0, endpos=9223372036854775807)',
    (self: PyPattern, string: Py, pos: Py, endpos: Py) => new MatchIterator(self, string, pos, endpos),
  ),
  scanner: method(
    '(string, pos=0, endpos=9223372036854775807)',
    (self: PyPattern, string: Py, pos: Py, endpos: Py) => new PyScanner(new MatchIterator(self, string, pos, endpos)),
  ),
  split: method('(string, maxsplit=0)', split),
  sub: method(
    '(repl, string, count=0)',
    (self: PyPattern, repl: Py, string: Py, count: Py) => substituteIn(self, repl, string, count).text,
  ),
  subn: method('(repl, string, count=0)', (self: PyPattern, repl: Py, string: Py, count: Py) => {
    const result = substituteIn(self, repl, string, count);
    return new PyTuple([result.text, result.count]);
  }),
  pattern: getter((self: PyPattern) => self.pattern),
  flags: getter((self: PyPattern) => self.engine.flags),
  groups: getter((self: PyPattern) => self.engine.groups),
  groupindex: getter(groupIndex),
  __copy__: method('()', (self: PyPattern) => self),
  __deepcopy__: method('(memo, /)', (self: PyPattern) => self),
  __reduce_ex__: method(
    '(protocol, /)',
    (self: PyPattern) =>
      new PyTuple([
        // The program's own module: in Python 2 the library has another.
        getAttr(loadDotted('re'), '_compile'),
        new PyTuple([self.pattern, self.engine.flags]),
      ]),
  ),
  __repr__: method('()', reprPattern),
  __eq__: method('(value, /)', (self: PyPattern, other: Py) =>
    other instanceof PyPattern ? same(self, other) : NotImplemented,
  ),
  __ne__: method('(value, /)', (self: PyPattern, other: Py) =>
    other instanceof PyPattern ? !same(self, other) : NotImplemented,
  ),
  __hash__: method('()', (self: PyPattern) => hashOf(new PyTuple([self.pattern, self.engine.flags]))),
  __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
}));
