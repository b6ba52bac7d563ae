/**
 * A tree that a program has made, as plain data: what is missing or of another type is told as CPython's compiler tells it.
 * What the parts mean to each other is looked at afterwards (validate.ts).
 */
import { findAttr } from '../../object/attributes.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyList } from '../../object/values.js';
import { type NodeField, nodeGroups, plainNodes } from './grammar.js';
import { nodeTypes } from './types.js';

/** A node: its fields by name (a node, null, a list of these, or a Python value), and where it stands. */
export interface TreeNode {
  readonly type: string;
  readonly lineno: number;
  readonly col: number;
  readonly endLineno: number;
  readonly endCol: number;
  readonly [field: string]: any;
}

interface Family {
  readonly located: boolean;
  /** The classes that belong to it; null for a node that is its own base, which any object with its fields passes for. */
  readonly types: ReadonlyMap<PyType, string> | null;
  /** CPython wants the end of such a node too. */
  readonly needsEnd: boolean;
  /** Nodes without fields: operators and contexts. None is none of them. */
  readonly isBare: boolean;
}

/** As in the parser's trees, the `type` of an exception handler is its `class`. */
const keyOf = (type: string, field: string): string => (type === 'ExceptHandler' && field === 'type' ? 'class' : field);

const PLAIN_KINDS = new Set(['identifier', 'string', 'int', 'constant']);

/** @param root `Module`, `Expression` or `Interactive`, whichever is to be compiled. Throws TypeError and ValueError. */
export function readTree(tree: Py, root: string): TreeNode {
  const { all, fields } = nodeTypes();
  const families = familiesOf(all);
  const rootType = all.get(root)!;
  if (!typeOf(tree).mro.includes(rootType)) throw TypeError(`expected ${root} node, got ${typeOf(tree).name}`);
  return read(tree, root);

  function read(of: Py, type: string): TreeNode {
    const found: Record<string, unknown> = { type };
    const own = fields.get(type)!;
    for (const field of own) found[keyOf(type, field.name)] = fieldValue(of, type, field);
    for (const { name, kind, many } of own)
      if (many === '' && kind !== 'constant' && kind !== 'int' && found[keyOf(type, name)] === null)
        throw ValueError(`field '${name}' is required for ${type}`);
    return found as unknown as TreeNode;
  }

  function fieldValue(of: Py, owner: string, { name, kind, many }: NodeField): unknown {
    const value = findAttr(of, name);
    if (many === '*') {
      if (value === undefined) return [];
      if (!(value instanceof PyList))
        throw TypeError(`${owner} field "${name}" must be a list, not a ${typeOf(value).name}`);
      return value.items.map((item) => convert(item, kind));
    }
    if (value === undefined && many === '') throw TypeError(`required field "${name}" missing from ${owner}`);
    if (many === '?' && (value === undefined || value === null)) return null;
    return convert(value, kind);
  }

  function convert(value: Py, kind: string): unknown {
    if (PLAIN_KINDS.has(kind)) return plain(value, kind);
    const family = families.get(kind)!;
    const { types, located } = family;
    if (types === null) {
      const found = read(value, kind);
      return located ? { ...found, ...position(value, kind, false) } : found;
    }
    if (value === null && !family.isBare) return null;
    // A position is asked for before the class is looked at.
    const at = located ? position(value, kind, family.needsEnd) : null;
    const type = typeOf(value)
      .mro.map((cls) => types.get(cls))
      .find((found) => found !== undefined);
    if (type === undefined) throw TypeError(`expected some sort of ${kind}, but got ${repr(value)}`);
    return family.isBare ? type : { ...read(value, type), ...at };
  }
}

function plain(value: Py, kind: string): Py {
  if (kind === 'identifier' && value !== null && typeof value !== 'string')
    throw TypeError('AST identifier must be of type str');
  if (kind === 'string' && typeof value !== 'string' && !(value instanceof PyBytes))
    throw TypeError('AST string must be of type str');
  if (kind === 'int' && intValue(value) === undefined) throw ValueError(`invalid integer value: ${repr(value)}`);
  return value;
}

/** Where a node stands; its end is its beginning where nothing is said. */
function position(
  of: Py,
  family: string,
  needsEnd: boolean,
): Pick<TreeNode, 'lineno' | 'col' | 'endLineno' | 'endCol'> {
  const required = (name: string): number => {
    const value = findAttr(of, name);
    if (value === undefined) throw TypeError(`required field "${name}" missing from ${family}`);
    return Number(plain(value, 'int'));
  };
  const optional = (name: string, otherwise: number): number => {
    const value = findAttr(of, name);
    if (value === undefined || value === null) return needsEnd ? required(name) : otherwise;
    return Number(plain(value, 'int'));
  };
  const lineno = required('lineno');
  const col = required('col_offset');
  return { lineno, col, endLineno: optional('end_lineno', lineno), endCol: optional('end_col_offset', col) };
}

function familiesOf(all: ReadonlyMap<string, PyType>): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const { base, located, nodes } of nodeGroups()) {
    const types = new Map([...nodes.keys()].map((name) => [all.get(name)!, name]));
    const isBare = [...nodes.values()].every((fields) => fields.length === 0);
    families.set(base, { located, types, isBare, needsEnd: base === 'pattern' || base === 'type_param' });
  }
  for (const { name, located } of plainNodes())
    families.set(name, { located, types: null, isBare: false, needsEnd: false });
  return families;
}
