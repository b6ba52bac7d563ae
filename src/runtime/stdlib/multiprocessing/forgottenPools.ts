/**
 * Pools that the program forgets without having ended them. CPython's end when nothing refers to them any more, and with them their workers
 * (Python 2's do not: one of their threads refers to them). Nothing tells us when that happens, so it is looked for when another pool is
 * made while the workers of those that there are take threads, and when the program asks for a collection.
 */
import { warn } from '../../builtins/warn.js';
import { moduleState, rt } from '../../object/context.js';
import { endings } from '../../object/endings.js';
import { collectGarbage, forgetKeptObjects } from '../../object/garbage.js';
import type { Finalize } from './finalize.js';
import type { PyPool } from './pool.js';
import type { PoolCore } from './poolCore.js';
import { mp } from './state.js';

/** So many workers may have begun before it is looked for the first time: a collection costs less than the threads that it frees. */
const FEW = 4;

interface Known {
  readonly pool: WeakRef<PyPool>;
  readonly core: PoolCore;
  readonly finalizer: Finalize;
  /** What `repr` says of it but for its state. */
  readonly name: string;
}

interface Pools {
  known: Known[];
  /** How many workers may have begun before it is looked again. */
  limit: number;
}
const pools = () =>
  moduleState<Pools>('pools', () => {
    endings().afterwards.add(endForgotten);
    return { known: [], limit: FEW };
  });

/** Notes a pool that has begun. */
export function notePool(pool: WeakRef<PyPool>, core: PoolCore, finalizer: Finalize, name: string): void {
  if (rt.dialect === 2) return;
  const all = pools();
  all.known = all.known.filter((each) => !each.core.hasEnded);
  all.known.push({ pool, core, finalizer, name });
}

/** Ends forgotten pools where they have many workers. */
export function makeRoomForPool(): void {
  if (rt.dialect === 2) return;
  const all = pools();
  if (begun(all) < all.limit) return;
  forgetKeptObjects();
  endForgotten();
  if (begun(all) >= all.limit) {
    collectGarbage();
    endForgotten();
  }
  all.limit = Math.max(FEW, 2 * begun(all));
}

const begun = ({ known }: Pools): number => known.reduce((sum, { core }) => sum + core.crew.launched, 0);

/** Returns how many there were. */
function endForgotten(): number {
  const all = pools();
  const gone = all.known.filter(({ pool }) => pool.deref() === undefined);
  if (gone.length === 0) return 0;
  all.known = all.known.filter((each) => !gone.includes(each));
  for (const { core, finalizer, name } of gone) {
    mp().finalizers.delete(finalizer.key);
    if (core.state === 'RUN')
      warn('ResourceWarning', `unclosed running multiprocessing pool <${name} state=RUN pool_size=${core.crew.size}>`);
    core.end(0);
  }
  return gone.length;
}
