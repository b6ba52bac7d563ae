/**
 * Gives the pids of an output (private characters, see masks.ts) numbers that two right runs share.
 *
 * In an ordered output that is the order of first appearance. Where lines may come in any order there is none, so
 * pids are told apart by where they occur: colour refinement over the lines, as graph canonisation does it. Two
 * outputs then get the same text exactly if some renaming of pids makes their lines equal (but for pathological
 * symmetric cases, which no program's log is).
 */
const PID = /[\u{F0000}-\u{FFFFD}]/gu;

/** Pids numbered from 1 by first appearance: `<pid 1>`. */
export function numberPidsInOrder(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(PID, (pid) => {
    if (!numbers.has(pid)) numbers.set(pid, numbers.size + 1);
    return `<pid ${numbers.get(pid)}>`;
  });
}

/** Pids numbered by the lines that they occur in, whatever the order of the lines. */
export function numberPidsUnordered(lines: readonly string[]): string[] {
  const linesOf = new Map<string, string[]>();
  for (const line of lines) {
    for (const pid of new Set(line.match(PID) ?? [])) {
      const found = linesOf.get(pid);
      if (found) found.push(line);
      else linesOf.set(pid, [line]);
    }
  }
  const colours = distinctColours(linesOf);
  return lines.map((line) => line.replace(PID, (pid) => `<pid ${colours.get(pid)! + 1}>`));
}

type Colours = Map<string, number>;

/** One colour for each pid: refine, and where pids are still alike, single one of them out and refine again. */
function distinctColours(linesOf: Map<string, string[]>): Colours {
  let colours: Colours = new Map([...linesOf.keys()].map((pid) => [pid, 0]));
  for (;;) {
    colours = refine(colours, linesOf);
    const alike = firstSharedColour(colours);
    if (alike === undefined) return colours;
    // Its mates move up by a half; refine() makes whole numbers of it.
    let singled = false;
    for (const [pid, colour] of colours) {
      if (colour !== alike) continue;
      if (singled) colours.set(pid, colour + 0.5);
      singled = true;
    }
  }
}

/** Splits colours by the surroundings of their pids until nothing splits any more. Colours come out as 0, 1, 2 …. */
function refine(colours: Colours, linesOf: Map<string, string[]>): Colours {
  let current = colours;
  let count = -1;
  for (;;) {
    const signatures = new Map<string, string>();
    for (const [pid, lines] of linesOf) {
      const seen = lines.map((line) =>
        line.replace(PID, (other) => (other === pid ? '<*>' : `<${current.get(other)}>`)),
      );
      signatures.set(pid, `${sortable(current.get(pid)!)} ${seen.sort().join('\n')}`);
    }
    const ranks = new Map([...new Set(signatures.values())].sort().map((signature, rank) => [signature, rank]));
    current = new Map([...signatures].map(([pid, signature]) => [pid, ranks.get(signature)!]));
    if (ranks.size === count) return current;
    count = ranks.size;
  }
}

function sortable(colour: number): string {
  return colour.toFixed(1).padStart(10, '0');
}

function firstSharedColour(colours: Colours): number | undefined {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const colour of colours.values()) {
    if (seen.has(colour)) shared.add(colour);
    seen.add(colour);
  }
  return shared.size === 0 ? undefined : Math.min(...shared);
}
