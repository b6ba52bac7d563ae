import { TextError } from '../../../src/runtime/text/error.js';

/** What `run` returns, or its TextError as 'Type: message'. */
export function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof TextError) return `${error.type}: ${error.message}`;
    throw error;
  }
}
