/**
 * Masks: what may differ between two right outputs of one program is replaced by a word before they are compared.
 *
 * A pid is more than a number that moves: the same pid must stay the same pid. So a pid becomes one private
 * character per process here, and `pids.ts` turns these characters into numbers that do not depend on the run.
 */

export const maskNames = ['pid', 'any-pid', 'time', 'float', 'number', 'address', 'frames'] as const;
export type MaskName = (typeof maskNames)[number];

/** A mask by its name; `pattern` (flags `gdm`) for a custom regex or a custom place of pids (its group 1). */
export interface Mask {
  readonly name: MaskName | 'regex';
  readonly pattern?: RegExp;
}

/** The first of the private characters that stand for pids. */
export const FIRST_PID_CHARACTER = 0xf0000;
const LAST_PID_CHARACTER = 0xffffd;

/** A number that follows the word pid, ppid, getpid() …: `pid: 12`, `PID=12`, `ppid is 12`, `('pid', 12)`. */
const AFTER_PID = /[a-z_]*pid\w*\b(?:\(\))?['")\]]*[\s:=#,([]*(?:is\s+)?(\d+)/dgi;

const SIMPLE: Record<'time' | 'float' | 'number' | 'address', readonly RegExp[]> = {
  time: [
    /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d+ \d\d:\d\d:\d\d \d{4}/g,
    /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?)?/g,
    /\b\d\d?:\d\d:\d\d(?:[.,]\d+)?/g,
    /\b\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?=\s*(?:s|secs?|seconds?|ms|us)\b)/g,
  ],
  float: [/-?\b(?:\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)/g],
  number: [/-?\b\d+(?:\.\d*)?(?:[eE][-+]?\d+)?/g],
  address: [/\b0x[0-9a-fA-F]+/g],
};

/** Custom patterns see the text first, plain numbers last. */
const APPLY_ORDER: readonly Mask['name'][] = [
  'frames',
  'regex',
  'address',
  'pid',
  'any-pid',
  'time',
  'float',
  'number',
];

export function isMaskName(name: string): name is MaskName {
  return (maskNames as readonly string[]).includes(name);
}

/** `text` with everything replaced that the masks cover; pids are private characters afterwards. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const pidCharacters = new Map<string, string>();
  const ordered = masks.toSorted((a, b) => APPLY_ORDER.indexOf(a.name) - APPLY_ORDER.indexOf(b.name));
  return ordered.reduce((seen, mask) => applyMask(seen, mask, pidCharacters), text);
}

function applyMask(text: string, { name, pattern }: Mask, pidCharacters: Map<string, string>): string {
  switch (name) {
    case 'frames':
      return dropLibraryFrames(text);
    case 'regex':
      return replaceMatches(text, pattern!, () => '<masked>');
    case 'pid':
      return replaceMatches(text, pattern ?? AFTER_PID, (pid) => pidCharacter(pid, pidCharacters));
    case 'any-pid':
      return replaceMatches(text, AFTER_PID, () => '<pid>');
    default:
      return SIMPLE[name].reduce((seen, simple) => seen.replace(simple, `<${name}>`), text);
  }
}

/** Replaces group 1 of each match, or the whole match where the pattern has no group 1. */
function replaceMatches(text: string, pattern: RegExp, replacement: (found: string) => string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices![1] ?? match.indices![0]!;
    result += text.slice(done, start) + replacement(text.slice(start, end));
    done = end;
  }
  return result + text.slice(done);
}

function pidCharacter(pid: string, characters: Map<string, string>): string {
  let character = characters.get(pid);
  if (character === undefined) {
    // More pids than private characters is no real output; the last ones then share one.
    character = String.fromCodePoint(Math.min(FIRST_PID_CHARACTER + characters.size, LAST_PID_CHARACTER));
    characters.set(pid, character);
  }
  return character;
}

/** Takes the frames out of tracebacks that are not in the program's own files: those of a standard library. */
export function dropLibraryFrames(text: string): string {
  const kept: string[] = [];
  let dropDeeperThan = -1;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (dropDeeperThan >= 0 && indent > dropDeeperThan) continue;
    // The program's own files are below `<cwd>`, or named as they were given; a library's path is absolute.
    const isLibrary = /^\s*File "(?:\/|[A-Za-z]:\\|<frozen )[^"]*", line \d+, in /.test(line);
    dropDeeperThan = isLibrary ? indent : -1;
    if (!isLibrary) kept.push(line);
  }
  return kept.join('\n');
}
