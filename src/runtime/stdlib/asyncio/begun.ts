/**
 * Asynchronous generators that an event loop is to close when it shuts down. CPython's loop holds them in a WeakSet, from which they go when
 * they have come to their end and nobody refers to them any more. Here each goes when it comes to its end, and only those that are left at the
 * shutdown get into the WeakSet.
 */
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { method } from '../../object/fn.js';
import { PyAsyncGenerator } from '../../object/asyncGenerator.js';
import type { Py } from '../../object/object.js';
import type { PyModule } from '../../object/values.js';

/** The generators of one loop that have begun and not ended. */
class Begun {
  readonly #generators = new Set<WeakRef<PyAsyncGenerator>>();
  #limit = 64;

  add(generator: PyAsyncGenerator): void {
    const reference = new WeakRef(generator);
    this.#generators.add(reference);
    generator.onEnd = () => this.#generators.delete(reference);
    if (this.#generators.size > this.#limit) this.#prune();
  }

  /** Forgets those that were collected on their way. */
  #prune(): void {
    for (const reference of this.#generators) {
      if (reference.deref() === undefined) this.#generators.delete(reference);
    }
    this.#limit = 2 * this.#generators.size + 64;
  }

  takeAll(): PyAsyncGenerator[] {
    const all = [...this.#generators].map((reference) => reference.deref());
    this.#generators.clear();
    return all.filter((generator) => generator !== undefined);
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
