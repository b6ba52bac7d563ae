/** Shared memory mechanisms between threads: addresses, cells and bytes; nothing here knows Python. */
export * from './arena.js';
export * from './barrier.js';
export * from './condition.js';
export * from './entry.js';
export * from './event.js';
export { block, deadlineAfter, hasInterrupts, sleepFor, takeInterrupts, wake } from './futex.js';
export * from './handles.js';
export { Entry, Header, ProcessState } from './layout.js';
export * from './mutex.js';
export * from './named.js';
export * from './output.js';
export * from './pipe.js';
export { type Reason, reasons } from './reasons.js';
export * from './ring.js';
export * from './rmutex.js';
export { LockBusy } from './robust.js';
export * from './semaphore.js';
export * from './waitset.js';
