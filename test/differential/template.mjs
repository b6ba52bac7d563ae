/**
 * Statements from templates: Python text with choices and holes.
 *
 *   «a¦b¦c»   one of these; choices may hold choices. A line that is left empty is left out.
 *   $int      an expression of that type (`$any`: of any type, `$n`: a small whole number)
 *   ? line    an exception that the line (and the block below it) raises is shown
 *   * line    the same, several times over, with choices of its own each time
 */
import { generate } from './expressions.mjs';
import { attempt } from './statements.mjs';
import { block, expr, line } from './tree.mjs';
import { smallInt } from './values.mjs';

const HOLE = /\$(int|float|bool|str|list|tuple|dict|set|any|bytes|n)\b/;

/** The statements of one of the templates. */
export function fromTemplates(cx, templates) {
  return statementsOf(cx, linesOf(cx.r.pick(templates)));
}

/** Each line with how far it is indented. */
const linesOf = (template) =>
  template
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => ({ indent: text.length - text.trimStart().length, text: text.trim() }));

function statementsOf(cx, lines) {
  const made = [];
  for (let at = 0; at < lines.length; ) {
    const { indent, text } = lines[at];
    let end = at + 1;
    while (end < lines.length && lines[end].indent > indent) end++;
    const inside = lines.slice(at + 1, end);
    made.push(...marked(cx, text, inside));
    at = end;
  }
  return made;
}

function marked(cx, text, inside) {
  if (text.startsWith('* ')) return cx.r.list(2, 5, () => attempt(cx, one(cx, text.slice(2), inside)));
  return text.startsWith('? ') ? [attempt(cx, one(cx, text.slice(2), inside))] : one(cx, text, inside);
}

function one(cx, text, inside) {
  const chosen = choose(cx.r, text).trim();
  if (chosen === '') return [];
  const head = line(...filled(cx, chosen));
  return [inside.length === 0 ? head : block(head, statementsOf(cx, inside))];
}

/** The text with its choices made, the innermost first. */
function choose(r, text) {
  let chosen = text;
  for (let before = ''; before !== chosen; ) {
    before = chosen;
    chosen = chosen.replace(/«([^«»]*)»/g, (_, choices) => r.pick(choices.split('¦')));
  }
  return chosen;
}

/** The texts between the holes, and what comes into the holes. */
function filled(cx, text) {
  const parts = text.split(HOLE);
  const inside = parts.filter((_, i) => i % 2 === 1).map((type) => hole(cx, type));
  return [parts.filter((_, i) => i % 2 === 0), ...inside];
}

const hole = (cx, type) => (type === 'n' ? expr([smallInt(cx.r)]) : generate(cx, type, cx.r.int(0, 2)));
