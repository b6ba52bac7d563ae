/**
 * `unicodedata`: the Unicode Character Database of the Python that is followed.
 * Spec: https://docs.python.org/3/library/unicodedata.html
 */
import { rt } from '../object/context.js';
import { KeyError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { strValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyUnicode } from '../object/values.js';
import { sourceTools } from '../process/hooks.js';
import { declareType } from './moduleTypes.js';
import { type NormalForm, normalize, type Property, propertyOf, type UnicodeVersion } from './unicodedata/database.js';

/** What functions of the module and methods of a database share. */
type Implementation = (version: UnicodeVersion, ...args: Py[]) => Py;

const currentVersion = (): UnicodeVersion => (rt.dialect === 2 ? '5.2.0' : '15.1.0');

function textArgument(o: Py, name: string, position: number): string {
  const text = rt.dialect === 2 ? (o instanceof PyUnicode ? o.value : undefined) : strValue(o);
  if (text !== undefined) return text;
  const wanted = rt.dialect === 2 ? 'unicode' : 'str';
  throw TypeError(`${name}() argument${position > 0 ? ` ${position}` : ''} must be ${wanted}, not ${typeOf(o).name}`);
}

/** The code point of a one-character argument. */
function codeArgument(o: Py, name: string, position = 0): number {
  const text = rt.dialect === 2 ? (o instanceof PyUnicode ? o.value : undefined) : strValue(o);
  if (text !== undefined) {
    const code = text.codePointAt(0);
    if (code !== undefined && text.length === (code > 0xffff ? 2 : 1)) return code;
    if (rt.dialect === 2) throw TypeError('need a single Unicode character as parameter');
  }
  const place = position > 0 ? ` ${position}` : '';
  if (rt.dialect === 2) throw TypeError(`${name}() argument 1 must be unicode, not ${typeOf(o).name}`);
  throw TypeError(`${name}() argument${place} must be a unicode character, not ${typeOf(o).name}`);
}

/** A property that is text. */
const textual =
  (property: Property): Implementation =>
  (version, character) =>
    propertyOf(property, codeArgument(character, property), version);

/** A property that is a number, 0 where there is none. */
const counted =
  (property: Property): Implementation =>
  (version, character) =>
    Number(propertyOf(property, codeArgument(character, property), version));

/** A value that not every character has: the default, or ValueError. */
const valued =
  (property: Property, missing: string, make: (value: number) => Py): Implementation =>
  (version, character, fallback) => {
    const value = propertyOf(property, codeArgument(character, property, 1), version);
    if (value !== '') return make(Number(value));
    if (fallback === undefined) throw ValueError(missing);
    return fallback;
  };

function lookup(_version: UnicodeVersion, name: Py): Py {
  const text = rt.dialect === 2 && name instanceof PyUnicode ? name.value : strValue(name);
  if (text === undefined) throw TypeError(`a bytes-like object is required, not '${typeOf(name).name}'`);
  const found = sourceTools().characterNamed(text);
  if (found === null) throw KeyError(`undefined character name '${text}'`);
  return rt.dialect === 2 ? new PyUnicode(found) : found;
}

function nameOf(version: UnicodeVersion, character: Py, fallback: Py): Py {
  const code = codeArgument(character, 'name', 1);
  const known = version === '15.1.0' || propertyOf('category', code, version) !== 'Cn';
  const name = known ? sourceTools().characterName(code) : null;
  if (name !== null) return name;
  if (fallback === undefined) throw ValueError('no such name');
  return fallback;
}

const FORMS: ReadonlySet<string> = new Set(['NFC', 'NFD', 'NFKC', 'NFKD']);

function formArgument(form: Py, name: string): NormalForm {
  const text = strValue(form) ?? (form instanceof PyUnicode ? form.value : undefined);
  if (text === undefined) throw TypeError(`${name}() argument 1 must be str, not ${typeOf(form).name}`);
  if (!FORMS.has(text)) throw ValueError('invalid normalization form');
  return text as NormalForm;
}

function normalized(version: UnicodeVersion, form: Py, source: Py): Py {
  const text = textArgument(source, 'normalize', 2);
  const done = normalize(formArgument(form, 'normalize'), text, version);
  return rt.dialect === 2 ? new PyUnicode(done) : done === text ? source : done;
}

function isNormalized(version: UnicodeVersion, form: Py, source: Py): Py {
  const text = textArgument(source, 'is_normalized', 2);
  return normalize(formArgument(form, 'is_normalized'), text, version) === text;
}

const FUNCTIONS: Readonly<Record<string, readonly [signature: string, implementation: Implementation]>> = {
  bidirectional: ['(chr, /)', textual('bidirectional')],
  category: ['(chr, /)', textual('category')],
  combining: ['(chr, /)', counted('combining')],
  decimal: ['(chr, default=<unrepresentable>, /)', valued('decimal', 'not a decimal', (value) => value)],
  decomposition: ['(chr, /)', textual('decomposition')],
  digit: ['(chr, default=<unrepresentable>, /)', valued('digit', 'not a digit', (value) => value)],
  east_asian_width: ['(chr, /)', textual('east_asian_width')],
  is_normalized: ['(form, unistr, /)', isNormalized],
  lookup: ['(name, /)', lookup],
  mirrored: ['(chr, /)', counted('mirrored')],
  name: ['(chr, default=<unrepresentable>, /)', nameOf],
  normalize: ['(form, unistr, /)', normalized],
  numeric: [
    '(chr, default=<unrepresentable>, /)',
    valued('numeric', 'not a numeric character', (value) => new PyFloat(value)),
  ],
};

/** The database of an older version, with the module's functions as methods. */
class PyUCD extends PyObject {}

const databaseType = declareType({
  name: 'UCD',
  module: 'unicodedata',
  js: PyUCD,
  subclassable: false,
  members: () => ({
    unidata_version: getter(() => '3.2.0'),
    ...Object.fromEntries(
      Object.entries(FUNCTIONS).map(([name, [signature, run]]) => [
        name,
        method(signature, (_self: Py, ...args: Py[]) => run('3.2.0', ...args)),
      ]),
    ),
  }),
});

export default function unicodedata(): Record<string, Py> {
  const version = currentVersion();
  const functions = Object.entries(FUNCTIONS).filter(([name]) => version !== '5.2.0' || name !== 'is_normalized');
  return {
    __doc__: 'Access to the Unicode Character Database.',
    UCD: databaseType,
    ucd_3_2_0: new PyUCD(),
    unidata_version: version,
    ...Object.fromEntries(
      functions.map(([name, [signature, run]]) => [name, fn(signature, (...args: Py[]) => run(version, ...args))]),
    ),
  };
}
