/** Files that are the names of sockets. */
import { accessSync, constants, linkSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { KernelError } from './errors.js';

/** Whether the name of a socket is no file's. */
export const isAbstract = (path: string): boolean => path.startsWith('\0');

/** A name beside `path` that nobody uses, no longer than it where possible: the names of sockets have a limit. */
export function otherName(path: string): string {
  const suffix = `.${process.pid % 1000}${Math.trunc(performance.now() * 1000) % 1000}`;
  return join(dirname(path), suffix);
}

/** Gives a file its name, unless something has it already. */
export function rename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    throw (error as { code?: string }).code === 'EEXIST'
      ? new KernelError('EADDRINUSE', 'address already in use')
      : error;
  } finally {
    unlinkSync(from);
  }
}

/** libuv says EACCES where the system says ENOENT: which of them it was is for the folder to say. */
export function pathError(error: Error, path: string): Error {
  if ((error as { code?: string }).code !== 'EACCES' || isAbstract(path)) return error;
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    return new KernelError('ENOENT', 'no such file or directory');
  } catch (reason) {
    return reason as Error;
  }
}

/** Makes the file that is the name of a socket which Node does not have: that of a server, which then goes. Errors: EADDRINUSE, ENOENT, EACCES. */
export async function makeSocketFile(path: string): Promise<void> {
  const server = createServer();
  const other = otherName(path);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(pathError(error, path)));
    server.listen({ path: other }, resolve);
  });
  try {
    rename(other, path);
  } finally {
    server.close();
  }
}
