/**
 * JavaScript names for Python's. A `$` can never be in a Python name, so whatever is ours has one; of JavaScript's own
 * objects, emitted code uses only those that are here.
 */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield NaN Infinity Math'
  ).split(' '),
);

/** The JavaScript identifier for a Python name. */
export function jsName(name: string): string {
  if (RESERVED.has(name)) return `${name}$`;
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)
    ? name
    : name.replace(/[^\p{ID_Continue}]/gu, (c) => `$${c.codePointAt(0)!.toString(16)}$`);
}

/** Python's private name mangling inside class `className` (null: none). */
export function mangle(name: string, className: string | null): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
