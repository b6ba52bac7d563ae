/** Objects of the kernel that processes refer to by number, as by file descriptors: several processes may share one, and the last closes it. */
import { KernelError } from './errors.js';
import type { ProcessRecord } from './processes.js';

export interface Closable {
  close(): void;
}

export class Resources<T extends Closable> {
  readonly #objects = new Map<number, { object: T; references: number }>();
  readonly #owned = new Map<ProcessRecord, Set<number>>();
  #lastId = 0;

  add(owner: ProcessRecord, object: T): number {
    const id = ++this.#lastId;
    this.#objects.set(id, { object, references: 1 });
    this.#ownedBy(owner).add(id);
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

  /** Gives a process a reference of its own, for example to what was sent to it. */
  share(owner: ProcessRecord, id: number): void {
    const owned = this.#ownedBy(owner);
    const held = this.#objects.get(id);
    if (held === undefined || owned.has(id)) return;
    held.references++;
    owned.add(id);
  }

  /** A reference that belongs to nobody: the object is on its way to somebody. Errors: EBADF. */
  hold(id: number): void {
    const held = this.#objects.get(id);
    if (held === undefined) throw new KernelError('EBADF', 'bad file descriptor');
    held.references++;
  }

  /** Makes a held reference that of a process. */
  take(owner: ProcessRecord, id: number): void {
    this.get(id);
    this.share(owner, id);
    const held = this.#objects.get(id)!;
    held.references--;
  }

  /** A forked child has what its parent has. */
  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    for (const id of this.#owned.get(parent) ?? []) this.share(child, id);
  }

  /** Closes it for one process. Errors: EBADF, also if it is open in others only. */
  drop(owner: ProcessRecord, id: number): void {
    const held = this.#objects.get(id);
    if (held === undefined || this.#owned.get(owner)?.delete(id) !== true)
      throw new KernelError('EBADF', 'bad file descriptor');
    held.references--;
    if (held.references > 0) return;
    this.#objects.delete(id);
    held.object.close();
  }

  /** Closes all that an ended process has open. */
  dropAll(owner: ProcessRecord): void {
    for (const id of [...(this.#owned.get(owner) ?? [])]) this.drop(owner, id);
    this.#owned.delete(owner);
  }

  #ownedBy(owner: ProcessRecord): Set<number> {
    let owned = this.#owned.get(owner);
    if (owned === undefined) {
      owned = new Set();
      this.#owned.set(owner, owned);
    }
    return owned;
  }
}
