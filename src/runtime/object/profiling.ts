/** Who counts calls, and what emitted code of a profiled text tells it (lower/3-transform/profiled.ts). */
import { rt } from './context.js';
import type { Code, FunctionInfo } from './function.js';
import type { Py } from './object.js';

export interface Profiler {
  /** Whether the thread that runs now is the one whose calls are counted. */
  isHere(): boolean;
  enter(callee: Py): void;
  leave(callee: Py): void;
  /** What a function counts as that does not say itself when it begins; undefined if it does, or is not counted. */
  calleeOf(f: Py): Py;
}

/** A function under way that a profiler was told of. */
export class Activation {
  isOver = false;
  constructor(
    readonly profiler: Profiler,
    readonly code: Code,
  ) {}
}

export function profileEnter(info: FunctionInfo): Activation | null {
  const { profiler } = rt;
  if (profiler === null || !profiler.isHere()) return null;
  profiler.enter(info.code);
  return new Activation(profiler, info.code);
}

export function profileLeave(activation: Activation | null): void {
  if (activation === null || activation.isOver) return;
  activation.isOver = true;
  if (rt.profiler === activation.profiler) activation.profiler.leave(activation.code);
}

/** A generator gives a value. */
export function profilePause(activation: Activation | null, value: Py): Py {
  profileLeave(activation);
  return value;
}
