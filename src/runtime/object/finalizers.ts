/**
 * Instances of classes with a `__del__`, so that it can be called at the end of the process.
 *
 * JavaScript tells nobody that an object is about to go, so an object that goes earlier, goes without.
 */
import { moduleState } from './context.js';
import { forgetKeptObjects } from './garbage.js';
import type { Py } from './object.js';
import type { Constructor, PyType } from './type.js';

interface Tracked {
  refs: WeakRef<object>[];
  /** How many there may be before those that are gone are taken out. */
  limit: number;
}
const tracked = () => moduleState<Tracked>('finalizers', () => ({ refs: [], limit: 1000 }));

/** Whether the class or one that it inherits from was written with a `__del__`. */
export const hasFinalizer = (bases: readonly PyType[], namespace: ReadonlyMap<string, Py>): boolean =>
  namespace.has('__del__') || bases.some((base) => base.mro.some((c) => c.isHeap && c.namespace.has('__del__')));

/** The class's constructor of instances, which notes each one. */
export function trackingConstructor(base: Constructor): Constructor {
  if ('tracks' in base) return class extends base {};
  return class extends base {
    static readonly tracks = true;
    constructor(...args: Py[]) {
      super(...args);
      track(this);
    }
  };
}

function track(o: object): void {
  const all = tracked();
  all.refs.push(new WeakRef(o));
  if (all.refs.length < all.limit) return;
  forgetKeptObjects();
  all.refs = all.refs.filter((ref) => ref.deref() !== undefined);
  all.limit = Math.max(1000, 2 * all.refs.length);
}

/** Those that are still there, oldest first; they are forgotten. */
export function takeTracked(): Py[] {
  const all = tracked();
  const { refs } = all;
  all.refs = [];
  return refs.map((ref) => ref.deref()).filter((o) => o !== undefined);
}
