/**
 * What objects hold open in the arena, given back when the program has forgotten them without closing them.
 *
 * CPython closes a pipe when the last reference to its end goes. Nothing tells us when that happens, so it is looked for now and then, when
 * many have been opened since: without that, a program that opens a pipe for each process that it starts would hold them all, and
 * hand all of them on to each process.
 */
import { moduleState } from '../../object/context.js';
import { sweepGone } from '../../object/garbage.js';
import { existingScheduler } from '../../threads/scheduler.js';

/** How many may be open before it is looked for the first time: a collection takes 20 ms, and each process that is started pays for each handle. */
const FEW = 512;
/** So much memory counts as much as one more that is open. */
const HEAVY_BYTES = 128 * 1024;

/** What an object holds. `close` must not refer to the object. */
export interface Hold {
  readonly owner: WeakRef<object>;
  readonly close: () => void;
  readonly weight: number;
  /** The owner has closed it, or somebody else will. */
  isOver: boolean;
}

interface Holds {
  open: Hold[];
  /** The sum of their weights. */
  weight: number;
  /** How much there may be before those that are gone are looked for. */
  limit: number;
}
const holds = () => moduleState<Holds>('multiprocessing holds', () => ({ open: [], weight: 0, limit: FEW }));

/** Notes what an object holds, memory of so many bytes maybe. The object says with `isOver` that it has been given back. */
export function holdFor(owner: object, close: () => void, sizeBytes = 0): Hold {
  const all = holds();
  const hold = { owner: new WeakRef(owner), close, weight: 1 + sizeBytes / HEAVY_BYTES, isOver: false };
  all.open.push(hold);
  all.weight += hold.weight;
  if (all.weight >= all.limit && isSafe())
    all.limit = sweepGone(
      () => all.weight,
      () => sweep(all),
      FEW,
    );
  return hold;
}

/** A thread that waits inside a call may have nothing but an address left of what it waits for; that of the main thread would be under way here. */
function isSafe(): boolean {
  const scheduler = existingScheduler();
  return scheduler === undefined || scheduler.current === scheduler.main;
}

function sweep(all: Holds): void {
  all.open = all.open.filter((hold) => {
    if (!hold.isOver && hold.owner.deref() === undefined) {
      hold.isOver = true;
      hold.close();
    }
    if (hold.isOver) all.weight -= hold.weight;
    return !hold.isOver;
  });
}
