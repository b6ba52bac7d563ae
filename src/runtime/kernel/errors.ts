/** Errors of kernel calls: thrown in the kernel, carried over, thrown again in the process. */
import { getSystemErrorMap } from 'node:util';
import type { KernelErrorData } from './messages.js';

/** A failed system call. `code` is Node's name of the error number, such as `ENOENT`. */
export class KernelError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }

  /** The error number of this system, 0 if it has none. */
  get errno(): number {
    for (const [number, [name]] of getSystemErrorMap()) if (name === this.code) return -number;
    return 0;
  }
}

/** Any error as what can be sent. */
export function errorData(error: unknown): KernelErrorData {
  if (error instanceof Error) {
    const code = (error as { code?: unknown }).code;
    return { code: typeof code === 'string' ? code : 'EIO', message: error.message };
  }
  return { code: 'EIO', message: String(error) };
}
