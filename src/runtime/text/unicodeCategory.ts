/**
 * General categories of characters, by the Unicode version of the Python that is followed.
 *
 * Node's own `\p{…}` follow the ICU it was built with (15.0 to 17.0 for the Nodes we run on), so they would answer
 * differently on different machines for characters that CPython does not know.
 * Spec: https://www.unicode.org/reports/tr44/#General_Category_Values
 */
import { CATEGORY_RUNS, CATEGORY_RUNS_2 } from './unicodeTables.js';

/** 3: Unicode 15.1, of Python 3.13. 2: Unicode 5.2, of Python 2.7. */
export type Dialect = 2 | 3;

/** Category names by index, in the order of the tables' letters. */
export const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'.split(' ');
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%';

/** Indexes into {@link CATEGORIES} that the code compares with. */
export const Category = { Lu: 0, Ll: 1, Lt: 2, Lo: 4, Nd: 8, Zs: 22, Zl: 23, Cc: 25, Cn: 29 } as const;

const BMP_SIZE = 0x10000;

class CategoryTable {
  readonly #bmp = new Uint8Array(BMP_SIZE);
  readonly #starts: number[] = [];
  readonly #categories: number[] = [];

  constructor(runs: string) {
    let code = 0;
    for (const [, letter, length] of runs.matchAll(/([&A-Z!#$%])([0-9a-z]*)/g)) {
      const count = length ? Number.parseInt(length, 36) : 1;
      if (letter === '&') {
        for (let i = 0; i < count; i++) {
          this.#add(code++, 1, Category.Lu);
          this.#add(code++, 1, Category.Ll);
        }
      } else {
        this.#add(code, count, LETTERS.indexOf(letter!));
        code += count;
      }
    }
  }

  #add(start: number, count: number, category: number): void {
    if (start < BMP_SIZE) this.#bmp.fill(category, start, Math.min(start + count, BMP_SIZE));
    if (start + count <= BMP_SIZE) return;
    this.#starts.push(start);
    this.#categories.push(category);
  }

  of(code: number): number {
    if (code < BMP_SIZE) return this.#bmp[code]!;
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= code) low = middle;
      else high = middle - 1;
    }
    return this.#categories[low]!;
  }
}

/** Computes a constant at its first use. */
export function lazy<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}

const table3 = lazy(() => new CategoryTable(CATEGORY_RUNS));
const table2 = lazy(() => new CategoryTable(CATEGORY_RUNS_2));

/** The category of a code point, as an index into {@link CATEGORIES}. */
export function categoryOf(code: number, dialect: Dialect = 3): number {
  return (dialect === 3 ? table3() : table2()).of(code);
}

/** Whether the code point had a meaning in that version of Unicode (surrogates and private use count). */
export function isAssigned(code: number, dialect: Dialect = 3): boolean {
  return categoryOf(code, dialect) !== Category.Cn;
}
