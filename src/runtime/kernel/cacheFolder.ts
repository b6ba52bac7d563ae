/** Where pymp keeps what it can make again. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** `PYMP_CACHE`, else the folder in the user's cache folder. */
export function cacheFolder(): string {
  const { PYMP_CACHE, XDG_CACHE_HOME } = process.env;
  return resolve(PYMP_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'pymp'));
}
