/** `groupby`: runs of items with the same key, each an iterator over the same source. */
import { builtin } from '../../builtins/registry.js';
import { call1 } from '../../object/call.js';
import { equals } from '../../object/equality.js';
import { TypeError } from '../../object/errors.js';
import { typeOf } from '../../object/typeof.js';
import { endOrRaise, iterate } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import type { Py } from '../../object/object.js';
import { PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';
import { reducible, type Remaking, sourceObject, stateParts } from './pickling.js';

class GroupByIterator extends PyIterator {
  key: Py = undefined;
  item: Py = undefined;
  group: Grouper | null = null;
  target: Py = undefined;
  constructor(
    readonly source: Iterator,
    readonly f: Py,
  ) {
    super();
  }
  nx(): Py {
    this.group = null;
    while (this.key === undefined || (this.target !== undefined && equals(this.target, this.key)))
      if (!this.step()) return undefined;
    this.target = this.key;
    this.group = new Grouper(this, this.key);
    return new PyTuple([this.key, this.group]);
  }
  /** Takes one item from the source; false at the end. */
  step(): boolean {
    const item = this.source.nx();
    if (item === undefined) {
      this.item = undefined;
      return false;
    }
    try {
      this.key = this.f === null ? item : call1(this.f, item);
    } catch (error) {
      endOrRaise(error);
      return false;
    }
    this.item = item;
    return true;
  }
}
class Grouper extends PyIterator {
  constructor(
    readonly parent: GroupByIterator,
    readonly target: Py,
  ) {
    super();
  }
  nx(): Py {
    const { parent } = this;
    if (parent.group !== this) return undefined;
    if (parent.item === undefined && !parent.step()) return undefined;
    if (!equals(this.target, parent.key)) return undefined;
    const { item } = parent;
    parent.item = undefined;
    return item;
  }
}
export const groupby = itertool(
  'groupby',
  GroupByIterator,
  '(cls, iterable, key=None)',
  (cls, iterable: Py, key: Py = null) => new cls.ctor(iterate(iterable), key),
  () => reducible<GroupByIterator>(remakeGroups, setGroups),
);

function remakeGroups({ source, f, key, item, target }: GroupByIterator): Remaking {
  const args = [sourceObject(source), f];
  return key === undefined || item === undefined || target === undefined
    ? { args }
    : { args, state: new PyTuple([key, item, target]) };
}

function setGroups(self: GroupByIterator, state: Py): void {
  [self.key, self.item, self.target] = stateParts(state, 3);
}
export const grouper = itertool(
  '_grouper',
  Grouper,
  '(cls, parent, tgtkey, /)',
  (cls, parent: Py, target: Py) => {
    if (!(parent instanceof GroupByIterator))
      throw TypeError(`_grouper() argument 1 must be itertools.groupby, not ${typeOf(parent).name}`);
    parent.group = new cls.ctor(parent, target) as Grouper;
    return parent.group;
  },
  () =>
    reducible<Grouper>((self) =>
      self.parent.group === self
        ? { args: [self.parent, self.target] }
        : { make: builtin('iter'), args: [new PyTuple([])] },
    ),
);
