/** `OrderedDict.update`, and what the constructor does with its arguments: every way in goes through `__setitem__`. */
import { dict } from '../../builtins/dict.js';
import { findAttr, special } from '../../object/attributes.js';
import { callKw, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { iterate, toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import type { PyOrderedDict } from './orderedDict.js';

/** `OrderedDict(…)`. */
export function construct(self: PyOrderedDict, args: Py[], kwargs: Map<string, Py>): null {
  if (args.length > 1) throw TypeError(`expected at most 1 arguments, got ${args.length}`);
  return put(self, args, kwargs);
}

export function update(self: PyOrderedDict, args: Py[], kwargs: Map<string, Py>): null {
  const { length } = args;
  if (length > 1)
    throw TypeError(
      rt.dialect === 2
        ? `update expected at most 1 arguments, got ${length}`
        : `update() takes at most 1 positional argument (${length} given)`,
    );
  return put(self, args, kwargs);
}

function put(self: PyOrderedDict, [source]: Py[], kwargs: Map<string, Py>): null {
  if (source !== undefined) {
    const isMapping = source instanceof PyDict || findAttr(source, 'keys') !== undefined;
    if (!isMapping) putPairs(self, source);
    else if (self.c$.isHeap) putMapping(self, source);
    else callKw(dict.proto.m$update, [self, source], new Map());
  }
  const set = special(self, '__setitem__')!;
  for (const [name, value] of kwargs) set(self, name, value);
  return null;
}

function putMapping(self: PyOrderedDict, source: Py): void {
  const set = special(self, '__setitem__')!;
  const keys = source instanceof PyDict && !source.c$.isHeap ? source.keyList() : toArray(callMethod(source, 'keys'));
  for (const key of keys) set(self, key, special(source, '__getitem__')!(source, key));
}

function putPairs(self: PyOrderedDict, source: Py): void {
  const set = special(self, '__setitem__')!;
  const it = iterate(source);
  for (let pair = it.nx(); pair !== undefined; pair = it.nx()) {
    const items = toArray(pair);
    if (items.length < 2) throw tooFew(items.length);
    if (items.length > 2)
      throw ValueError(rt.dialect === 2 ? 'too many values to unpack' : 'too many values to unpack (expected 2)');
    set(self, items[0], items[1]);
  }
}

const tooFew = (got: number): Py => ValueError(`need more than ${got} value${got === 1 ? '' : 's'} to unpack`);
