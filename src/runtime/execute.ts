/** `compile`, `exec` and `eval`: text into code, and code run against given namespaces. */
import { builtinsNamespace } from './object/builtinsModule.js';
import { special } from './object/attributes.js';
import { rt } from './object/context.js';
import {
  IndentationError,
  isInstanceOf,
  MemoryError,
  SyntaxError,
  SyntaxWarning,
  TabError,
  TypeError,
} from './object/errors.js';
import { Code, type CodeUnit, FunctionInfo } from './object/function.js';
import { ModuleMap } from './object/namespace.js';
import { attributeKey, Cell, type Py } from './object/object.js';
import { PyDict } from './object/table.js';
import { typeOf } from './object/typeof.js';
import { PyTuple } from './object/values.js';
import { isSingle, runSingle } from './runSingle.js';
import type { CompiledUnit, SyntaxNote } from './unit.js';
import { loadUnit, runUnit } from './unitRegistry.js';
import { sourceText } from './sourceText.js';
import { programLine } from './programLine.js';
import { warnAt } from './builtins/warn.js';
import { setHidden } from './builtins/exceptions.js';

export interface CompileRequest {
  readonly filename: string;
  /** See `CompiledUnit.stamp`. */
  readonly stamp?: string;
  readonly mode: 'exec' | 'eval' | 'single';
  readonly globalsMode: 'module' | 'dict';
  /** The process's own dialect unless said. */
  readonly dialect?: 2 | 3;
  readonly future?: readonly string[];
  readonly optimize?: number;
  /** The threaded form of a text compiled before, whose position table this is. */
  readonly threaded?: ArrayLike<number>;
  /** The text is the program: what could not work in it is an error before it runs. */
  readonly isProgram?: boolean;
  /** Names of functions of other texts that may fork the process. */
  readonly forks?: readonly string[];
  /** A module of the library that shows nothing when it defines something. */
  readonly definesLater?: boolean;
  /** The program counts its calls (`cProfile`). */
  readonly profiled?: boolean;
  /** The program has its functions watched (`sys.settrace`, `pdb`). */
  readonly traced?: boolean;
}

/** A failed compilation, as the parser reports it. */
export interface SyntaxProblem {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string | null;
  readonly bare?: boolean;
  readonly isOfTree?: boolean;
  readonly placeless?: boolean;
}

/** A text, or how to read it where its compiled form may be known already. */
export type SourceText = string | (() => string);

/** The compiler, given by whoever starts the process (the runtime itself knows no parser). */
export type Compiler = (
  source: SourceText,
  request: CompileRequest,
) => CompiledUnit | { readonly errors: readonly SyntaxProblem[]; readonly warnings?: readonly SyntaxNote[] };

export function compiler(): Compiler {
  return rt.state.get('compiler') as Compiler;
}

/** Compiles; raises SyntaxError. */
export function compileText(source: SourceText, request: CompileRequest): CompiledUnit {
  const result = compiler()(source, request);
  // Modules of the library are compiled without a word, as those that are installed with CPython are.
  if (result.warnings?.length && request.stamp === undefined) warnOfSyntax(result.warnings, request.filename);
  if (!('errors' in result)) return result;
  const problem = textual(result.errors[0]!, request);
  const isFile = request.globalsMode === 'module' && !request.filename.startsWith('<');
  const isWhole = request.mode === 'exec';
  const atEnd =
    rt.dialect === 2 ? (isFile ? atEndOfFile2 : isWhole ? undefined : atEndOfLine2) : isWhole ? undefined : atOpenEnd;
  throw syntaxError(atEnd?.(problem, source) ?? problem, request.filename);
}

/**
 * What is wrong with a text that a program compiles is shown with the line of the file that the text is named after, if there is
 * one: CPython's compiler has no other, and its parser asks for it first where it reads a whole file's text.
 */
function textual(problem: SyntaxProblem, { globalsMode, filename, mode }: CompileRequest): SyntaxProblem {
  if (globalsMode === 'module') return problem;
  if (problem.isOfTree === true) return { ...problem, text: programLine(filename, problem.line) };
  const asksFile = rt.dialect === 3 && mode === 'exec' && problem.bare !== true;
  const text = asksFile ? programLine(filename, problem.line) : null;
  return text === null ? problem : { ...problem, text };
}

