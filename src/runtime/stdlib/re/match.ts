/**
 * `re.Match`.
 * Spec: https://docs.python.org/3/library/re.html#match-objects
 */
import { genericAlias } from '../../builtins/genericAlias.js';
import { address } from '../../builtins/object.js';
import { registerShared } from '../../codec/shared.js';
import { special } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { IndexError, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asIndex, intValue, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { repr } from '../../object/text.js';
import { builtinType, type PyType } from '../../object/type.js';
import { PyClassMethod, PyStaticMethod, PyTuple } from '../../object/values.js';
import { type MatchResult, OwnResult } from '../../re/index.js';
import type { PyPattern } from './pattern.js';
import { type Subject, searchable, toPython } from './subject.js';
import { expand } from './template.js';

export class PyMatch extends PyObject {
  constructor(
    readonly pattern: PyPattern,
    /** The object that was searched. */
    readonly string: Py,
    readonly subject: Subject,
    readonly result: MatchResult,
    /** Where the search began and ended, as offsets of the engine. */
    readonly from: number,
    readonly to: number,
  ) {
    super();
  }
}

export const matchType: PyType = builtinType({ name: 'Match', js: PyMatch, module: 're', subclassable: false });

/** A forked process has the matches of its parent; no other gets one. */
registerShared(matchType, {
  kind: 're.Match',
  encode: ({ pattern, result, from, to }: PyMatch, transfer) => {
    if (transfer !== 'fork') throw TypeError("cannot pickle 're.Match' object");
    const groups = Array.from({ length: pattern.engine.groups }, (_, i) => i + 1);
    const ends = groups.flatMap((group) => [result.startOf(group), result.endOf(group)]);
    return [from, to, result.start, result.end, ...ends, result.lastIndex ?? -1];
  },
  parts: ({ pattern, string }: PyMatch) => [pattern, string],
  decode: (data, [pattern, string]) => {
    const [from, to, ...registers] = data as number[];
    const subject = searchable(string, pattern.engine.isBytes);
    const result = new OwnResult(subject.text, Int32Array.from(registers));
    return new PyMatch(pattern, string, subject, result, from!, to!);
  },
});

const noGroup = () => IndexError('no such group');

/** Number of the group that `which` names. Raises IndexError. */
function groupNumber(self: PyMatch, which: Py): number {
  if (typeof which === 'number' && which >= 0 && which <= self.pattern.engine.groups) return which;
  const name = strValue(which) ?? (which?.value as string | undefined);
  if (typeof name === 'string') {
    const index = self.pattern.engine.groupIndex.get(name);
    if (index === undefined) throw noGroup();
    return index;
  }
  if (intValue(which) === undefined && (which === null || special(which, '__index__') === undefined)) throw noGroup();
  const n = asIndex(which);
  if (n < 0 || n > self.pattern.engine.groups) throw noGroup();
  return Number(n);
}

/** Text of group `n`, or `fallback` when it took no part. */
export function groupText(self: PyMatch, n: number, fallback: Py): Py {
  const text = self.result.group(n);
  return text === undefined ? fallback : self.subject.wrap(text);
}

function group(self: PyMatch, which: Py[]): Py {
  if (which.length === 0) return groupText(self, 0, null);
  if (which.length === 1) return groupText(self, groupNumber(self, which[0]), null);
  return new PyTuple(which.map((w) => groupText(self, groupNumber(self, w), null)));
}

function groups(self: PyMatch, fallback: Py = null): PyTuple {
  const all: Py[] = [];
  for (let n = 1; n <= self.pattern.engine.groups; n++) all.push(groupText(self, n, fallback));
  return new PyTuple(all);
}

function groupDict(self: PyMatch, fallback: Py = null): PyDict {
  const dict = new PyDict();
  for (const [name, n] of self.pattern.engine.groupIndex) dict.set(name, groupText(self, n, fallback));
  return dict;
}

const startOf = (self: PyMatch, n: number): number =>
  toPython(self.subject, n === 0 ? self.result.start : self.result.startOf(n));
const endOf = (self: PyMatch, n: number): number =>
  toPython(self.subject, n === 0 ? self.result.end : self.result.endOf(n));
const numberOr0 = (self: PyMatch, which: Py): number => (which === undefined ? 0 : groupNumber(self, which));
const spanOf = (self: PyMatch, n: number): PyTuple => new PyTuple([startOf(self, n), endOf(self, n)]);

function lastGroup(self: PyMatch): Py {
  const last = self.result.lastIndex;
  if (last === null) return null;
  for (const [name, n] of self.pattern.engine.groupIndex) if (n === last) return name;
  return null;
}

function reprMatch(self: PyMatch): string {
  if (rt.dialect === 2) return `<_sre.SRE_Match object at ${address(self)}>`;
  return `<re.Match object; span=(${startOf(self, 0)}, ${endOf(self, 0)}), match=${repr(groupText(self, 0, null))}>`;
}

/** Matches and patterns are only made by what finds and compiles. */
export const notMade = (name: string): PyStaticMethod =>
  new PyStaticMethod(
    fn(
      '(*args, **kwargs)',
      () => {
        throw TypeError(`cannot create 're.${name}' instances`);
      },
      '__new__',
    ),
  );

defineMembers(matchType, () => ({
  __new__: notMade('Match'),
  __doc__: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  group: method('(*groups)', group),
  groups: method('(default=None)', groups),
  groupdict: method('(default=None)', groupDict),
  start: method('(group=0, /)', (self: PyMatch, which: Py) => startOf(self, numberOr0(self, which))),
  end: method('(group=0, /)', (self: PyMatch, which: Py) => endOf(self, numberOr0(self, which))),
  span: method('(group=0, /)', (self: PyMatch, which: Py) => spanOf(self, numberOr0(self, which))),
  expand: method('(template)', (self: PyMatch, template: Py) => expand(self, template)),
  __getitem__: method('(key, /)', (self: PyMatch, which: Py) => groupText(self, groupNumber(self, which), null)),
  pos: getter((self: PyMatch) => toPython(self.subject, self.from)),
  endpos: getter((self: PyMatch) => toPython(self.subject, self.to)),
  lastindex: getter((self: PyMatch) => self.result.lastIndex),
  lastgroup: getter(lastGroup),
  re: getter((self: PyMatch) => self.pattern),
  string: getter((self: PyMatch) => self.string),
  regs: getter(
    (self: PyMatch) => new PyTuple(Array.from({ length: self.pattern.engine.groups + 1 }, (_, n) => spanOf(self, n))),
  ),
  __copy__: method('()', (self: PyMatch) => self),
  __deepcopy__: method('(memo, /)', (self: PyMatch) => self),
  __repr__: method('()', reprMatch),
  __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
}));
