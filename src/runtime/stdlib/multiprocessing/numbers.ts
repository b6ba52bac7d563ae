/**
 * Numbers that stand for things that can be waited for, where CPython has file descriptors: `Process.sentinel`,
 * `Connection.fileno()`. They begin far above what the operating system gives out.
 */

import type { WaitSource } from '../../mp/index.js';
import { moduleState } from '../../object/context.js';

const FIRST = 100_000;

interface Numbers {
  next: number;
  readonly sources: Map<number, () => WaitSource>;
}
const numbers = (): Numbers =>
  moduleState('multiprocessing numbers', () => ({ next: FIRST, sources: new Map<number, () => WaitSource>() }));

export function numberFor(source: () => WaitSource): number {
  const { sources } = numbers();
  const number = numbers().next++;
  sources.set(number, source);
  return number;
}

/** What a number stands for, or undefined. */
export const sourceOfNumber = (number: number): WaitSource | undefined => numbers().sources.get(number)?.();

export function closeNumber(number: number): void {
  numbers().sources.delete(number);
}
