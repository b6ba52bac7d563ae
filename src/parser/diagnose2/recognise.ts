/** Python 2.7's parser as far as errors go: finds the first token that cannot follow those before it. */
import { T, type Token } from '../tokens/token.js';
import { buildGrammar, type Grammar, isTerminal, type State } from './automaton.js';

export interface Unexpected {
  readonly token: Token;
  /** The only label that could have come, if there is just one. */
  readonly expected: string | null;
}

const KINDS: Readonly<Partial<Record<number, string>>> = {
  [T.Name]: 'NAME',
  [T.Number]: 'NUMBER',
  [T.String]: 'STRING',
  [T.Newline]: 'NEWLINE',
  [T.Indent]: 'INDENT',
  [T.Dedent]: 'DEDENT',
  [T.End]: 'END',
};

/** The first unexpected token, or null. Stops with null at an Error token, which is the tokenizer's to report. */
export function recognise(tokens: readonly Token[], top: 'file' | 'eval'): Unexpected | null {
  const recogniser = new Recogniser(buildGrammar(), top);
  for (const token of tokens) {
    if (token.kind === T.Error) return null;
    const label = KINDS[token.kind] ?? `'${token.text}'`;
    const expected = recogniser.shift(label);
    if (expected !== true) return { token, expected };
  }
  return null;
}

interface Frame {
  readonly states: readonly State[];
  state: number;
}

class Recogniser {
  private readonly grammar: Grammar;
  private readonly stack: Frame[];

  constructor(grammar: Grammar, top: string) {
    this.grammar = grammar;
    this.stack = [{ states: grammar.get(top)!.states, state: 0 }];
  }

  /** Reads one token. True if it may come here; else the only label that may, or null if there are several. */
  shift(label: string): true | string | null {
    for (;;) {
      const frame = this.stack.at(-1);
      if (!frame) return null;
      const { arcs, final } = frame.states[frame.state]!;
      const target = arcs.get(label);
      if (target !== undefined) {
        frame.state = target;
        return true;
      }
      const rule = [...arcs.keys()].find((name) => !isTerminal(name) && this.grammar.get(name)!.first.has(label));
      if (rule !== undefined) {
        frame.state = arcs.get(rule)!;
        this.stack.push({ states: this.grammar.get(rule)!.states, state: 0 });
      } else if (final) this.stack.pop();
      else return arcs.size === 1 ? [...arcs.keys()][0]! : null;
    }
  }
}
