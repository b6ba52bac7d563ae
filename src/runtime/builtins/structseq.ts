/**
 * Struct sequences: tuples whose items have names too (`sys.version_info`, `os.stat_result`, `time.struct_time`).
 * Spec: https://docs.python.org/3/c-api/tuple.html#struct-sequence-objects
 */
import { defineMembers, readOnlyMember } from '../object/install.js';
import { fn, method } from '../object/fn.js';
import { TypeError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { tuple } from './tuple.js';
import { PyStaticMethod, PyTuple } from '../object/values.js';
import { typeOf } from '../object/typeof.js';
import { moduleState } from '../object/context.js';

class StructTuple extends PyTuple {
  /** The values of the fields that are no items. */
  readonly more: Py[] = [];
}

export interface StructSequence {
  readonly type: PyType;
  /** An instance; `values` beyond the visible ones are only reached by name. */
  make(values: readonly Py[]): PyTuple;
}

/**
 * The type called `path` (`module.name`), one for each process.
 * @param fields names of all fields; the first `visible` of them are items of the tuple.
 */
export function structSequence(path: string, fields: readonly string[], visible = fields.length): StructSequence {
  const types = moduleState('struct sequences', () => new Map<string, StructSequence>());
  let found = types.get(path);
  if (found === undefined) types.set(path, (found = declare(path, fields, visible)));
  return found;
}

function declare(path: string, fields: readonly string[], visible: number): StructSequence {
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  const type = builtinType({
    name,
    js: class extends StructTuple {},
    base: tuple,
    module: path.slice(0, dot),
    subclassable: false,
  });
  const make = (values: readonly Py[]): PyTuple => {
    const made = new (type.ctor as new (items: Py[]) => StructTuple)(values.slice(0, visible));
    for (let i = visible; i < fields.length; i++) made.more.push(values[i] ?? null);
    return made;
  };
  // A name that comes again later is the later field's: the first one can only be had by its index.
  const named = fields.slice(0, visible).filter((field, i) => !fields.includes(field, i + 1));
  defineMembers(type, () => {
    const members: Record<string, Py> = {
      n_fields: fields.length,
      n_sequence_fields: visible,
      n_unnamed_fields: visible - named.length,
      __match_args__: new PyTuple(named),
      __new__: new PyStaticMethod(
        fn(
          '(cls, sequence, dict=None, /)',
          (_cls: PyType, sequence: Py, dict: Py) => fromSequence(path, fields, visible, sequence, dict, make),
          '__new__',
        ),
      ),
      __repr__: method(
        '()',
        (self: PyTuple) =>
          `${path}(${fields
            .slice(0, visible)
            .map((f, i) => `${f}=${repr(self.items[i])}`)
            .join(', ')})`,
      ),
      __reduce__: method('()', (self: Py) => {
        const hidden = new PyDict();
        fields.slice(visible).forEach((field, i) => hidden.set(field, self.more[i]));
        return new PyTuple([type, new PyTuple([new PyTuple([...self.items]), hidden])]);
      }),
    };
    fields.forEach((field, i) => {
      members[field] = readOnlyMember((self) => (i < visible ? self.items[i] : self.more[i - visible]));
    });
    return members;
  });
  return { type, make };
}

function fromSequence(
  path: string,
  fields: readonly string[],
  visible: number,
  sequence: Py,
  dict: Py,
  make: (values: readonly Py[]) => PyTuple,
): PyTuple {
  const values = toArray(sequence);
  if (visible === fields.length && values.length !== visible)
    throw TypeError(`${path}() takes a ${visible}-sequence (${values.length}-sequence given)`);
  if (values.length < visible)
    throw TypeError(`${path}() takes an at least ${visible}-sequence (${values.length}-sequence given)`);
  if (values.length > fields.length)
    throw TypeError(`${path}() takes an at most ${fields.length}-sequence (${values.length}-sequence given)`);
  if (dict instanceof PyDict) fields.forEach((field, i) => i >= values.length && (values[i] = dict.get(field) ?? null));
  else if (dict !== undefined && dict !== null)
    throw TypeError(`${path}() takes a dict as second arg, if any, not ${typeOf(dict).name}`);
  return make(values);
}
