/** A tree that a program has made, as the source that the compiler reads (src/parser/printedTree.ts). */
import type { Place } from '../../../parser/printedTree.js';
import { importModule } from '../../import/importFunction.js';
import { findAttr, storeOwn } from '../../object/attributes.js';
import { callMethod } from '../../object/call.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyList } from '../../object/values.js';
import type { TreeNode } from './read.js';
import { nodeTypes } from './types.js';

/** A letter that no program uses, so that no other name is like those that are made up. */
const LETTER = 'ǁ';
const IDENTIFIER = /^[\p{XID_Start}_][\p{XID_Continue}]*$/u;
const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not ' +
    'or pass raise return try while with yield'
  ).split(' '),
);
/** Names with dots, or a star. */
const IMPORTED = new Set(['alias.name', 'ImportFrom.module']);
/** A tree whose places are farther down has none. */
const MOST_LINES = 1_000_000;

/** What the compiler takes the source apart by (printedTree.ts says the same; the two are in bundles that load without each other). */
const MARK = '\0tree\0';

/** @param plain the same tree, read and found valid. */
export function sourceOfTree(tree: Py, plain: TreeNode): string {
  const names = new Map<string, string>();
  const text = callMethod(importModule('ast', null, [], 0), 'unparse', printable(tree, names));
  const starts = layOut(plain);
  const parts = [[...names].map(([name, printed]) => [printed, name]), placeOf(plain, starts.offset)];
  return [starts.text, JSON.stringify(parts), text].join(MARK);
}

/** The tree with names that a text can have; what is under an f-string is a replacement field of it. */
function printable(tree: Py, names: Map<string, string>): Py {
  const { all, fields } = nodeTypes();
  return copy(tree);

  function copy(node: Py): Py {
    const type = typeOf(node).mro.find((cls) => all.get(cls.name) === cls && fields.has(cls.name))?.name;
    if (type === undefined) return node;
    const made = new (all.get(type)!.ctor)();
    for (const { name, kind } of fields.get(type)!) {
      const value = findAttr(node, name);
      if (value === undefined) continue;
      const isName = kind === 'identifier' && !IMPORTED.has(`${type}.${name}`);
      const convert = (item: Py): Py => (isName ? nameFor(item) : copy(item));
      const items = value instanceof PyList ? value.items.map(convert) : undefined;
      if (items === undefined) storeOwn(made, name, convert(value));
      else storeOwn(made, name, new PyList(type === 'JoinedStr' ? items.map(asField) : items));
    }
    const line = findAttr(node, 'lineno');
    if (line !== undefined) storeOwn(made, 'lineno', line);
    return made;
  }

  function asField(item: Py): Py {
    if (['Constant', 'FormattedValue'].includes(typeOf(item).name)) return item;
    const field = new (all.get('FormattedValue')!.ctor)();
    storeOwn(field, 'value', item);
    storeOwn(field, 'conversion', -1);
    storeOwn(field, 'format_spec', null);
    return field;
  }

  function nameFor(name: Py): Py {
    if (typeof name !== 'string') return name;
    const isUsual =
      IDENTIFIER.test(name) && !KEYWORDS.has(name) && !name.includes(LETTER) && name.normalize('NFKC') === name;
    if (isUsual) return name;
    if (!names.has(name)) names.set(name, `${LETTER}${names.size}`);
    return names.get(name);
  }
}

/** Lines that are long enough for each place of the tree. */
function layOut(root: TreeNode): { text: string; offset: (line: number, column: number) => number } {
  const widths: number[] = [0];
  const note = (line: number, column: number): void => {
    if (line < 1 || line > MOST_LINES) return;
    while (widths.length < line) widths.push(0);
    widths[line - 1] = Math.max(widths[line - 1]!, column);
  };
  const visit = (node: TreeNode): void => {
    if (node.lineno !== undefined) {
      note(node.lineno, node.col);
      note(node.endLineno, node.endCol);
    }
    for (const [, value] of nodeFields(node)) for (const child of value) if (child !== null) visit(child);
  };
  visit(root);
  const starts: number[] = [];
  let size = 0;
  for (const width of widths) {
    starts.push(size);
    size += width + 1;
  }
  return {
    text: widths.map((width) => `${' '.repeat(width)}\n`).join(''),
    offset: (line, column) => (starts[line - 1] === undefined ? 0 : starts[line - 1]! + Math.max(0, column)),
  };
}

function placeOf(node: TreeNode, offset: (line: number, column: number) => number): Place {
  const fields: Record<string, Place | (Place | null)[]> = {};
  for (const [key, value] of nodeFields(node)) {
    const places = value.map((child) => (child === null ? null : placeOf(child, offset)));
    fields[key] = Array.isArray(node[key]) ? places : places[0]!;
  }
  const { type, lineno, col, endLineno, endCol } = node;
  if (lineno === undefined) return { type, fields };
  const start = offset(lineno, col);
  return { type, at: [start, Math.max(start, offset(endLineno, endCol))], fields };
}

/** The fields that are nodes, or lists of them. */
function nodeFields(node: TreeNode): [string, (TreeNode | null)[]][] {
  const found: [string, (TreeNode | null)[]][] = [];
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (isNode(value)) found.push([key, [value]]);
    else if (Array.isArray(value) && value.some(isNode))
      found.push([key, value.map((item) => (isNode(item) ? item : null))]);
  }
  return found;
}

const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && 'type' in value;
