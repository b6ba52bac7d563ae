/** Objects of the kernel that processes refer to by number, as by file descriptors: several processes may share one, and the last closes it. */
import { KernelError } from './errors.js';
import type { ProcessRecord } from './processes.js';

export interface Closable {
  close(): void;
}

export class Resources<T extends Closable> {
  readonly #objects = new Map<number, { object: T; references: number }>();
  /** How many references a process has to each: as many as it has open files of it. */
  readonly #owned = new Map<ProcessRecord, Map<number, number>>();
  #lastId = 0;

  add(owner: ProcessRecord, object: T): number {
    const id = ++this.#lastId;
    this.#objects.set(id, { object, references: 1 });
    this.#ownedBy(owner).set(id, 1);
    return id;
  }

  /** The object with this number. Errors: EBADF. */
  get(id: number): T {
    const held = this.#objects.get(id);
    if (held === undefined) throw new KernelError('EBADF', 'bad file descriptor');
    return held.object;
  }

  has(id: number): boolean {
    return this.#objects.has(id);
  }

  some(test: (object: T) => boolean): boolean {
    for (const { object } of this.#objects.values()) if (test(object)) return true;
    return false;
  }

  /** A reference that belongs to nobody: the object is on its way to somebody. Errors: EBADF. */
  hold(id: number): void {
    const held = this.#objects.get(id);
    if (held === undefined) throw new KernelError('EBADF', 'bad file descriptor');
    held.references++;
  }

  /** Makes a held reference that of a process. Errors: EBADF. */
  take(owner: ProcessRecord, id: number): void {
    this.get(id);
    const owned = this.#ownedBy(owner);
    owned.set(id, (owned.get(id) ?? 0) + 1);
  }

  /** A forked child has what its parent has. */
  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    for (const [id, count] of this.#owned.get(parent) ?? []) {
      this.#objects.get(id)!.references += count;
      this.#ownedBy(child).set(id, count);
    }
  }

  /** Closes it once for one process. Errors: EBADF, also if it is open in others only. */
  drop(owner: ProcessRecord, id: number): void {
    const held = this.#objects.get(id);
    const owned = this.#owned.get(owner);
    const count = owned?.get(id);
    if (held === undefined || owned === undefined || count === undefined)
      throw new KernelError('EBADF', 'bad file descriptor');
    if (count === 1) owned.delete(id);
    else owned.set(id, count - 1);
    held.references--;
    if (held.references > 0) return;
    this.#objects.delete(id);
    held.object.close();
  }

  /** Closes all that an ended process has open. */
  dropAll(owner: ProcessRecord): void {
    for (const [id, count] of [...(this.#owned.get(owner) ?? [])]) {
      for (let i = 0; i < count; i++) this.drop(owner, id);
    }
    this.#owned.delete(owner);
  }

  #ownedBy(owner: ProcessRecord): Map<number, number> {
    let owned = this.#owned.get(owner);
    if (owned === undefined) {
      owned = new Map();
      this.#owned.set(owner, owned);
    }
    return owned;
  }
}
