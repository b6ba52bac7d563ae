/** The compiler's syntax tree as Python's `ast` objects. */

import { storeOwn } from '../../object/attributes.js';
import { fromLatin1 } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { Ellipsis, PyBytes, PyComplex, PyFloat, PyList, PyUnicode } from '../../object/values.js';
import { nodeTypes, singleton } from './types.js';

/** A node of the parser: plain data (src/parser/ast.ts). */
export interface SourceNode {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
  readonly [field: string]: unknown;
}

/** A parsed text: the tree, and where an offset is ([line, UTF-8 column]). */
export interface SourceTree {
  readonly tree: SourceNode;
  readonly locate: (offset: number) => readonly [number, number];
}

export function toPythonTree({ tree, locate }: SourceTree): Py {
  const { all, fields } = nodeTypes();
  return node(tree);

  function node(from: SourceNode): Py {
    const type = all.get(from.type)!;
    const made = new type.ctor();
    for (const { name, kind, many } of fields.get(from.type)!) {
      const value = fieldOf(from, name);
      if (many === '*')
        storeOwn(
          made,
          name,
          new PyList(((value as readonly unknown[] | undefined) ?? []).map((item) => convert(item, kind))),
        );
      else storeOwn(made, name, convert(value, kind));
    }
    if (from.start !== undefined && from.end !== undefined && type.namespace.get('_attributes').items.length > 0)
      place(made, from.start, from.end);
    return made;
  }

  function convert(value: unknown, kind: string): Py {
    if (kind === 'constant') return constant(value as ConstantValue);
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return kind === 'identifier' || kind === 'string' ? value : singleton(value);
    return node(value as SourceNode);
  }

  function place(made: Py, start: number, end: number): void {
    const [line, column] = locate(start);
    const [endLine, endColumn] = locate(end);
    storeOwn(made, 'lineno', line);
    storeOwn(made, 'col_offset', column);
    storeOwn(made, 'end_lineno', endLine);
    storeOwn(made, 'end_col_offset', endColumn);
  }
}

/** The parser calls an exception handler's class `class`. */
const fieldOf = (from: SourceNode, name: string): unknown =>
  from.type === 'ExceptHandler' && name === 'type' ? from.class : from[name];

interface ConstantValue {
  readonly kind: string;
  readonly value?: unknown;
  readonly imag?: number;
}

function constant(value: ConstantValue): Py {
  switch (value.kind) {
    case 'None':
      return null;
    case 'Ellipsis':
      return Ellipsis;
    case 'float':
      return new PyFloat(value.value as number);
    case 'complex':
      return new PyComplex(0, value.imag!);
    case 'bytes':
      return rt.dialect === 2 ? value.value : new PyBytes(fromLatin1(value.value as string));
    case 'unicode':
      return rt.dialect === 2 ? new PyUnicode(value.value as string) : value.value;
    default:
      return value.value;
  }
}
