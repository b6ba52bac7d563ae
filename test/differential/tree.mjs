/** Programs as trees, so that what differs can be made smaller. */

/** An expression: texts and expressions inside it. */
export function expr(texts, ...inside) {
  return { parts: interleave(texts, inside) };
}

/** A statement of one line. */
export function line(texts, ...inside) {
  return { parts: interleave(texts, inside), body: null };
}

/** A statement with a block: `head` is a `line`, `body` a list of statements. */
export function block(head, body) {
  return { parts: head.parts, body };
}

/** Statements that are kept or dropped together. */
export function group(body) {
  return { parts: null, body };
}

function interleave(texts, inside) {
  const parts = [];
  texts.forEach((text, i) => {
    if (text !== '') parts.push(text);
    if (i >= inside.length) return;
    const value = inside[i];
    if (Array.isArray(value)) value.forEach((item, j) => parts.push(...(j > 0 ? [', ', item] : [item])));
    else parts.push(typeof value === 'number' ? String(value) : value);
  });
  return parts;
}

export const isExpression = (part) => typeof part === 'object';

/** A number has brackets before an attribute, where its point would be another one. */
export function exprText({ parts }) {
  const texts = parts.map((part) => (isExpression(part) ? exprText(part) : part));
  return texts
    .map((text, i) =>
      /^[-+~]*[\d.e]+$/.test(text) && isExpression(parts[i]) && texts[i + 1]?.[0] === '.' ? `(${text})` : text,
    )
    .join('');
}

/** Source lines of statements. */
export function render(statements, indent = '') {
  const lines = [];
  for (const { parts, body } of statements) {
    if (parts === null) {
      lines.push(...render(body, indent));
      continue;
    }
    lines.push(indent + exprText({ parts }));
    if (body !== null) lines.push(...(body.length === 0 ? [`${indent}    pass`] : render(body, `${indent}    `)));
  }
  return lines;
}

/** Smaller forms of a program, the smallest steps last. */
export function* smaller(statements) {
  yield* fewer(statements);
  yield* simpler(statements);
}

function* fewer(statements) {
  for (let size = statements.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at + size <= statements.length; at += size)
      yield [...statements.slice(0, at), ...statements.slice(at + size)];
  for (const [i, statement] of statements.entries()) {
    if (statement.body === null) continue;
    const replaced = (...others) => [...statements.slice(0, i), ...others, ...statements.slice(i + 1)];
    yield replaced(...statement.body);
    for (const body of fewer(statement.body)) yield replaced({ ...statement, body });
  }
}

const PLAIN = ['0', "''", 'None', '[]'].map((text) => ({ parts: [text] }));

function* simpler(statements) {
  for (const [i, statement] of statements.entries()) {
    const replaced = (other) => [...statements.slice(0, i), other, ...statements.slice(i + 1)];
    if (statement.parts !== null)
      for (const parts of simplerParts(statement.parts)) yield replaced({ ...statement, parts });
    if (statement.body !== null) for (const body of simpler(statement.body)) yield replaced({ ...statement, body });
  }
}

function* simplerParts(parts) {
  for (const [i, part] of parts.entries()) {
    if (!isExpression(part)) continue;
    const replaced = (other) => [...parts.slice(0, i), other, ...parts.slice(i + 1)];
    if (exprText(part).length > 4) for (const plain of PLAIN) yield replaced(plain);
    for (const inside of part.parts) if (isExpression(inside)) yield replaced(inside);
    for (const inside of simplerParts(part.parts)) yield replaced({ parts: inside });
  }
}
