/** Dialects of `csv`: how fields are separated and quoted. */
import { findAttr } from '../../object/attributes.js';
import { moduleState, rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { intValue, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyUnicode } from '../../object/values.js';
import { cpLength } from '../../text/codePoints.js';
import { errorType } from '../errorType.js';
import { declareType } from '../moduleTypes.js';

export const QUOTE = { MINIMAL: 0, ALL: 1, NONNUMERIC: 2, NONE: 3, STRINGS: 4, NOTNULL: 5 } as const;
export const csvError = () => errorType('_csv.Error');

export class PyDialect extends PyObject {
  delimiter = ',';
  quotechar: string | null = '"';
  escapechar: string | null = null;
  doublequote = true;
  skipinitialspace = false;
  lineterminator = '\r\n';
  quoting: number = QUOTE.MINIMAL;
  strict = false;
  private looked: RegExp | undefined;

  /** Whether a text has a character that must be quoted or escaped. Dialects do not change once they are made. */
  hasSpecial(text: string): boolean {
    this.looked ??= specials(this);
    return this.looked.test(text);
  }
}

function specials({ delimiter, quotechar, escapechar, lineterminator }: PyDialect): RegExp {
  const each = [...new Set(`${delimiter}${quotechar ?? ''}${escapechar ?? ''}${lineterminator}\n\r`)];
  return new RegExp(`[${each.map((char) => `\\u{${char.codePointAt(0)!.toString(16)}}`).join('')}]`, 'u');
}

const NAMES = [
  'delimiter',
  'quotechar',
  'escapechar',
  'doublequote',
  'skipinitialspace',
  'lineterminator',
  'quoting',
  'strict',
] as const;

interface CsvState {
  readonly dialects: Map<string, PyDialect>;
  fieldLimit: number;
}
export const csvState = () => moduleState<CsvState>('_csv', () => ({ dialects: new Map(), fieldLimit: 131072 }));

const textOf = (o: Py): string | undefined => strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);

/** A 1-character string, or null where that is allowed. */
function character(value: Py, name: string, fallback: string | null, optional: boolean): string | null {
  if (value === undefined) return fallback;
  if (rt.dialect === 2) return character2(value, name, optional);
  if (value === null && optional) return null;
  const text = textOf(value);
  if (text === undefined)
    throw TypeError(`"${name}" must be string${optional ? ' or None' : ''}, not ${typeOf(value).name}`);
  if (cpLength(text) !== 1) throw TypeError(`"${name}" must be a 1-character string`);
  return text;
}

/** The same in Python 2: a str, where an empty one is as good as None. */
function character2(value: Py, name: string, optional: boolean): string | null {
  const text = value === null ? '' : strValue(value);
  if (text === undefined) throw TypeError(`"${name}" must be string, not ${typeOf(value).name}`);
  if (text === '' && optional) return null;
  if (text.length !== 1) throw TypeError(`"${name}" must be an 1-character string`);
  return text;
}

function fill(self: PyDialect, given: (name: string) => Py): void {
  self.delimiter = character(given('delimiter'), 'delimiter', ',', false)!;
  const quotechar = given('quotechar');
  self.doublequote = flag(given('doublequote'), true);
  self.escapechar = character(given('escapechar'), 'escapechar', null, true);
  self.lineterminator = lineTerminator(given('lineterminator'));
  self.quotechar = character(quotechar, 'quotechar', '"', true);
  self.quoting = quotingOf(given('quoting'), quotechar);
  self.skipinitialspace = flag(given('skipinitialspace'), false);
  self.strict = flag(given('strict'), false);
  check(self);
}

const flag = (value: Py, fallback: boolean): boolean => (value === undefined ? fallback : truthy(value));

function lineTerminator(value: Py): string {
  if (value === undefined) return '\r\n';
  if (value === null) throw TypeError('lineterminator must be set');
  const text = textOf(value);
  if (text === undefined) throw TypeError('"lineterminator" must be a string');
  return text;
}

