/**
 * Asynchronous generators that an event loop is to close when it shuts down. CPython's loop holds them in a WeakSet, from which they go when
 * they have come to their end and nobody refers to them any more. Here each goes when it comes to its end, and only those that are left at the
 * shutdown get into the WeakSet.
 */
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { method } from '../../object/fn.js';
import { type EndListener, PyAsyncGenerator } from '../../object/asyncGenerator.js';
import { type Keeper, keepers } from '../../object/garbage.js';
import type { Py } from '../../object/object.js';
import type { PyModule } from '../../object/values.js';

/** So many are held before it is asked whether anybody else refers to them. */
const MANY = 1000;

/**
 * The generators of one loop that have begun and not ended, in the order in which they began. A WeakRef costs more than most generators'
 * whole run, so they are held until somebody looks for garbage, or there are many.
 */
class Begun implements EndListener, Keeper {
  /** The newest; null where one has ended. */
  readonly #held: (PyAsyncGenerator | null)[] = [];
  /** Those that have been let go of. */
  readonly #weak = new Set<WeakRef<PyAsyncGenerator>>();
  readonly #references = new WeakMap<PyAsyncGenerator, WeakRef<PyAsyncGenerator>>();
  #limit = 64;
  #isKeeper = false;

  add(generator: PyAsyncGenerator): void {
    if (!this.#isKeeper) {
      keepers().add(this);
      this.#isKeeper = true;
    }
    if (this.#held.length >= MANY) this.letGo();
    generator.onEnd = this;
    this.#held.push(generator);
  }

  ended(generator: PyAsyncGenerator): void {
    const held = this.#held;
    const at = held.lastIndexOf(generator);
    if (at < 0) {
      const reference = this.#references.get(generator);
      if (reference !== undefined) this.#weak.delete(reference);
      return;
    }
    held[at] = null;
    while (held.length > 0 && held[held.length - 1] === null) held.pop();
  }

  letGo(): void {
    for (const generator of this.#held) {
      if (generator === null) continue;
      const reference = new WeakRef(generator);
      this.#weak.add(reference);
      this.#references.set(generator, reference);
    }
    this.#held.length = 0;
    if (this.#weak.size > this.#limit) this.#prune();
  }

  /** Forgets those that were collected on their way. */
  #prune(): void {
    for (const reference of this.#weak) if (reference.deref() === undefined) this.#weak.delete(reference);
    this.#limit = 2 * this.#weak.size + 64;
  }

  takeAll(): PyAsyncGenerator[] {
    const weak = [...this.#weak].map((reference) => reference.deref());
    const all = [...weak, ...this.#held];
    this.#weak.clear();
    this.#held.length = 0;
    keepers().delete(this);
    this.#isKeeper = false;
    return all.filter((generator) => generator !== undefined && generator !== null);
  }
}

const begunIn = (set: Py): Begun => {
  const known = moduleState('asyncio_generators', () => new WeakMap<object, Begun>());
  let begun = known.get(set);
  if (begun === undefined) known.set(set, (begun = new Begun()));
  return begun;
};

export function watchGenerators({ namespace }: PyModule): void {
  const loop: Py = namespace.get('BaseEventLoop');
  const hook: Py = loop.namespace.get('_asyncgen_firstiter_hook');
  const shutdown: Py = loop.namespace.get('shutdown_asyncgens');

  const begins = (self: Py, generator: Py): Py => {
    const set = findAttr(self, '_asyncgens');
    if (typeof set !== 'object' || set === null || !(generator instanceof PyAsyncGenerator))
      return call(hook, [self, generator]);
    if (getAttr(self, '_asyncgens_shutdown_called') !== false) return call(hook, [self, generator]);
    begunIn(set).add(generator);
    return null;
  };
  const shutsDown = (self: Py): Py => {
    const set = getAttr(self, '_asyncgens');
    for (const generator of begunIn(set).takeAll()) call(getAttr(set, 'add'), [generator]);
    return call(shutdown, [self]);
  };
  setAttr(loop, '_asyncgen_firstiter_hook', method('(agen)', begins, '_asyncgen_firstiter_hook'));
  setAttr(loop, 'shutdown_asyncgens', method('()', shutsDown, 'shutdown_asyncgens'));
}
