/** `re.compile`, and the patterns compiled last. */
import { warn } from '../../builtins/warn.js';
import { moduleState, rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { compilePattern } from '../../re/index.js';
import { sourceTools } from '../../process/hooks.js';
import { withErrors } from './error.js';
import { PyPattern } from './pattern.js';
import { subjectOf } from './subject.js';

const CACHE_SIZE = 512;
const cache = () => moduleState('re', () => new Map<string, PyPattern>());

export const purge = (): void => cache().clear();

const lookupName = (name: string): number | null => sourceTools().characterNamed(name)?.codePointAt(0) ?? null;

/** The compiled pattern for a string, bytes or pattern. */
export function compile(pattern: Py, flags: Py): PyPattern {
  const bits = flags === undefined ? 0 : intValue(flags);
  if (typeof pattern === 'string' && bits !== undefined) {
    const known = cache().get(`${rt.dialect === 2 ? 'b' : 's'}${bits}:${pattern}`);
    if (known !== undefined) return known;
  }
  if (pattern instanceof PyPattern) {
    if (bits !== 0)
      throw ValueError(
        rt.dialect === 2
          ? 'Cannot process flags argument with a compiled pattern'
          : 'cannot process flags argument with a compiled pattern',
      );
    return pattern;
  }
  if (bits === undefined) throw TypeError(`unsupported operand type(s) for &: '${typeOf(flags).name}' and 'int'`);
  return compileNew(pattern, Number(bits));
}

function compileNew(pattern: Py, flags: number): PyPattern {
  const source = subjectOf(pattern);
  if (source === undefined) throw TypeError('first argument must be string or compiled pattern');
  const key = `${source.isBytes ? 'b' : 's'}${flags}:${source.text}`;
  const known = cache().get(key);
  if (known !== undefined) return known;
  const { isBytes } = source;
  const engine = withErrors(() => compileFor(source.text, flags, isBytes), pattern);
  for (const { category, message } of engine.warnings) warn(category, message);
  const made = new PyPattern(engine, pattern);
  const kept = cache();
  if (kept.size >= CACHE_SIZE) kept.delete(kept.keys().next().value!);
  kept.set(key, made);
  return made;
}

/** Python 2's syntax in a Python 2 program; what only Python 3 has comes from the library's modules. */
function compileFor(text: string, flags: number, isBytes: boolean): ReturnType<typeof compilePattern> {
  if (rt.dialect === 3) return compilePattern(text, flags, { isBytes, dialect: 3, lookupName });
  try {
    return compilePattern(text, flags, { isBytes, searchesTexts: true, dialect: 2, lookupName });
  } catch (error) {
    try {
      return compilePattern(text, flags, { isBytes, searchesTexts: true, dialect: 3, lookupName });
    } catch {
      throw error;
    }
  }
}
