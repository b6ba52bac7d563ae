import { TextError } from '../../../src/runtime/text/error.js';

/** What `run` returns, or its TextError as 'Type: message'. */
export function outcome(run: () => unknown): unknown {
  try {
    return shown(run());
  } catch (error) {
    if (error instanceof TextError) return shown(error);
    throw error;
  }
}

/** An error's type and message. */
const shown = (value: unknown): unknown => (value instanceof TextError ? `${value.type}: ${value.message}` : value);
