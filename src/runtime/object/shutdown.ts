/** What a process no longer does once it is on its way to its end: past `atexit`, when `__del__` of what is left is called. */
import { rt } from './context.js';
import { PythonFinalizationError } from './errors.js';

export const beginShutdown = (): void => void rt.state.set('finalizing', true);

export const isShuttingDown = (): boolean => rt.state.has('finalizing');

/**
 * Python 3 refuses to begin something whose end nobody would wait for. In Python 2 it is as good as any other time.
 * @param message in CPython's words: "can't fork at interpreter shutdown".
 */
export function refuseAtShutdown(message: string): void {
  if (rt.dialect === 3 && isShuttingDown()) throw PythonFinalizationError(message);
}
