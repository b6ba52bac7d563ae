/**
 * Pools that the program forgets without having ended them. CPython's end when nothing refers to them any more, and with them their workers
 * (Python 2's do not: one of their threads refers to them). Here that is found when garbage is collected for the program, or to make room
 * (crowd.ts).
 */
import { warn } from '../../builtins/warn.js';
import { moduleState, rt } from '../../object/context.js';
import { endings } from '../../object/endings.js';
import type { Finalize } from './finalize.js';
import type { PyPool } from './pool.js';
import type { PoolCore } from './poolCore.js';
import { mp } from './state.js';

interface Known {
  readonly pool: WeakRef<PyPool>;
  readonly core: PoolCore;
  readonly finalizer: Finalize;
  /** What `repr` says of it but for its state. */
  readonly name: string;
}

interface Pools {
  known: Known[];
}
const pools = () =>
  moduleState<Pools>('pools', () => {
    endings().unhurried.add(endForgotten);
    return { known: [] };
  });

/** Notes a pool that has begun. */
export function notePool(pool: WeakRef<PyPool>, core: PoolCore, finalizer: Finalize, name: string): void {
  if (rt.dialect === 2) return;
  const all = pools();
  all.known = all.known.filter((each) => !each.core.hasEnded);
  all.known.push({ pool, core, finalizer, name });
}

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
