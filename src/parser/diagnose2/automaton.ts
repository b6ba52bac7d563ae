/** Rules of a grammar as finite automata, one for each rule. */
import { RULES } from './grammar.js';

/** A state: where each label leads, and whether the rule may end here. */
export interface State {
  readonly arcs: ReadonlyMap<string, number>;
  readonly final: boolean;
}

export interface Automaton {
  readonly states: readonly State[];
  /** The tokens that the rule may begin with. */
  readonly first: ReadonlySet<string>;
}

export type Grammar = ReadonlyMap<string, Automaton>;

/** A piece of an automaton under construction: its states, each with arcs; '' is an arc that reads nothing. */
interface Fragment {
  readonly start: number;
  readonly end: number;
}

/** The automata of all rules. Labels of rules are their names, those of tokens begin with a quote or a capital. */
export function buildGrammar(): Grammar {
  const states = new Map<string, readonly State[]>();
  for (const line of RULES.trim().split('\n')) {
    const separator = line.indexOf(' = ');
    states.set(line.slice(0, separator), new RuleReader(line.slice(separator + 3)).automaton());
  }
  const first = new Map<string, Set<string>>();
  for (const name of states.keys()) firstOf(name, states, first);
  return new Map([...states].map(([name, list]) => [name, { states: list, first: first.get(name)! }]));
}

export function isTerminal(label: string): boolean {
  return /^['A-Z]/.test(label);
}

function firstOf(
  name: string,
  states: ReadonlyMap<string, readonly State[]>,
  known: Map<string, Set<string>>,
): Set<string> {
  const cached = known.get(name);
  if (cached) return cached;
  const first = new Set<string>();
  known.set(name, first);
  for (const label of states.get(name)![0]!.arcs.keys()) {
    if (isTerminal(label)) first.add(label);
    else for (const token of firstOf(label, states, known)) first.add(token);
  }
  return first;
}

class RuleReader {
  private readonly words: readonly string[];
  private at = 0;
  private readonly arcs: { readonly label: string; readonly to: number }[][] = [];

  constructor(text: string) {
    this.words = text.match(/'[^']+'|\w+|[|()[\]*+]/g) ?? [];
  }

  automaton(): State[] {
    const { start, end } = this.alternatives();
    return this.deterministic(start, end);
  }

  private state(): number {
    this.arcs.push([]);
    return this.arcs.length - 1;
  }

  private arc(from: number, to: number, label = ''): void {
    this.arcs[from]!.push({ label, to });
  }

  private alternatives(): Fragment {
    const start = this.state();
    const end = this.state();
    do {
      const inner = this.sequence();
      this.arc(start, inner.start);
      this.arc(inner.end, end);
    } while (this.accept('|'));
    return { start, end };
  }

  private accept(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at++;
    return true;
  }

  private sequence(): Fragment {
    const start = this.state();
    let end = start;
    for (let word = this.words[this.at]; word && !/^[|)\]]$/.test(word); word = this.words[this.at]) {
      const item = this.repeated();
      this.arc(end, item.start);
      end = item.end;
    }
    return { start, end };
  }

  private repeated(): Fragment {
    const item = this.item();
    const star = this.words[this.at] === '*';
    if (!star && this.words[this.at] !== '+') return item;
    this.at++;
    this.arc(item.end, item.start);
    return { start: item.start, end: star ? item.start : item.end };
  }

  private item(): Fragment {
    const word = this.words[this.at++]!;
    if (word === '(' || word === '[') {
      const inner = this.alternatives();
      this.at++;
      if (word === '[') this.arc(inner.start, inner.end);
      return inner;
    }
    const start = this.state();
    const end = this.state();
    this.arc(start, end, word);
    return { start, end };
  }

  /** The sets of states that can be reached together become the states. */
  private deterministic(start: number, end: number): State[] {
    const sets: number[][] = [this.closure([start])];
    const indices = new Map([[sets[0]!.join(), 0]]);
    const states: State[] = [];
    for (let at = 0; at < sets.length; at++) {
      const targets = new Map<string, number[]>();
      for (const state of sets[at]!) {
        for (const { label, to } of this.arcs[state]!) {
          if (label !== '') targets.set(label, [...(targets.get(label) ?? []), to]);
        }
      }
      const arcs = new Map<string, number>();
      for (const [label, list] of targets) {
        const set = this.closure(list);
        const key = set.join();
        if (!indices.has(key)) {
          indices.set(key, sets.length);
          sets.push(set);
        }
        arcs.set(label, indices.get(key)!);
      }
      states.push({ arcs, final: sets[at]!.includes(end) });
    }
    return states;
  }

  private closure(from: readonly number[]): number[] {
    const seen = new Set(from);
    for (const state of seen) for (const { label, to } of this.arcs[state]!) if (label === '') seen.add(to);
    return [...seen].sort((left, right) => left - right);
  }
}
