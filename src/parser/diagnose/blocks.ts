/** The block of a compound statement, and the lack of one. */
import { T } from '../tokens/token.js';
import type { Machine, Range } from './machine.js';
import { simpleStatements } from './simple.js';
import { statements } from './statements.js';

export function block(m: Machine): unknown {
  return m.memo(blockRule);
}

function blockRule(m: Machine): unknown {
  const found =
    m.alt(() => m.kind(T.Newline) && m.kind(T.Indent) && statements(m) && m.kind(T.Dedent)) ??
    m.alt(() => simpleStatements(m));
  if (!found && m.invalidRules) {
    m.alt(() => {
      if (m.kind(T.Newline) && !m.ahead(() => m.kind(T.Indent))) {
        m.raiseLast('expected an indented block', 'IndentationError');
      }
    });
  }
  return found;
}

/** Called after a header's colon: throws if the next line is not indented. `what` is named with the line of `word`. */
export function expectIndentedBlock(m: Machine, what: string, word: Range): void {
  if (!m.kind(T.Newline) || m.ahead(() => m.kind(T.Indent))) return;
  m.raiseLast(`expected an indented block after ${what} on line ${m.lineOf(word)}`, 'IndentationError');
}
