/** The compiler as the runtime loads it: `compile`, `exec`, `import` and the main program come through here. */
import { compile } from './compile.js';
import { decodeSource } from './parser/decode.js';
import type { CompileRequest, SyntaxProblem } from './runtime/execute.js';
import type { CompiledUnit } from './runtime/unit.js';

export function compileForRuntime(source: string, request: CompileRequest, dialect: 2 | 3): CompiledUnit | { errors: readonly SyntaxProblem[] } {
  const result = compile(source, { ...request, dialect: request.dialect ?? dialect });
  // The text may be of another dialect than the process (library modules are Python 3).
  return result.ok ? { ...result, ...(request.dialect === undefined ? {} : { dialect: request.dialect }) } : { errors: result.errors };
}

/** Text of a file, or what is wrong with its bytes (`line` 0: with the file as a whole). */
export function decodeForRuntime(bytes: Uint8Array, file: string, dialect: 2 | 3): string | { message: string; line: number } {
  const decoded = decodeSource(bytes, dialect, file);
  return decoded.ok ? decoded.text : { message: decoded.message, line: decoded.line };
}

export { characterNamed } from './parser/unicode/names.js';
