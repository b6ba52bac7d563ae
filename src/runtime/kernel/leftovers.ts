/**
 * Shared memory that a program has left: its names go, with a warning, however the program ended.
 *
 * CPython has a process for it, the resource tracker, which outlives the others; here it is the kernel's last task.
 */
import { unlinkSync, writeSync } from 'node:fs';
import { type Arena, trackedNames } from '../mp/index.js';

const FOLDER = '/dev/shm';
const STDERR = 2;

/** Removes the names that are tracked and says which they were. */
export function removeLeftMemory(arena: Arena): void {
  arena.refreshIfGrown();
  const names = trackedNames(arena);
  if (names.length === 0) return;
  const list = names.map((name) => `'${name}'`).join(', ');
  const warnings = [
    `There appear to be ${names.length} leaked shared_memory objects to clean up at shutdown: {${list}}`,
    ...names.flatMap(remove),
  ];
  try {
    writeSync(STDERR, warnings.map((text) => `UserWarning: resource_tracker: ${text}\n`).join(''));
  } catch {
    // Nobody reads it.
  }
}

/** Returns what went wrong. */
function remove(name: string): string[] {
  try {
    unlinkSync(`${FOLDER}${name}`);
    return [];
  } catch (error) {
    const { code, errno = 0, message } = error as { code?: string; errno?: number; message: string };
    const reason = code === 'ENOENT' ? 'No such file or directory' : message;
    return [`'${name}': [Errno ${-errno}] ${reason}: '${name}'`];
  }
}