/** What `eval` or the prompt gets with no end of line has no column where it stops too early. */
function atOpenEnd(problem: SyntaxProblem, source: SourceText): SyntaxProblem {
  const text = typeof source === 'string' ? source : source();
  const lines = text.split('\n');
  const rest = lines[problem.line - 1]?.slice(problem.column - 1) ?? '';
  const isOpen = problem.line === lines.length && problem.message === 'invalid syntax' && /^\s*(#|$)/.test(rest);
  return isOpen ? { ...problem, column: 0, endColumn: 0 } : problem;
}

/** Without a line end Python 2's `eval` stays within the line, and takes what is wrong at the end of the only line for an early end. */
function atEndOfLine2(problem: SyntaxProblem, source: SourceText): SyntaxProblem {
  const text = typeof source === 'string' ? source : source();
  if (text === '') return { ...problem, line: 0, column: 0, text: '', isOfTree: false };
  const lines = text.split('\n');
  const { length } = lines.at(-1)!;
  if (problem.isOfTree === true || problem.line !== lines.length || problem.column < length) return problem;
  const isEnd = problem.message === 'invalid syntax' && lines.length === 1;
  return { ...problem, column: length, message: isEnd ? 'unexpected EOF while parsing' : problem.message };
}

/** Python 2 is on a line behind the last one when a file ends too early. */
function atEndOfFile2(problem: SyntaxProblem, source: SourceText): SyntaxProblem {
  const text = typeof source === 'string' ? source : source();
  if (!text.endsWith('\n')) return problem;
  const line = text.split('\n').length;
  switch (problem.message) {
    case 'unexpected EOF while parsing':
      return { ...problem, message: 'invalid syntax', line, text: '' };
    case 'EOF while scanning triple-quoted string literal':
      return { ...problem, line: line + 1, column: 0, text: '' };
    default:
      return problem;
  }
}

export function syntaxError(problem: SyntaxProblem, filename: string): Py {
  if (problem.type === 'MemoryError') return MemoryError(problem.message);
  const make = { SyntaxError, IndentationError, TabError }[problem.type];
  const error = make(problem.message);
  if (problem.placeless === true) {
    setHidden(error, 'msg', problem.message);
    return error;
  }
  const { text: whole, bare = false, isOfTree } = problem;
  // Places that the compiler does not know.
  const known = (column: number): Py => (isOfTree === true && column === 0 ? null : column);
  const [offset, endOffset] = [known(problem.column), known(problem.endColumn)];
  // A line with no place in it is shown from its first word on.
  const line = rt.dialect === 2 && offset === null ? (whole?.replace(/^[ \t\f]+/, '') ?? null) : whole;
  const text = !line || bare || line.endsWith('\n') ? line : `${line}\n`;
  const fields = {
    msg: problem.message,
    filename,
    lineno: problem.line,
    offset,
    text,
    end_lineno: problem.endLine,
    end_offset: endOffset,
  };
  for (const [name, value] of Object.entries(fields)) setHidden(error, name, value);
  const details = [filename, problem.line, offset, text, problem.endLine, endOffset];
  error.args = new PyTuple([problem.message, new PyTuple(rt.dialect === 2 ? details.slice(0, 4) : details)]);
  return error;
}

/** Issues each warning; one that the filters make an error becomes a SyntaxError with its place. */
function warnOfSyntax(notes: readonly SyntaxNote[], filename: string): void {
  for (const note of notes) {
    try {
      warnAt('SyntaxWarning', note.message, filename, note.line);
    } catch (error) {
      if (!isInstanceOf(error, SyntaxWarning)) throw error;
      const text = note.text ?? programLine(filename, note.line);
      // Python 2 knows only the line.
      const place = rt.dialect === 2 ? { column: 0, endColumn: 0, isOfTree: true } : {};
      throw syntaxError({ ...note, ...place, text, type: 'SyntaxError', bare: true }, filename);
    }
  }
}

/** A code object of `compile()`: the text's, which `exec` loads anew against its namespaces. */
export function codeFromText(source: string, request: CompileRequest): Code {
  const compiled = compileText(source, { ...request, globalsMode: 'dict' });
  const { main } = loadUnit(compiled, new PyDict(), {});
  main.compiled = compiled;
  main.mode = request.mode;
  return main;
}

/**
 * Runs text or code with `globals` and `locals` (null: the globals).
 * @param future features of `from __future__` that a text is read with.
 */
export function execute(
  what: Py,
  globals: PyDict,
  locals: Py,
  mode: 'exec' | 'eval',
  closure: Py = null,
  future: readonly string[] = [],
): Py {
  if (rt.builtins !== undefined && globals.get('__builtins__') === undefined) {
    globals.set('__builtins__', builtinsNamespace());
  }
  const separate = locals === null || locals === globals ? null : locals;
  if (what instanceof Code) checkClosure(what, closure, mode);
  else if (closure !== null) throw TypeError('closure can only be used when source is a code object');
  if (what instanceof Code && what.index !== 0) return runFunctionCode(what, globals, closure);
  const compiled = what instanceof Code ? compiledOf(what) : compileSource(what, mode, future);
  return isSingle(compiled) ? runSingle(compiled, globals, separate) : runWhole(what, compiled, globals, separate);
}

function runWhole(what: Py, compiled: CompiledUnit, globals: PyDict, locals: Py): Py {
  if (what instanceof Code) return runUnit(loadedCode(what, compiled, globals, locals));
  return runUnit(loadUnit(compiled, globals, namesFor(globals), locals).main);
}

/** Where a code was run last: one that is run again and again, mostly in the same namespace, is not evaluated anew. */
const lastRuns = new WeakMap<Code, { globals: PyDict; builtins: Py; locals: Py; main: Code }>();

function loadedCode(code: Code, compiled: CompiledUnit, globals: PyDict, locals: Py): Code {
  const last = lastRuns.get(code);
  const builtins = globals.get('__builtins__');
  if (last?.globals === globals && last.builtins === builtins && last.locals === locals) return last.main;
  const { main } = loadUnit(compiled, globals, namesFor(globals), locals);
  lastRuns.set(code, { globals, builtins, locals, main });
  return main;
}

function compileSource(what: Py, mode: 'exec' | 'eval', future: readonly string[]): CompiledUnit {
  const text = sourceText(what, `${mode}${rt.dialect === 2 && mode === 'exec' ? ':' : '()'} arg 1`);
  return compileText(mode === 'eval' ? text.replace(/^[ \t]+/, '') : text, {
    filename: '<string>',
    mode,
    globalsMode: 'dict',
    ...(future.length === 0 ? {} : { future }),
  });
}

/** A code with free variables needs a cell for each. */
function checkClosure(code: Code, closure: Py, mode: 'exec' | 'eval'): void {
  const count = code.freevars.length;
  if (count === 0) {
    if (closure !== null) throw TypeError('cannot use a closure with this code object');
    return;
  }
  if (mode === 'eval') throw TypeError('code object passed to eval() may not contain free variables');
  const fits =
    closure instanceof PyTuple && closure.items.length === count && closure.items.every((c) => c instanceof Cell);
  if (!fits) throw TypeError(`code object requires a closure of exactly length ${count}`);
}

/** Texts that were evaluated for the sake of a function's code, by their globals. */
const movedUnits = new WeakMap<PyDict, Map<CodeUnit, CodeUnit>>();

/** The code of a function, with other globals. */
export function codeWith(globals: PyDict, code: Code): Code {
  if (globals === code.unit.globals) return code;
  let units = movedUnits.get(globals);
  if (units === undefined) movedUnits.set(globals, (units = new Map()));
  let unit = units.get(code.unit);
  if (unit === undefined) units.set(code.unit, (unit = loadUnit(compiledOf(code), globals, namesFor(globals)).unit));
  return sameCode(code, unit.codes);
}

/** The code of the same function: a text compiled anew may number its codes otherwise. */
function sameCode(code: Code, codes: readonly Code[]): Code {
  const isLike = (other: Code) => other.qualname === code.qualname && other.firstLine === code.firstLine;
  return codes.filter(isLike)[code.unit.codes.filter(isLike).indexOf(code)]!;
}

/** The body of a function, run as it is against other globals. */
function runFunctionCode(code: Code, globals: PyDict, closure: Py): Py {
  const own = codeWith(globals, code);
  const cells: Cell[] = closure === null ? [] : closure.items;
  return own.make!(new FunctionInfo(own, cells), ...cells)();
}

const compiledOf = (code: Code): CompiledUnit =>
  (code.compiled ??= compileText(code.unit.source, {
    filename: code.unit.filename,
    mode: 'exec',
    globalsMode: 'dict',
  }));

/** Names that the unit's code sees without assigning them: those of a module's own map, or looked up in the dict. */
export function namesFor(globals: PyDict): object {
  if (globals.map instanceof ModuleMap) return globals.map.names;
  return new Proxy(
    {},
    {
      get: (_target, key) =>
        typeof key === 'string' ? (globals.get(key.slice(1)) ?? rt.builtins[attributeKey(key.slice(1))]) : undefined,
    },
  );
}

export { special, typeOf };
