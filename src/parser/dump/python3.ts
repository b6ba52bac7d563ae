/** What `print(ast.dump(tree, indent=...))` prints on CPython 3.13. */
import type { ConstantValue, Node } from '../ast.js';
import type { SourceText } from '../source.js';
import { FIELDS_3, SYMBOL_FIELDS } from './fields.js';
import { reprBytes, reprFloat, reprImaginary, reprText } from './repr.js';

export interface DumpOptions {
  /** Spaces for each level; null for a single line. */
  readonly indent?: number | null;
  /** Shows the positions, as `include_attributes=True` does. */
  readonly attributes?: SourceText;
}

/** The whole tree as text, without a newline at its end. */
export function dumpPython3(node: Node, options: DumpOptions = {}): string {
  return new Dumper(options).format(node, 0).text;
}

interface Formatted {
  readonly text: string;
  /** Stands on the line of its parent, if its siblings do too. */
  readonly simple: boolean;
}

class Dumper {
  private readonly indent: number | null;
  private readonly source: SourceText | undefined;

  constructor({ indent = null, attributes }: DumpOptions) {
    this.indent = indent;
    this.source = attributes;
  }

  format(value: unknown, level: number): Formatted {
    const inner = level + 1;
    if (Array.isArray(value)) return this.list(value, inner);
    if (typeof value === 'object' && value !== null && 'type' in value) return this.node(value as Node, inner);
    return { text: reprPlain(value), simple: true };
  }

  private breaks(level: number): { prefix: string; separator: string } {
    if (this.indent === null) return { prefix: '', separator: ', ' };
    const space = ' '.repeat(this.indent * level);
    return { prefix: `\n${space}`, separator: `,\n${space}` };
  }

  private list(items: readonly unknown[], level: number): Formatted {
    if (items.length === 0) return { text: '[]', simple: true };
    const { prefix, separator } = this.breaks(level);
    const texts = items.map((item) => this.format(item, level).text);
    return { text: `[${prefix}${texts.join(separator)}]`, simple: false };
  }

  private node(node: Node, level: number): Formatted {
    const { type } = node;
    const parts: string[] = [];
    let allSimple = true;
    const add = (name: string, { text, simple }: Formatted) => {
      parts.push(`${name}=${text}`);
      allSimple &&= simple;
    };
    for (const name of FIELDS_3[type]!) {
      const value = fieldOf(node, name);
      if (isConstant(type) && name === 'value') {
        add(name, { text: reprConstant(value as ConstantValue), simple: true });
      } else if (value !== undefined && value !== null && !isEmpty(value)) {
        add(name, SYMBOL_FIELDS.has(name) ? this.symbols(value, level) : this.format(value, level));
      }
    }
    if (this.source && 'start' in node) {
      for (const [name, value] of attributes(node, this.source)) add(name, { text: `${value}`, simple: true });
    }
    if (allSimple && parts.length <= 3) return { text: `${type}(${parts.join(', ')})`, simple: parts.length === 0 };
    const { prefix, separator } = this.breaks(level);
    return { text: `${type}(${prefix}${parts.join(separator)})`, simple: false };
  }

  private symbols(value: unknown, level: number): Formatted {
    if (!Array.isArray(value)) return { text: `${value}()`, simple: true };
    const { prefix, separator } = this.breaks(level + 1);
    return { text: `[${prefix}${value.map((symbol) => `${symbol}()`).join(separator)}]`, simple: false };
  }
}

function isConstant(type: string): boolean {
  return type === 'Constant' || type === 'MatchSingleton';
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A field under CPython's name; undefined for one that the tree does not have. */
function fieldOf(node: Node, name: string): unknown {
  if (node.type === 'ExceptHandler' && name === 'type') return node.class;
  if (node.type === 'comprehension' && name === 'is_async') return node.is_async ? 1 : 0;
  if (node.type === 'AnnAssign' && name === 'simple') return node.simple ? 1 : 0;
  return (node as unknown as Record<string, unknown>)[name];
}

function attributes({ start, end }: { start: number; end: number }, source: SourceText): [string, number][] {
  return [
    ['lineno', source.position(start).line],
    ['col_offset', source.utf8Column(start)],
    ['end_lineno', source.position(end).line],
    ['end_col_offset', source.utf8Column(end)],
  ];
}

function reprPlain(value: unknown): string {
  if (value === null) return 'None';
  return typeof value === 'string' ? reprText(value) : `${value}`;
}

/** `repr` of a constant's value. */
export function reprConstant(value: ConstantValue): string {
  switch (value.kind) {
    case 'None':
    case 'Ellipsis':
      return value.kind;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return `${value.value}`;
    case 'float':
      return reprFloat(value.value);
    case 'complex':
      return reprImaginary(value.imag);
    case 'bytes':
      return `b${reprBytes(value.value)}`;
    case 'str':
    case 'unicode':
      return reprText(value.value, value.splitPairs);
  }
}
