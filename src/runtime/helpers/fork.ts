/** Where the functions under way are that may fork the process: noted at each of their fork points. */
import { moduleState, rt } from '../object/context.js';
import type { FunctionInfo } from '../object/function.js';
import type { Py } from '../object/object.js';
import { existingScheduler } from '../threads/scheduler.js';

export interface ForkPoint {
  /** Depth of the function among those under way. */
  readonly depth: number;
  readonly info: FunctionInfo;
  readonly id: number;
  /** Position of the call that may fork. */
  readonly position: number;
  /** Values of the variables. */
  readonly values: readonly Py[];
  /** Name and cell of those that live in cells, one after the other. */
  readonly cells: readonly Py[];
}

/** The points of the functions that the running thread is in; those of functions that have ended are overwritten by the next. */
export function forkPoints(): ForkPoint[] {
  const s = existingScheduler();
  if (s !== undefined && s.current !== s.main) return (s.current.forkPoints ??= []);
  return moduleState('fork points', (): ForkPoint[] => []);
}

/** The function is about to make a call that may fork. */
export function forkPoint(
  info: FunctionInfo,
  id: number,
  position: number,
  values: readonly Py[],
  cells: readonly Py[],
): void {
  const points = forkPoints();
  const { depth } = rt;
  while (points.length > 0 && points.at(-1)!.depth >= depth) points.pop();
  points.push({ depth, info, id, position, values, cells });
}
