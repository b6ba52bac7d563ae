/** The kernel as the command line uses it. The side of the processes is `client.ts` and `process.ts`. */
export { type BlockedProcess, deadlockReport } from './deadlock.js';
export { DEADLOCK_EXIT, Kernel, type KernelOptions, type NamedStats } from './kernel.js';
