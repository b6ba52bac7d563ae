/** Properties of characters in one version of the Unicode Character Database. */
import { brotliDecompressSync } from 'node:zlib';
import { CATEGORIES, categoryOf, isAssigned, lazy } from '../../text/unicodeCategory.js';
import { decimalValue, digitValue, numericValue } from '../../text/unicode.js';
import { PACKED_TABLES } from './tables.data.js';

/** 15.1.0 is Python 3.13's, 5.2.0 Python 2.7's, 3.2.0 what internationalised domain names are defined by. */
export type UnicodeVersion = '15.1.0' | '5.2.0' | '3.2.0';

export type Property =
  | 'bidirectional'
  | 'category'
  | 'combining'
  | 'mirrored'
  | 'east_asian_width'
  | 'decomposition'
  | 'decimal'
  | 'digit'
  | 'numeric';

/** Runs of one value: code points [starts[i], ends[i]) have values[i]. */
interface Runs {
  readonly starts: number[];
  readonly ends: number[];
  readonly values: string[];
}

const BASE = 36;
const lines = lazy(unpack);
const parsed = lazy(() => new Map<string, Runs>());

function unpack(): ReadonlyMap<string, string> {
  const text = brotliDecompressSync(Buffer.from(PACKED_TABLES, 'base64')).toString('latin1');
  return new Map(
    text.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}

function runsOf(name: string): Runs {
  let found = parsed().get(name);
  if (found === undefined) parsed().set(name, (found = parseRuns(lines().get(name) ?? '')));
  return found;
}

function parseRuns(text: string): Runs {
  const runs: Runs = { starts: [], ends: [], values: [] };
  let end = 0;
  for (const run of text === '' ? [] : text.split('|')) {
    const colon = run.indexOf(':');
    const [gap, count = '1'] = run.slice(0, colon).split('+');
    const start = end + Number.parseInt(gap!, BASE);
    end = start + Number.parseInt(count, BASE);
    runs.starts.push(start);
    runs.ends.push(end);
    runs.values.push(run.slice(colon + 1));
  }
  return runs;
}

/** The value of the run that holds `code`; undefined between runs. */
function valueAt({ starts, ends, values }: Runs, code: number): string | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < starts[middle]!) high = middle - 1;
    else if (code >= ends[middle]!) low = middle + 1;
    else return values[middle];
  }
  return undefined;
}

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));

function currentValue(property: Property, code: number): string {
  switch (property) {
    case 'category':
      return CATEGORIES[categoryOf(code)]!;
    case 'decimal':
      return text(decimalValue(code));
    case 'digit':
      return text(digitValue(code));
    case 'numeric':
      return text(numericValue(code));
    default: {
      const usual =
        property === 'east_asian_width' ? 'N' : property === 'combining' || property === 'mirrored' ? '0' : '';
      return valueAt(runsOf(property), code) ?? usual;
    }
  }
}

/** A property of the character, as text; '' where it has none. */
export function propertyOf(property: Property, code: number, version: UnicodeVersion): string {
  const changed = version === '15.1.0' ? undefined : valueAt(runsOf(`${property}@${version}`), code);
  return changed ?? currentValue(property, code);
}

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

function isKnown(code: number, version: UnicodeVersion): boolean {
  if (version === '15.1.0') return isAssigned(code);
  return propertyOf('category', code, version) !== 'Cn';
}

/**
 * The text in a normal form. What the version does not know stays as it is: a normal form of assigned characters never
 * changes, so Node's own is right for the rest, whatever its version.
 */
export function normalize(form: NormalForm, source: string, version: UnicodeVersion): string {
  let result = '';
  let known = '';
  for (const character of source) {
    const code = character.codePointAt(0)!;
    if (code < 0x300 || isKnown(code, version)) known += corrected(character, code, version);
    else {
      result += known.normalize(form) + character;
      known = '';
    }
  }
  return result + known.normalize(form);
}

/** Decompositions that were corrected after Unicode 3.2: character and what it was. */
const BEFORE_CORRECTION: ReadonlyMap<number, number> = new Map([
  [0x2f868, 0x2136a],
  [0x2f874, 0x5f33],
  [0x2f91f, 0x43ab],
  [0x2f95f, 0x7aae],
  [0x2f9bf, 0x4d57],
]);

function corrected(character: string, code: number, version: UnicodeVersion): string {
  const old = version === '3.2.0' ? BEFORE_CORRECTION.get(code) : undefined;
  return old === undefined ? character : String.fromCodePoint(old);
}
