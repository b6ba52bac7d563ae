/** What a profiler has counted: of each function, and of each function called by another. */
import type { Py } from '../../object/object.js';

/** Calls and times, in seconds. */
export class Counts {
  calls = 0;
  /** Of these, the ones made while another one was under way. */
  recursive = 0;
  total = 0;
  /** Without what it called. */
  own = 0;
  /** How many are under way. */
  depth = 0;
}

export class Entry extends Counts {
  /** What it called. */
  readonly callees = new Map<Py, Counts>();
}

interface Context {
  readonly callee: Py;
  readonly entry: Entry;
  readonly ofCaller: Counts | null;
  readonly since: number;
  /** What the calls from this one took. */
  inside: number;
}

export class CallCounter {
  readonly entries = new Map<Py, Entry>();
  private readonly stack: Context[] = [];
  constructor(private readonly now: () => number) {}

  enter(callee: Py, countsCallees: boolean): void {
    let entry = this.entries.get(callee);
    if (entry === undefined) this.entries.set(callee, (entry = new Entry()));
    entry.depth++;
    const caller = this.stack.at(-1);
    let ofCaller: Counts | null = null;
    if (countsCallees && caller !== undefined) {
      ofCaller = caller.entry.callees.get(callee) ?? new Counts();
      caller.entry.callees.set(callee, ofCaller);
      ofCaller.depth++;
    }
    this.stack.push({ callee, entry, ofCaller, since: this.now(), inside: 0 });
  }

  /** Ends the innermost call of `callee`, and what is under way in it: nothing, if there is none. */
  leave(callee: Py): void {
    const at = this.stack.findLastIndex((context) => context.callee === callee);
    if (at >= 0) this.endAll(at);
  }

  /** Ends what is under way, from this depth on. */
  endAll(depth = 0): void {
    const now = this.stack.length > depth ? this.now() : 0;
    while (this.stack.length > depth) {
      const { entry, ofCaller, since, inside } = this.stack.pop()!;
      const total = now - since;
      const caller = this.stack.at(-1);
      if (caller !== undefined) caller.inside += total;
      note(entry, total, inside);
      if (ofCaller !== null) note(ofCaller, total, inside);
    }
  }
}

function note(counts: Counts, total: number, inside: number): void {
  counts.depth--;
  counts.calls++;
  if (counts.depth === 0) counts.total += total;
  else counts.recursive++;
  counts.own += total - inside;
}
