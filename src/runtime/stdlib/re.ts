/**
 * `re`.
 * Spec: https://docs.python.org/3/library/re.html
 */
import { warn } from '../builtins/warn.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyList, PyTuple } from '../object/values.js';
import { escapePattern } from '../re/index.js';
import { compile, purge } from './re/compile.js';
import { patternErrorType } from './re/error.js';
import { flagConstants, regexFlagType } from './re/flag.js';
import { lexerType } from './re/lexer.js';
import { matchType } from './re/match.js';
import { find, findAll, MatchIterator, patternType, split, substituteIn } from './re/pattern.js';
import { subjectOf } from './re/subject.js';

const ALL3 = [
  'match',
  'fullmatch',
  'search',
  'sub',
  'subn',
  'split',
  'findall',
  'finditer',
  'compile',
  'purge',
  'escape',
  'error',
  'Pattern',
  'Match',
  'A',
  'I',
  'L',
  'M',
  'S',
  'X',
  'U',
  'ASCII',
  'IGNORECASE',
  'LOCALE',
  'MULTILINE',
  'DOTALL',
  'VERBOSE',
  'UNICODE',
  'NOFLAG',
  'RegexFlag',
  'PatternError',
];
const ALL2 = [
  'match',
  'search',
  'sub',
  'subn',
  'split',
  'findall',
  'finditer',
  'compile',
  'purge',
  'template',
  'escape',
  'I',
  'L',
  'M',
  'S',
  'X',
  'U',
  'IGNORECASE',
  'LOCALE',
  'MULTILINE',
  'DOTALL',
  'VERBOSE',
  'UNICODE',
  'error',
];

/**
 * The optional arguments of `sub`, `subn` and `split`: `limit` (`count` or `maxsplit`) and `flags`, which Python 3.13
 * warns about when they come by position.
 */
function optional(
  name: string,
  limit: string,
  required: number,
  args: Py[],
  given: Py,
  flags: Py,
): { limit: Py; flags: Py } {
  if (args.length === 0) return { limit: given, flags };
  const twice = (argument: string) => TypeError(`${name}() got multiple values for argument '${argument}'`);
  if (given !== undefined) throw twice(limit);
  if (args.length > 1 && flags !== undefined) throw twice('flags');
  if (args.length > 2)
    throw TypeError(
      `${name}() takes from ${required} to ${required + 2} positional arguments but ${required + args.length} were given`,
    );
  warn('DeprecationWarning', `'${limit}' is passed as positional argument`);
  return { limit: args[0], flags: args.length > 1 ? args[1] : flags };
}

function escape(pattern: Py): Py {
  const subject = subjectOf(pattern);
  if (subject === undefined)
    throw TypeError(
      `decoding to str: need a bytes-like object, ${pattern === null ? 'NoneType' : pattern.c$.name} found`,
    );
  return subject.wrap(escapePattern(subject.text, rt.dialect));
}

const finder = (mode: 'match' | 'fullmatch' | 'search') =>
  fn(
    '(pattern, string, flags=0)',
    (pattern: Py, string: Py, flags: Py) => find(compile(pattern, flags), mode, string),
    mode,
  );

function substitutions3(): Record<string, Py> {
  const signature = '(pattern, repl, string, *args, count=0, flags=0)';
  return {
    sub: fn(signature, (pattern: Py, repl: Py, string: Py, args: Py[], count: Py, flags: Py) => {
      const given = optional('sub', 'count', 3, args, count, flags);
      return substituteIn(compile(pattern, given.flags), repl, string, given.limit).text;
    }),
    subn: fn(signature, (pattern: Py, repl: Py, string: Py, args: Py[], count: Py, flags: Py) => {
      const given = optional('subn', 'count', 3, args, count, flags);
      const result = substituteIn(compile(pattern, given.flags), repl, string, given.limit);
      return new PyTuple([result.text, result.count]);
    }),
    split: fn(
      '(pattern, string, *args, maxsplit=0, flags=0)',
      (pattern: Py, string: Py, args: Py[], maxsplit: Py, flags: Py) => {
        const given = optional('split', 'maxsplit', 2, args, maxsplit, flags);
        return split(compile(pattern, given.flags), string, given.limit);
      },
    ),
  };
}

function substitutions2(): Record<string, Py> {
  return {
    sub: fn(
      '(pattern, repl, string, count=0, flags=0)',
      (pattern: Py, repl: Py, string: Py, count: Py, flags: Py) =>
        substituteIn(compile(pattern, flags), repl, string, count).text,
    ),
    subn: fn('(pattern, repl, string, count=0, flags=0)', (pattern: Py, repl: Py, string: Py, count: Py, flags: Py) => {
      const result = substituteIn(compile(pattern, flags), repl, string, count);
      return new PyTuple([result.text, result.count]);
    }),
    split: fn('(pattern, string, maxsplit=0, flags=0)', (pattern: Py, string: Py, maxsplit: Py, flags: Py) =>
      split(compile(pattern, flags), string, maxsplit),
    ),
    template: fn('(pattern, flags=0)', compile),
  };
}

export default function re(): Record<string, Py> {
  const two = rt.dialect === 2;
  return {
    __doc__: 'Support for regular expressions (RE).',
    __version__: '2.2.1',
    __all__: new PyList(two ? [...ALL2] : [...ALL3]),
    __path__: new PyList([]),
    match: finder('match'),
    search: finder('search'),
    fullmatch: finder('fullmatch'),
    ...(two ? substitutions2() : substitutions3()),
    findall: fn('(pattern, string, flags=0)', (pattern: Py, string: Py, flags: Py) =>
      findAll(compile(pattern, flags), string),
    ),
    finditer: fn(
      '(pattern, string, flags=0)',
      (pattern: Py, string: Py, flags: Py) => new MatchIterator(compile(pattern, flags), string),
    ),
    compile: fn('(pattern, flags=0)', compile),
    _compile: fn('(pattern, flags)', compile),
    purge: fn('()', () => {
      purge();
      return null;
    }),
    escape: fn('(pattern)', escape),
    error: patternErrorType(),
    Scanner: lexerType,
    ...(two
      ? { _pattern_type: patternType }
      : { PatternError: patternErrorType(), Pattern: patternType, Match: matchType, RegexFlag: regexFlagType() }),
    ...flagConstants(),
  };
}
