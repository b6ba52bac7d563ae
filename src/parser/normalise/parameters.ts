/** Parameter lists of `lambda` and `def`. */
import { T } from '../tokens/token.js';
import { type Emitter, NotPython } from './emitter.js';
import { emitExpressions } from './expressions.js';

/** `lambda parameters :`, before the token `limit`; returns the index after the colon. */
export function emitParameters(emitter: Emitter, lambda: number, limit: number): number {
  const { tokens } = emitter;
  const colon = lambdaColon(emitter, lambda);
  if (colon >= limit) throw new NotPython();
  emitter.emit('lambda', lambda);
  // Lezer knows neither a trailing comma nor a `/` in a lambda.
  const hasComma = colon > lambda + 2 && tokens[colon - 1]!.text === ',';
  emitParameterList(emitter, lambda + 1, hasComma ? colon - 1 : colon, '*');
  emitter.emit(':', colon);
  return colon + 1;
}

/** The colon of the lambda at `lambda`; a default value may hold lambdas of its own. */
function lambdaColon(emitter: Emitter, lambda: number): number {
  let depth = 1;
  return emitter.find(lambda + 1, emitter.tokens.length - 1, ({ kind, text }) => {
    if (kind === T.Keyword && text === 'lambda') depth++;
    if (kind === T.Newline) return true;
    return kind === T.Op && text === ':' && --depth === 0;
  });
}

/** Writes the parameters [from, to); `slash` is what is written for a `/` that ends the positional-only ones. */
export function emitParameterList(emitter: Emitter, from: number, to: number, slash: string): void {
  let at = from;
  while (at < to) at = emitParameter(emitter, at, to, slash);
}

function emitParameter(emitter: Emitter, from: number, to: number, slash: string): number {
  const { tokens } = emitter;
  let at = from;
  const { text } = tokens[at]!;
  if (text === '/') emitter.emit(slash, at++);
  else if (text === '*' || text === '**') emitter.emit(text, at++);
  else if (text === '(' && emitter.dialect === 2) {
    emitter.emit('x', at, emitter.matching[at]);
    emitter.hoist(at, emitter.matching[at]! + 1);
    at = emitter.skip(at);
  }
  const comma = emitter.find(at, to, (token, index) => token.text === ',' && !inLambda(emitter, at, index));
  emitExpressions(emitter, at, comma);
  if (comma < to) emitter.emit(',', comma);
  return comma + 1;
}

/** Whether the comma at `index` belongs to the parameters of a lambda that begins after `from`. */
function inLambda(emitter: Emitter, from: number, index: number): boolean {
  let open = 0;
  emitter.find(from, index, ({ kind, text }) => {
    if (kind === T.Keyword && text === 'lambda') open++;
    else if (kind === T.Op && text === ':' && open > 0) open--;
    return false;
  });
  return open > 0;
}
