/** The compiler as the runtime loads it: `compile`, `exec`, `import` and the main program come through here. */
import { compile } from './compile.js';
import { decodeSource } from './parser/decode.js';
import { parseModule } from './parser/parse.js';
import type { CompileRequest, SyntaxProblem } from './runtime/execute.js';
import type { SourceNode, SourceTree } from './runtime/stdlib/ast/convert.js';
import type { CompiledUnit, SyntaxNote } from './runtime/unit.js';

export function compileForRuntime(
  source: string,
  request: CompileRequest,
  dialect: 2 | 3,
): CompiledUnit | { errors: readonly SyntaxProblem[]; warnings: readonly SyntaxNote[] } {
  const result = compile(source, { ...request, dialect: request.dialect ?? dialect });
  // Said always: what is compiled for a Python 3 program serves a Python 2 program as a module of the library.
  return result.ok
    ? { ...result, dialect: request.dialect ?? dialect }
    : { errors: result.errors, warnings: result.warnings };
}

/** Text of a file, or what is wrong with its bytes (`line` 0: with the file as a whole). */
export function decodeForRuntime(
  bytes: Uint8Array,
  file: string,
  dialect: 2 | 3,
): string | { message: string; line: number } {
  const decoded = decodeSource(bytes, dialect, file);
  return decoded.ok ? decoded.text : { message: decoded.message, line: decoded.line };
}

export { expressionAnchors, isWholeCall } from './parser/anchors.js';
export { listTokens } from './parser/tokenList.js';
export { characterName, characterNamed } from './parser/unicode/names.js';

/** The tree of a text that is not compiled, for `ast.parse`. */
export function parseTree(
  source: string,
  options: { mode: 'exec' | 'eval' | 'single'; dialect: 2 | 3; featureVersion?: number },
): SourceTree | { errors: readonly SyntaxProblem[] } {
  const parsed = parseModule(source, { ...options, filename: '<unknown>', validate: false });
  if (!parsed.ok) return { errors: parsed.errors };
  const { source: text } = parsed;
  return {
    tree: parsed.module as unknown as SourceNode,
    locate: (offset) => [text.position(offset).line, text.utf8Column(offset)],
  };
}
