import type { PatternError, PatternWarning } from './errors.js';
import { reprName } from './errors.js';
import type { Source } from './source.js';
import type { Node, Width } from './tree.js';
import { WIDTH_RULES_3, widthOf } from './tree.js';

/** The code point of a Unicode character name, or null if there is none. */
export type NameLookup = (name: string) => number | null;

/** What is known while a pattern is being parsed: flags seen, groups opened and closed. */
export class ParseState {
  flags: number;
  readonly groupIndex = new Map<string, number>();
  /** By number; null while the group is open. */
  readonly groupWidths: (Width | null)[] = [null];
  readonly warnings: PatternWarning[] = [];
  /** Groups from this number on were opened inside the lookbehind being parsed; null outside. */
  lookbehindStart: number | null = null;
  /** Where `(?(n)` first named each group number. */
  readonly conditionPositions = new Map<number, number>();

  constructor(flags: number) {
    this.flags = flags;
  }

  /** The number that the next group gets. */
  get nextGroup(): number {
    return this.groupWidths.length;
  }

  /** Opens a group; `fail` builds the error for a name that is taken. */
  openGroup(name: string | null, fail: (msg: string) => PatternError, reprPrefix = ''): number {
    const index = this.nextGroup;
    if (name !== null) {
      const earlier = this.groupIndex.get(name);
      if (earlier !== undefined) {
        const shown = reprName(name, { prefix: reprPrefix });
        throw fail(`redefinition of group name ${shown} as group ${index}; was group ${earlier}`);
      }
      this.groupIndex.set(name, index);
    }
    this.groupWidths.push(null);
    return index;
  }

  closeGroup(index: number, body: Node): void {
    this.groupWidths[index] = widthOf(body, this.groupWidths, WIDTH_RULES_3);
  }

  /** Whether the group exists and is closed. */
  isClosed(index: number): boolean {
    return index < this.nextGroup && this.groupWidths[index] !== null;
  }

  /** Inside a lookbehind, a reference must not leave what the lookbehind's own width covers. */
  checkLookbehind(index: number, source: Source): void {
    if (this.lookbehindStart === null) return;
    if (!this.isClosed(index)) throw source.error('cannot refer to an open group');
    if (index >= this.lookbehindStart) {
      throw source.error('cannot refer to group defined in the same lookbehind subpattern');
    }
  }
}
