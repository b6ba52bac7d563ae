/**
 * What becomes of a function's variables after a `del`: undefined.
 *
 * V8 keeps what a frame has computed where later calls put their arguments, so an object may be held by a place that nobody reads any more. A
 * call with a handful of arguments that are no objects uses these places for them.
 */
export function letGo(..._numbers: number[]): undefined {
  return undefined;
}

/** The first argument; the second one is there for what evaluating it does. */
export const first = <T>(value: T, _done: unknown): T => value;
