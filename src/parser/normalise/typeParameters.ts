/** `def f[T: bound = default, *Ts, **P]`: read here, since Lezer knows no defaults; only the expressions go to it. */
import { T } from '../tokens/token.js';
import type { Emitter, TokenRange } from './emitter.js';

export interface TypeParameterTokens {
  /** `''`, `'*'` or `'**'`. */
  readonly star: string;
  readonly first: number;
  readonly name: number;
  readonly bound: TokenRange | null;
  readonly default: TokenRange | null;
}

/** The parameters between the brackets that open at `open`. */
export function readTypeParameters(emitter: Emitter, open: number): TypeParameterTokens[] | null {
  const { tokens } = emitter;
  const close = emitter.matching[open]!;
  const parameters: TypeParameterTokens[] = [];
  let at = open + 1;
  while (at < close) {
    const first = at;
    const star = tokens[at]!.text === '*' || tokens[at]!.text === '**' ? tokens[at++]!.text : '';
    const name = at++;
    if (tokens[name]!.kind !== T.Name) return null;
    const end = parameterEnd(emitter, at, close);
    const equals = emitter.find(at, end, ({ kind, text }) => kind === T.Op && text === '=');
    const hasBound = tokens[at]!.text === ':' && star === '';
    if (!hasBound && at !== equals) return null;
    const bound = hasBound ? { from: at + 1, to: equals } : null;
    const fallback = equals < end ? { from: equals + 1, to: end } : null;
    parameters.push({ star, first, name, bound, default: fallback });
    at = end + 1;
  }
  return parameters.length > 0 ? parameters : null;
}

function parameterEnd(emitter: Emitter, from: number, to: number): number {
  let lambdas = 0;
  return emitter.find(from, to, ({ kind, text }, at) => {
    if (kind === T.Keyword && text === 'lambda') lambdas++;
    if (kind === T.Op && text === ':' && at > from && lambdas > 0) lambdas--;
    return kind === T.Op && text === ',' && lambdas === 0;
  });
}

/** Has the bounds and defaults parsed. */
export function hoistTypeParameters(emitter: Emitter, parameters: readonly TypeParameterTokens[]): void {
  for (const { bound, default: fallback } of parameters) {
    if (bound) emitter.hoist(bound.from, bound.to);
    if (fallback) emitter.hoist(fallback.from, fallback.to);
  }
}
