/** What the program start needs from rooms that are loaded only when wanted. */

import type { TokenList } from '../../parser/tokenList.js';
import type { SyntaxProblem } from '../execute.js';
import { rt } from '../object/context.js';
import type { SourceTree } from '../stdlib/ast/convert.js';
import type { ProcessPayload } from './payload.js';

/** Text of Python source by its own encoding; raises SyntaxError. */
export function decodeSource(bytes: Uint8Array, file: string): string {
  return (rt.state.get('decode source') as (bytes: Uint8Array, file: string) => string)(bytes, file);
}

/** What the compiler's bundle can do beside compiling; the bundle is loaded when it is first asked. */
export interface SourceTools {
  /** The character of a Unicode name, or null. */
  characterNamed(name: string): string | null;
  /** The Unicode name of a character, or null. */
  characterName(code: number): string | null;
  /** Parses without compiling. */
  parseTree(
    source: string,
    options: { mode: 'exec' | 'eval' | 'single'; dialect: 2 | 3; featureVersion?: number },
  ): SourceTree | { readonly errors: readonly SyntaxProblem[] };
  /** Tokens as the `tokenize` module lists them. */
  listTokens(text: string): TokenList;
  /** What the carets under a failed expression mark: [start, end) in `segment`, or null. */
  expressionAnchors(segment: string): readonly [number, number] | null;
  /** Whether [start, end) is the whole call of a statement that only returns or names its value; null: no statement. */
  isWholeCall(text: string, start: number, end: number): boolean | null;
}

/** What knows how a generator goes on in another process (lower/5-resume). */
export interface Resumer {
  /** A generator that is suspended at a place of a unit's text, as a text of its own; null if there is no going on from there. */
  resumedGenerator(
    text: string,
    line: number,
    column: number,
  ): { readonly js: string; readonly variables: readonly string[] } | null;
}

export const resumer = (): Resumer => (rt.state.get('resumer') as () => Resumer)();

export const sourceTools = (): SourceTools => (rt.state.get('source tools') as () => SourceTools)();

/** Everything on standard input. */
export function standardInput(): Uint8Array {
  return (rt.state.get('read all stdin') as () => Uint8Array)();
}

/** A process that `multiprocessing` started; wired by its own room. */
export const runChild: { current: (payload: Extract<ProcessPayload, { kind: 'child' }>) => void } = {
  current: () => {
    throw new Error('pymp: child processes are not wired');
  },
};

/** A process that `os.fork` made; wired by forked.ts. */
export const runForked: { current: (payload: Extract<ProcessPayload, { kind: 'forked' }>) => void } = {
  current: () => {
    throw new Error('pymp: os.fork is not wired');
  },
};
