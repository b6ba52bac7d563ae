/** The names of the program's own sockets of the family AF_UNIX: files, known by device and number, and abstract names. */
import { statSync } from 'node:fs';
import { isAbstract } from './socketPaths.js';

export class UnixNames<T> {
  readonly #byKey = new Map<string, T>();
  readonly #keys = new Map<T, string>();

  /** The socket with that name. Errors: ENOENT. */
  find(path: string): T | undefined {
    return this.#byKey.get(keyOf(path));
  }

  /** Notes that a socket has that name, whose file is there. */
  add(path: string, socket: T): void {
    const key = keyOf(path);
    this.#byKey.set(key, socket);
    this.#keys.set(socket, key);
  }

  /** The socket is closed. */
  remove(socket: T): void {
    const key = this.#keys.get(socket);
    if (key === undefined) return;
    this.#keys.delete(socket);
    if (this.#byKey.get(key) === socket) this.#byKey.delete(key);
  }

  /** An abstract name of five digits that nobody has, as Linux chooses it. */
  free(): string {
    for (let n = 0; ; n++) {
      const name = `\0${n.toString(16).padStart(5, '0')}`;
      if (!this.#byKey.has(name)) return name;
    }
  }
}

/** Errors: ENOENT. */
function keyOf(path: string): string {
  if (isAbstract(path)) return path;
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}
