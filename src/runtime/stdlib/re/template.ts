/** Replacements: templates with group references, and functions. */
import { special } from '../../object/attributes.js';
import { call1 } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { expandTemplate, parseTemplate, type Template } from '../../re/index.js';
import { withErrors } from './error.js';
import type { PyMatch } from './match.js';
import type { PyPattern } from './pattern.js';
import { subjectOf } from './subject.js';

const KEPT_TEMPLATES = 64;

/** The template's parts; those used last are kept with the pattern. */
function parsed(pattern: PyPattern, template: Py): Template {
  const source = subjectOf(template);
  if (source === undefined) {
    throw rt.dialect === 2
      ? TypeError('expected string or buffer')
      : TypeError(
          pattern.engine.isBytes
            ? 'decoding to str: need a bytes-like object, int found'.replace('int', typeOf(template).name)
            : `decoding to str: need a bytes-like object, ${typeOf(template).name} found`,
        );
  }
  const key = `${source.isBytes ? 'b' : 's'}${source.text}`;
  let found = pattern.templates.get(key);
  if (found === undefined) {
    found = withErrors(() => parseTemplate(source.text, pattern.engine, source.isBytes), template);
    if (pattern.templates.size >= KEPT_TEMPLATES) pattern.templates.clear();
    pattern.templates.set(key, found);
  }
  return found;
}

export function expand(match: PyMatch, template: Py): Py {
  const parts = parsed(match.pattern, template);
  return match.subject.wrap(withErrors(() => expandTemplate(parts, match.result, match.pattern.engine), template));
}

/** What takes the place of each match. `wrap` makes the match object that a function gets; `note` is told what it gave. */
export function replacer(
  pattern: PyPattern,
  repl: Py,
  isBytes: boolean,
  wrap: (result: PyMatch['result']) => PyMatch,
  note?: (value: Py) => void,
): (result: PyMatch['result']) => string {
  const isText = subjectOf(repl) !== undefined;
  if (!isText && (typeof repl === 'function' || (repl !== null && special(repl, '__call__') !== undefined))) {
    return (result) => {
      const value = call1(repl, wrap(result));
      note?.(value);
      return textOf(value, isBytes);
    };
  }
  const parts = parsed(pattern, repl);
  if (rt.dialect === 3 && subjectOf(repl)!.isBytes !== isBytes) return () => textOf(repl, isBytes);
  if (parts.length === 1 && typeof parts[0] === 'string') {
    const text = parts[0];
    return () => text;
  }
  if (parts.length === 0) return () => '';
  return (result) => withErrors(() => expandTemplate(parts, result, pattern.engine), repl);
}

/** The text of what a function gave; None is nothing. */
function textOf(value: Py, isBytes: boolean): string {
  if (typeof value === 'string' && !(isBytes && rt.dialect === 3)) return value;
  if (value === null) return '';
  const text = subjectOf(value);
  if (text !== undefined && (rt.dialect === 2 || text.isBytes === isBytes)) return text.text;
  const wanted = isBytes ? 'a bytes-like object' : 'str instance';
  throw TypeError(`sequence item 0: expected ${rt.dialect === 2 ? 'string' : wanted}, ${typeOf(value).name} found`);
}
