/**
 * Objects whose end can be noticed: instances of classes with a `__del__`, generators that stand inside `try` or `with`, and
 * what weak references refer to.
 *
 * CPython counts references, and an object ends with the last one. JavaScript tells nobody that an object is about to go, and what
 * is gone cannot be asked. So such an object is handed out through a stand-in, and what it consists of is kept here; when
 * the collector has taken the stand-in, the rest is ended. The collector is asked to look where a program could tell the difference:
 * before it shows something (`print`, `write`, `sleep`), and after it has let go of something (`del x`, `x = None`).
 * Looking takes milliseconds, so it may have no more than a share of the time that the process has run.
 */
import { rt } from './context.js';
import type { CodeUnit } from './function.js';
import { collectGarbage, forgetKeptObjects } from './garbage.js';
import type { Py } from './object.js';
import type { PyDict } from './table.js';
import type { Constructor, PyType } from './type.js';

export interface Watched {
  readonly standIn: WeakRef<object>;
  /** Gives what is left of the object once its stand-in is gone. Null: it ends with the process at the latest, unnoticed before. */
  remains: (() => Py) | null;
}

/** So many looks in vain, and so many in all, a process may have for nothing; for others there is a part of the time that it has run. */
const VAIN_LOOKS = 40;
const FREE_LOOKS = 100;
const SHARE = 0.15;
/** A look that takes longer, because the heap is large, counts for as many as would fit into its time. */
const LOOK_MS = 25;
/** So many objects are watched before those that the collector has taken by itself are ended. */
const MANY = 1000;

export class Endings {
  private watched: Watched[] = [];
  private limit = MANY;
  /** Objects of the program's own, whose end is looked for before anything is shown. */
  private awaited = 0;
  /** Something has been let go of that may still have been referred to then. */
  isDue = false;
  private readonly ownUnits = new Map<CodeUnit, boolean>();
  private isLooking = false;
  private vainLooks = 0;
  private looks = 0;
  private spentMs = 0;
  private readonly sinceMs = performance.now();
  /**
   * `__dict__` of those that are handed out through a stand-in, once asked for. It refers to the stand-in: kept by the object itself, as others
   * keep theirs, it would hold that for ever.
   */
  readonly dicts = new WeakMap<object, PyDict | null>();
  /** Give what somebody holds that has an end, and of which nobody hears before the process ends. */
  readonly held = new Set<() => Iterable<Py>>();
  /** What else is to be done after a look: callbacks of weak references. Says for how many. */
  readonly afterwards = new Set<() => number>();
  /** The same, for what is worth no look by itself. */
  readonly unhurried = new Set<() => number>();

  watch(standIn: object, remains: (() => Py) | null, isAwaited: boolean): Watched {
    if (this.watched.length >= this.limit) this.sweep();
    const entry: Watched = { standIn: new WeakRef(standIn), remains };
    this.watched.push(entry);
    if (isAwaited) this.awaited++;
    return entry;
  }

  /** Ends what the collector has taken by itself. */
  private sweep(): void {
    forgetKeptObjects();
    this.endGone();
    this.limit = Math.max(MANY, 2 * this.watched.length);
  }

  /** The program is about to show something. */
  beforeShowing(): void {
    if (this.watched.length === 0 || (this.awaited === 0 && !this.isDue)) return;
    this.isDue = false;
    this.look();
  }

  /** A text has let go of something: where it is the program's own, that may be seen. */
  lookAfter(unit: CodeUnit): void {
    if (this.watched.length === 0 && this.afterwards.size === 0) return;
    let isOwn = this.ownUnits.get(unit);
    if (isOwn === undefined) this.ownUnits.set(unit, (isOwn = ends.isOfProgram(unit)));
    if (isOwn) this.look();
  }

  private look(): void {
    if (this.isLooking) return;
    const begun = performance.now();
    const isFree = this.vainLooks < VAIN_LOOKS && this.looks < FREE_LOOKS;
    if (!isFree && this.spentMs > SHARE * (begun - this.sinceMs)) return;
    const isVain = this.lookNow() === 0;
    const tookMs = performance.now() - begun;
    const weight = Math.max(1, tookMs / LOOK_MS);
    this.looks += weight;
    if (isVain) this.vainLooks += weight;
    this.spentMs += tookMs;
  }

