/** Fork points, and what a function goes on with after a fork (see 0-fork). */
import { type ForkStmt, VALUES } from '../../0-fork/nodes.js';
import { jsName } from '../../1-scope/names.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { functionCode } from '../function.js';

export function lowerFork(node: ForkStmt, cx: FunctionContext): void {
  switch (node.type) {
    case 'ForkPoint': {
      const { locals, cells } = node.names;
      const variables = b.array(locals.map((name) => b.id(jsName(name))));
      const named = b.array(cells.flatMap((name) => [b.literal(name), b.id(jsName(name))]));
      const position = b.literal(cx.unit.position(node.call));
      const args = [b.id('$i'), b.literal(node.id), position, variables, named];
      cx.emit(b.statement(b.call(cx.helper('forkPoint'), args)));
      break;
    }
    case 'ForkRestore': {
      const values = b.id(jsName(VALUES));
      node.names.locals.forEach((name, i) => {
        cx.emit(b.statement(b.assign(b.id(jsName(name)), b.index(values, b.literal(i)))));
      });
      break;
    }
    case 'ForkDefinitions':
      for (const each of node.functions) {
        const spec = functionCode(each, cx);
        if (each.fork.role !== 'cells') spec.continues = each.fork.point;
      }
  }
}
