/** The classes of `_ast`, made when the module is first imported. */
import { genericAlias } from '../../builtins/genericAlias.js';
import { builtin } from '../../builtins/registry.js';
import { makeUnion } from '../../builtins/unionType.js';
import { warn } from '../../builtins/warn.js';
import { findAttr, ownAttribute, setAttr, storeOwn } from '../../object/attributes.js';
import { createClass, typeType } from '../../object/classes.js';
import { moduleState } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter, ready } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { instanceDict, replaceInstanceDict } from '../../object/namespace.js';
import { type Py, PyInstance } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { type NodeField, nodeGroups, plainNodes } from './grammar.js';

class PyNode extends PyInstance {}

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

export interface NodeTypes {
  readonly all: ReadonlyMap<string, PyType>;
  readonly fields: ReadonlyMap<string, readonly NodeField[]>;
  /** Operators and contexts: one instance each, as CPython's parser uses them. */
  readonly singletons: Map<string, Py>;
}

export const nodeTypes = (): NodeTypes => moduleState('_ast', makeTypes);

/** `AST` is a type of ours; all others are classes that a program can change, as the library's `ast.py` does. */
function makeTypes(): NodeTypes {
  const root = builtinType({ name: 'AST', js: PyNode, module: 'ast', hasDict: true });
  defineMembers(root, rootMembers);
  ready(root);
  const all = new Map<string, PyType>([['AST', root]]);
  const fields = new Map<string, readonly NodeField[]>();
  for (const { base, located, nodes } of nodeGroups()) {
    const group = declare(all, base, root, [], located, alternatives(base, nodes));
    for (const [name, own] of nodes) {
      declare(all, name, group, own, located);
      fields.set(name, own);
    }
  }
  for (const { name, located, fields: own } of plainNodes()) {
    declare(all, name, root, own, located);
    fields.set(name, own);
  }
  // The types of fields are classes too.
  for (const [name, own] of fields) {
    const types = all.get(name)!.namespace.get('_field_types') as PyDict;
    for (const field of own) types.set(field.name, fieldType(field, all));
  }
  return { all, fields, singletons: new Map() };
}

function declare(
  all: Map<string, PyType>,
  name: string,
  base: PyType,
  fields: readonly NodeField[],
  located: boolean,
  doc = signature(name, fields),
): PyType {
  const namespace = new Map<string, Py>(
    Object.entries({ __module__: 'ast', __doc__: doc, ...classMembers(fields, located) }),
  );
  const type = createClass(typeType.current, name, [base], namespace);
  all.set(name, type);
  return type;
}

/** How a node is written down in the grammar, which is its class's docstring. */
const signature = (name: string, fields: readonly NodeField[]): string =>
  fields.length === 0 ? name : `${name}(${fields.map((f) => `${f.kind}${f.many} ${f.name}`).join(', ')})`;

/** The nodes of a group: on one line where they have no fields, else one below the other. */
function alternatives(group: string, nodes: ReadonlyMap<string, readonly NodeField[]>): string {
  const hasFields = [...nodes.values()].some((fields) => fields.length > 0);
  const separator = hasFields ? `\n${' '.repeat(group.length + 1)}| ` : ' | ';
  return `${group} = ${[...nodes].map(([name, fields]) => signature(name, fields)).join(separator)}`;
}

/** `_fields` and the like; optional fields and positions are None where an instance has none. */
function classMembers(fields: readonly NodeField[], located: boolean): Record<string, Py> {
  const names = fields.map((f) => f.name);
  const members: Record<string, Py> = {
    _fields: new PyTuple(names),
    __match_args__: new PyTuple(names),
    _attributes: new PyTuple(located ? POSITIONS : []),
    _field_types: new PyDict(),
  };
  for (const { name, many } of fields) if (many === '?') members[name] = null;
  if (located) Object.assign(members, { end_lineno: null, end_col_offset: null });
  return members;
}

function fieldType({ kind, many }: NodeField, all: ReadonlyMap<string, PyType>): Py {
  const plain: Record<string, string> = { identifier: 'str', string: 'str', int: 'int', constant: 'object' };
  const type = plain[kind] === undefined ? all.get(kind) : builtin(plain[kind]!);
  if (many === '*') return genericAlias(builtin('list'), type);
  return many === '?' ? makeUnion([type, null]) : type;
}

const rootMembers = (): Record<string, Py> => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  __init__: method('(*args, **kwargs)', init),
  __dict__: getter(instanceDict, replaceInstanceDict),
  _fields: new PyTuple([]),
  _attributes: new PyTuple([]),
  _field_types: new PyDict(),
  __match_args__: new PyTuple([]),
  __reduce_ex__: method('(protocol, /)', reduce),
  __reduce__: method('()', reduce),
});

function init(self: Py, args: Py[], kwargs: Map<string, Py>): null {
  const cls = typeOf(self);
  const names: string[] = toArray(findAttr(cls, '_fields') ?? new PyTuple([]));
  if (args.length > names.length) {
    throw TypeError(
      `${cls.name} constructor takes at most ${names.length} positional argument${names.length === 1 ? '' : 's'}`,
    );
  }
  const given = new Set<string>();
  args.forEach((value, i) => {
    given.add(names[i]!);
    setAttr(self, names[i]!, value);
  });
  for (const [name, value] of kwargs) {
    if (given.has(name) && names.includes(name))
      throw TypeError(`${cls.name} got multiple values for argument '${name}'`);
    if (!names.includes(name) && !toArray(findAttr(cls, '_attributes') ?? new PyTuple([])).includes(name)) {
      warn(
        'DeprecationWarning',
        `${cls.name}.__init__ got an unexpected keyword argument '${name}'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`,
      );
    }
    given.add(name);
    setAttr(self, name, value);
  }
  fillMissing(self, cls, names, given);
  return null;
}

/** What was not given: lists are empty, contexts are loads, optional fields stay away; anything else is warned about. */
function fillMissing(self: Py, cls: PyType, names: readonly string[], given: ReadonlySet<string>): void {
  const declared = nodeTypes().fields;
  const own = cls.mro.map((c) => declared.get(c.name)).find((f) => f !== undefined);
  for (const name of names) {
    if (given.has(name)) continue;
    const field = own?.find((f) => f.name === name);
    if (field === undefined) continue;
    if (field.many === '*') storeOwn(self, name, new PyList([]));
    else if (field.kind === 'expr_context') storeOwn(self, name, singleton('Load'));
    else if (field.many === '') {
      warn(
        'DeprecationWarning',
        `${cls.name}.__init__ missing 1 required positional argument: '${name}'. This will become an error in Python 3.15.`,
      );
    }
  }
}

/** The one operator or context node that the parser uses. */
export function singleton(name: string): Py {
  const { all, singletons } = nodeTypes();
  let found = singletons.get(name);
  if (found === undefined) singletons.set(name, (found = new (all.get(name)!.ctor)()));
  return found;
}

function reduce(self: Py): PyTuple {
  const cls = typeOf(self);
  const names: string[] = toArray(findAttr(cls, '_fields') ?? new PyTuple([]));
  const present = names.filter((name) => ownAttribute(self, name) !== undefined);
  return new PyTuple([cls, new PyTuple(present.map(() => null)), instanceDict(self)]);
}

export { PyNode };
