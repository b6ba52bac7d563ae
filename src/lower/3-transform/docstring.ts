/** Docstrings, as they stand in the text and as programs see them. */
import type * as ast from '../../parser/ast.js';

/** The docstring as it stands in the text, if the body begins with one. */
export function docOf(body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (first?.type !== 'Expr' || first.value.type !== 'Constant') return null;
  const { value } = first.value;
  return value.kind === 'str' ? value.value : null;
}

/** The docstring as `__doc__` holds it: Python 3 takes the indentation away that all lines after the first share. */
export function docstring(body: readonly ast.Stmt[], dialect: 2 | 3, optimize: number): string | null {
  // `-OO`
  if (optimize > 1) return null;
  const doc = docOf(body);
  return doc === null || dialect === 2 ? doc : withoutIndentation(doc);
}

function withoutIndentation(doc: string): string {
  const lines = expandTabs(doc).split('\n');
  const first = lines[0]!.replace(/^ +/, '');
  let margin = Infinity;
  for (const line of lines.slice(1)) {
    const indentation = /^ */.exec(line)![0].length;
    if (indentation < line.length) margin = Math.min(margin, indentation);
  }
  if (margin === Infinity) margin = 0;
  const others = lines.slice(1).map((line) => line.replace(new RegExp(`^ {0,${margin}}`), ''));
  return [first, ...others].join('\n');
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const character of text) {
    const isTab = character === '\t';
    const added = isTab ? ' '.repeat(8 - (column % 8)) : character;
    result += added;
    column = character === '\n' || character === '\r' ? 0 : column + (isTab ? added.length : 1);
  }
  return result;
}
