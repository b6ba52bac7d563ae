/** What the program start needs from rooms that are loaded only when wanted. */
import { rt } from '../object/context.js';
import type { ProcessPayload } from './payload.js';

/** Text of Python source by its own encoding; raises SyntaxError. */
export function decodeSource(bytes: Uint8Array, file: string): string {
  return (rt.state.get('decode source') as (bytes: Uint8Array, file: string) => string)(bytes, file);
}

/** What the compiler's bundle can do beside compiling; the bundle is loaded when it is first asked. */
export interface SourceTools {
  /** The character of a Unicode name, or null. */
  characterNamed(name: string): string | null;
}

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
