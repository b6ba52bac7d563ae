/** The error that CPython 3.13 shows for tokens that are no program. */
import type { PySyntaxError } from '../errors.js';
import { TOO_COMPLEX } from '../errors.js';
import type { SourceText } from '../source.js';
import { T, type TokenizerResult } from '../tokens/token.js';
import { Diagnosed, Machine, openBrackets, shownError } from './machine.js';
import { evaluated, file, interactive } from './statements.js';

const TOP = { exec: file, eval: evaluated, single: interactive } as const;

/** Null if the rules find nothing wrong after all. */
export function diagnose(source: SourceText, result: TokenizerResult, mode: keyof typeof TOP): PySyntaxError | null {
  const machine = new Machine(source, result);
  if (source.text === '' && mode !== 'exec') {
    return { type: 'SyntaxError', message: 'invalid syntax', line: 0, column: 0, endLine: 0, endColumn: 0, text: '' };
  }
  try {
    if (TOP[mode](machine)) return null;
    // The furthest token of the first run is where the program stops to make sense.
    const furthest = machine.lastSeen;
    machine.restart();
    TOP[mode](machine);
    const { kind } = furthest;
    if (kind === T.Indent || kind === T.Dedent) return indentation(machine, kind);
    return laterProblem(machine, machine.errorAtToken('invalid syntax', furthest, 'SyntaxError', true));
  } catch (problem) {
    if (problem instanceof RangeError) return tooDeep(machine);
    if (!(problem instanceof Diagnosed)) throw problem;
    return problem.fromTokenizer ? problem.error : laterProblem(machine, problem.error);
  }
}

/** The rules nest too deeply for the stack: too many brackets, which the tokenizer counts, or worse. */
function tooDeep(machine: Machine): PySyntaxError {
  const { result, source, lastSeen } = machine;
  if (result.error) return shownError(result.error, source);
  return machine.errorAtToken(TOO_COMPLEX, lastSeen);
}

function indentation(machine: Machine, kind: number): PySyntaxError {
  const message = kind === T.Indent ? 'unexpected indent' : 'unexpected unindent';
  return machine.errorAtToken(message, machine.lastSeen, 'IndentationError');
}

/**
 * What the tokenizer finds wrong further on takes precedence, and so does a bracket that is never closed, if it was
 * opened before the line of the error.
 */
function laterProblem(machine: Machine, error: PySyntaxError): PySyntaxError {
  const { result, tokens, source } = machine;
  if (tokens.at(-1)!.kind !== T.Error) return error;
  if (result.inFString) return error;
  const later = result.error;
  if (later?.replaces) return shownError(later, source);
  const bracket = openBrackets(tokens).at(-1);
  const line = source.position(machine.lastSeen.start).line;
  return bracket && line > source.position(bracket.start).line ? machine.neverClosed() : error;
}