function quotingOf(value: Py, quotechar: Py): number {
  if (value === undefined) return quotechar === null ? QUOTE.NONE : QUOTE.MINIMAL;
  const n = intValue(value);
  if (n === undefined || typeof value === 'boolean') throw TypeError('"quoting" must be an integer');
  if (n < 0 || n > (rt.dialect === 2 ? 3 : 5)) throw TypeError('bad "quoting" value');
  return Number(n);
}

function check(self: PyDialect): void {
  const { delimiter, quotechar, escapechar, lineterminator, quoting } = self;
  if (quoting !== QUOTE.NONE && quotechar === null) throw TypeError('quotechar must be set if quoting enabled');
  if (rt.dialect === 2) return;
  for (const [name, char] of Object.entries({ delimiter, escapechar, quotechar })) {
    if (char === null) continue;
    if (char === '\n' || char === '\r' || (char === ' ' && name !== 'delimiter' && self.skipinitialspace))
      throw ValueError(`bad ${name} value`);
  }
  const pairs = {
    'delimiter or escapechar': [delimiter, escapechar],
    'delimiter or quotechar': [delimiter, quotechar],
    'escapechar or quotechar': [escapechar, quotechar],
  };
  for (const [names, [a, b]] of Object.entries(pairs))
    if (a !== null && a === b) throw ValueError(`bad ${names} value`);
  for (const [name, char] of Object.entries({ delimiter, escapechar, quotechar })) {
    if (char !== null && char !== undefined && lineterminator.includes(char))
      throw ValueError(`bad ${name} or lineterminator value`);
  }
}

/** `reader(…, dialect, **fmtparams)`: a registered name, any object with the attributes, or nothing. */
export function dialectFrom(dialect: Py, kwargs: ReadonlyMap<string, Py>): PyDialect {
  for (const name of kwargs.keys()) {
    if (!NAMES.includes(name as never))
      throw TypeError(
        rt.dialect === 2
          ? `'${name}' is an invalid keyword argument for this function`
          : `this function got an unexpected keyword argument '${name}'`,
      );
  }
  const base = dialect === undefined || dialect === null ? null : named(dialect);
  if (base instanceof PyDialect && kwargs.size === 0) return base;
  const made = new PyDialect();
  fill(made, (name) => {
    const own = kwargs.get(name);
    if (own !== undefined) return own;
    if (base === null) return undefined;
    return base instanceof PyDialect ? base[name as (typeof NAMES)[number]] : findAttr(base, name);
  });
  return made;
}

function named(dialect: Py): Py {
  const name = textOf(dialect);
  return name === undefined ? dialect : getDialect(name);
}

export function getDialect(name: Py): PyDialect {
  const found = csvState().dialects.get(textOf(name) ?? '');
  if (found === undefined) throw csvError()('unknown dialect');
  return found;
}

export const dialectType: PyType = declareType({
  name: 'Dialect',
  module: '_csv',
  js: PyDialect,
  signature:
    '(dialect=None, *, delimiter=None, doublequote=None, escapechar=None, lineterminator=None, quotechar=None, quoting=None, skipinitialspace=None, strict=None)',
  make: (_cls: PyType, dialect: Py, ...given: Py[]) => {
    const order = [
      'delimiter',
      'doublequote',
      'escapechar',
      'lineterminator',
      'quotechar',
      'quoting',
      'skipinitialspace',
      'strict',
    ];
    const kwargs = new Map(
      order.map((name, i) => [name, given[i]] as const).filter(([, value]) => value !== undefined),
    );
    return dialectFrom(dialect, kwargs);
  },
  members: () => ({
    ...Object.fromEntries(NAMES.map((name) => [name, getter((self: PyDialect) => self[name])])),
    __reduce__: method('()', () => {
      throw TypeError("cannot pickle 'Dialect' instances");
    }),
  }),
});

export function registerDialect(name: Py, dialect: Py, kwargs: ReadonlyMap<string, Py>): null {
  const text = textOf(name);
  if (text === undefined) throw TypeError('dialect name must be a string');
  csvState().dialects.set(text, dialectFrom(dialect, kwargs));
  return null;
}