  /** Ends everything that nothing refers to, and what only that referred to. Returns how many there were. */
  lookNow(): number {
    if (this.isLooking) return 0;
    this.isLooking = true;
    let count = 0;
    try {
      for (let more = 1; more > 0; ) {
        collectGarbage();
        more = this.endGone();
        count += more;
        if (this.watched.length === 0) break;
      }
    } finally {
      this.isLooking = false;
    }
    return count;
  }

  /** Whether a collection could bring about anything that is noticed. */
  get hasNobody(): boolean {
    return this.watched.length === 0 && this.afterwards.size === 0 && this.unhurried.size === 0;
  }

  /** Ends what the collector has taken, oldest first. Returns how many there were. */
  private endGone(): number {
    const all = this.watched;
    this.watched = [];
    const gone: Watched[] = [];
    for (const each of all) (each.standIn.deref() === undefined ? gone : this.watched).push(each);
    for (const { remains } of gone) if (remains !== null) ends.end(remains());
    let count = gone.length;
    for (const follow of [...this.afterwards, ...this.unhurried]) count += follow();
    return count;
  }

  /** The process is about to end: everything that has gone has ended before that. */
  atEnd(): void {
    if (this.watched.some(({ remains }) => remains !== null)) this.lookNow();
  }

  /** Those that are still there, oldest first; they are forgotten. */
  take(): Py[] {
    const all = this.watched;
    this.watched = [];
    const held = [...this.held].flatMap((give) => [...give()]);
    return [...all.map(({ standIn }) => standIn.deref()).filter((o) => o !== undefined), ...held];
  }
}

/** What the end of an object is. Wired by the end of the process. */
export const ends: {
  /** Calls `__del__`, closes a generator. */
  end: (o: Py) => void;
  /** Whether a text is the program's own, and not the library's. */
  isOfProgram: (unit: CodeUnit) => boolean;
} = { end: () => {}, isOfProgram: () => false };

/** The process's endings, from the first object on that has one. */
export const endings = (): Endings => (rt.endings ??= new Endings());

/** Before something is shown. */
export function beforeShowing(): void {
  if (rt.endings !== null) rt.endings.beforeShowing();
}

/** Those that are still there, oldest first; they are forgotten. */
export const takeWatched = (): Py[] => rt.endings?.take() ?? [];

/** Whether the class or one that it inherits from was written with a `__del__`. */
export const hasFinalizer = (bases: readonly PyType[], namespace: ReadonlyMap<string, Py>): boolean =>
  namespace.has('__del__') || bases.some((base) => base.mro.some((c) => c.isHeap && c.namespace.has('__del__')));

/** Whether a class got its `__del__` from the program. */
function isOfProgram(cls: PyType): boolean {
  const f: Py = cls.mro.find(({ isHeap, namespace }) => isHeap && namespace.has('__del__'))?.namespace.get('__del__');
  return f?.info !== undefined && ends.isOfProgram(f.info.code.unit);
}

/** The `__del__` of a class of the library does nothing that anybody sees unless `isSeen` says so: its instances need no stand-in, which takes time. */
export function endsUnseen(cls: PyType, isSeen: () => boolean): void {
  if ('isSeen' in (cls.ctor as object)) Object.assign(cls.ctor as object, { isSeen });
}

const NO_TRAPS: ProxyHandler<object> = {};

/**
 * The constructor of the instances of a class with a `__del__`, which watches each one.
 * @param isPlain they are nothing but their attributes: a stand-in does for them.
 */
export function watchingConstructor(base: Constructor, isPlain: boolean): Constructor {
  if ('watches' in base) return class extends base {};
  let isAwaited: boolean | undefined;
  return class Watching extends base {
    static readonly watches = true;
    static isSeen: (() => boolean) | null = null;
    constructor(...args: Py[]) {
      super(...args);
      const { isSeen } = Watching;
      if (!isPlain || (isSeen !== null && !isSeen() && !isOfProgram((this as Py).c$))) {
        endings().watch(this, null, false);
        return;
      }
      const standIn = new Proxy(this, NO_TRAPS);
      endings().dicts.set(standIn, null);
      isAwaited ??= isOfProgram((this as Py).c$);
      endings().watch(standIn, () => new Proxy(this, NO_TRAPS), isAwaited);
      // biome-ignore lint/correctness/noConstructorReturn: what others get to see is the stand-in.
      return standIn;
    }
  };
}
