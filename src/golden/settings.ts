/**
 * What a golden case says about itself: in comment lines `# pymp: key=value …` that stand before the first
 * statement of `main.py`, or in a `case.json` beside it. Both at once are fine, the same key twice is not.
 */
import { GoldenError } from './errors.js';
import { isMaskName, type Mask, maskNames } from './masks.js';

export type Dialect = 2 | 3;
export type Order = 'exact' | 'unordered';
export type StderrMode = 'none' | 'exact' | 'last-line';
export type StartMethod = 'fork' | 'spawn' | 'forkserver';

export interface Settings {
  /** The dialects that the case runs under; with two of them each has goldens of its own. */
  readonly pythons: readonly Dialect[];
  /** Whether pymp has to find the dialect by itself, without `--python`. */
  readonly detect: boolean;
  readonly order: Order;
  readonly masks: readonly Mask[];
  /** Undefined: exact if a golden for stderr exists, else none. */
  readonly stderr: StderrMode | undefined;
  readonly startMethod: StartMethod | undefined;
  readonly timeoutMs: number | undefined;
}

type Pairs = Map<string, string[]>;

const REPEATABLE = new Set(['mask', 'mask-regex', 'pid-regex']);
const KEYS = ['python', 'detect', 'compare', 'mask', 'mask-regex', 'pid-regex', 'stderr', 'start-method', 'timeout'];

/**
 * The settings of a case.
 *
 * Shape:  `source` is main.py with one character a byte or decoded, `json` the text of case.json if there is one.
 * Errors: GoldenError that names the file and the key.
 */
export function parseSettings(source: string, mainFile: string, json?: string, jsonFile = 'case.json'): Settings {
  const pairs: Pairs = new Map();
  for (const [key, value] of headerPairs(source, mainFile)) addPair(pairs, key, value, mainFile);
  if (json !== undefined) for (const [key, value] of jsonPairs(json, jsonFile)) addPair(pairs, key, value, jsonFile);
  const where = json === undefined ? mainFile : `${mainFile} or ${jsonFile}`;
  const one = (key: string): string | undefined => pairs.get(key)?.[0];
  return {
    pythons: dialects(one('python') ?? '3', where),
    detect: choice('detect', one('detect') ?? 'no', ['yes', 'no'], where) === 'yes',
    order: choice('compare', one('compare') ?? 'exact', ['exact', 'unordered'], where),
    masks: masks(pairs, where),
    stderr: optionalChoice('stderr', one('stderr'), ['none', 'exact', 'last-line'], where),
    startMethod: optionalChoice('start-method', one('start-method'), ['fork', 'spawn', 'forkserver'], where),
    timeoutMs: timeout(one('timeout'), where),
  };
}

function* headerPairs(source: string, file: string): Generator<[string, string]> {
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() !== '' && !line.startsWith('#')) return;
    const header = /^#\s*pymp:(.*)$/.exec(line)?.[1];
    if (header === undefined) continue;
    for (const word of words(header)) {
      const at = word.indexOf('=');
      if (at <= 0) throw new GoldenError(`${file}: "${word}" in a "# pymp:" line is not of the form key=value`);
      yield [word.slice(0, at), word.slice(at + 1)];
    }
  }
}

/** Splits at blanks; double quotes keep blanks together and are dropped. */
export function words(text: string): string[] {
  const found = text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  return found.map((word) => word.replaceAll('"', ''));
}

function* jsonPairs(json: string, file: string): Generator<[string, string]> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new GoldenError(`${file}: not valid JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GoldenError(`${file}: expected an object of settings`);
  }
  for (const [key, entry] of Object.entries(value)) {
    const list: unknown[] = Array.isArray(entry) ? entry : [entry];
    if (!list.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) {
      throw new GoldenError(`${file}: "${key}" must be a string, a number or a list of them`);
    }
    if (REPEATABLE.has(key)) for (const item of list) yield [key, String(item)];
    else yield [key, list.join(',')];
  }
}

function addPair(pairs: Pairs, key: string, value: string, file: string): void {
  if (!KEYS.includes(key)) throw new GoldenError(`${file}: unknown setting "${key}" (known: ${KEYS.join(', ')})`);
  const values = pairs.get(key) ?? [];
  if (values.length > 0 && !REPEATABLE.has(key)) throw new GoldenError(`${file}: "${key}" is said twice`);
  pairs.set(key, [...values, value]);
}

function dialects(text: string, where: string): Dialect[] {
  const found = text.split(',').map((word) => word.trim());
  if (found.some((word) => word !== '2' && word !== '3') || new Set(found).size !== found.length) {
    throw new GoldenError(`${where}: python=${text} must be 2, 3 or 2,3`);
  }
  return found.map((word) => (word === '2' ? 2 : 3)).sort();
}

function masks(pairs: Pairs, where: string): Mask[] {
  const found: Mask[] = [];
  for (const pattern of pairs.get('mask-regex') ?? []) found.push({ name: 'regex', pattern: regex(pattern, where) });
  for (const name of (pairs.get('mask') ?? []).flatMap((value) => value.split(','))) {
    if (!isMaskName(name)) {
      throw new GoldenError(`${where}: unknown mask "${name}" (known: ${maskNames.join(', ')})`);
    }
    found.push({ name });
  }
  for (const pattern of pairs.get('pid-regex') ?? []) found.push({ name: 'pid', pattern: regex(pattern, where) });
  return found;
}

function regex(pattern: string, where: string): RegExp {
  try {
    return new RegExp(pattern, 'gdm');
  } catch (error) {
    throw new GoldenError(`${where}: ${(error as Error).message}`);
  }
}

function choice<T extends string>(key: string, value: string, allowed: readonly T[], where: string): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new GoldenError(`${where}: ${key}=${value} must be one of ${allowed.join(', ')}`);
  return found;
}

function optionalChoice<T extends string>(
  key: string,
  value: string | undefined,
  allowed: readonly T[],
  where: string,
): T | undefined {
  return value === undefined ? undefined : choice(key, value, allowed, where);
}

function timeout(value: string | undefined, where: string): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (value.trim() === '' || !(seconds > 0)) {
    throw new GoldenError(`${where}: timeout=${value} must be a number of seconds`);
  }
  return seconds * 1000;
}
