import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { storeName } from '../names.js';
import type { StmtVisitor } from '../visitor.js';

/**
 * `import a.b.c`, `import a.b.c as d`.
 * Spec: https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
export const Import: StmtVisitor<'Import'> = (node, cx) => {
  for (const alias of node.names) {
    const helper = alias.asname === null ? 'importName' : 'importAs';
    const module = cx.op(helper, [b.id('$u'), b.literal(alias.name)], node);
    const target = alias.asname ?? alias.name.split('.')[0]!;
    cx.emit(b.statement(storeName(cx.mangled(target), module, cx)));
  }
};

/** `from module import a, b as c` and `from module import *`. */
export const ImportFrom: StmtVisitor<'ImportFrom'> = (node, cx) => {
  if (node.module === '__future__' && node.level === 0) return future(node, cx);
  const names = b.array(node.names.map((alias) => b.literal(alias.name)));
  const module = cx.spill(
    cx.op('importFrom', [b.id('$u'), b.literal(node.module ?? ''), names, b.literal(node.level)], node),
  );
  for (const alias of node.names) {
    if (alias.name === '*') {
      const space = cx.frame.kind === 'class' ? b.id('$ns') : b.nil();
      cx.emit(b.statement(cx.op('importStar', [b.id('$u'), module, space], node)));
      continue;
    }
    const target = cx.mangled(alias.asname ?? alias.name);
    const value =
      cx.frame.kind === 'module'
        ? cx.op('importedLater', [b.id('$u'), module, b.literal(alias.name), b.literal(target)], node)
        : cx.op('importedName', [module, b.literal(alias.name)], node);
    cx.emit(b.statement(storeName(target, value, cx)));
  }
};

/** `from __future__ import …` still binds the names. */
function future(node: ast.ImportFrom, cx: Parameters<StmtVisitor<'ImportFrom'>>[1]): void {
  for (const alias of node.names) {
    const value = cx.op('futureFeature', [b.id('$u'), b.literal(alias.name)], node);
    cx.emit(b.statement(storeName(cx.mangled(alias.asname ?? alias.name), value, cx)));
  }
}
