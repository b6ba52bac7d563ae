/**
 * `_ast`: the classes of syntax trees, and `compile(…, PyCF_ONLY_AST)`.
 * Spec: https://docs.python.org/3/library/ast.html
 */
import { codeFromText, syntaxError } from '../execute.js';
import { sourceText } from '../sourceText.js';
import { importModule } from '../import/importFunction.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { sourceTools } from '../process/hooks.js';
import { toPythonTree } from './ast/convert.js';
import { sourceOfTree } from './ast/printed.js';
import { readTree } from './ast/read.js';
import { nodeTypes, PyNode } from './ast/types.js';
import { validateTree } from './ast/validate.js';

const ONLY_AST = 0x400;
/** What a tree has to be, by the mode of `compile`. */
const ROOTS: Readonly<Record<string, string>> = { exec: 'Module', eval: 'Expression', single: 'Interactive' };

function textOf(tree: Py, mode: string): string {
  if (rt.dialect === 2) return callMethod(importModule('ast', null, [], 0), 'unparse', tree);
  const plain = readTree(tree, ROOTS[mode]!);
  validateTree(plain);
  return sourceOfTree(tree, plain);
}

/** `compile` of and into trees: a tree is compiled by way of its text. */
function compileTree(source: Py, filename: string, mode: string, flags: number, featureVersion: number): Py {
  const wantsTree = (flags & ONLY_AST) !== 0;
  if (source instanceof PyNode) {
    if (wantsTree) return source;
    return codeFromText(textOf(source, mode), { filename, mode: mode as 'exec', globalsMode: 'dict' });
  }
  if (!wantsTree) return undefined;
  const result = sourceTools().parseTree(sourceText(source, 'compile() arg 1'), {
    mode: mode as 'exec',
    dialect: rt.dialect,
    ...(featureVersion >= 0 ? { featureVersion } : {}),
  });
  if ('errors' in result) throw syntaxError(result.errors[0]!, filename);
  return toPythonTree(result);
}

export default function _ast(): Record<string, Py> {
  rt.state.set('ast compile', compileTree);
  return {
    ...Object.fromEntries(nodeTypes().all),
    PyCF_ONLY_AST: ONLY_AST,
    PyCF_TYPE_COMMENTS: 0x1000,
    PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000,
    PyCF_OPTIMIZED_AST: 0x8400,
  };
}
