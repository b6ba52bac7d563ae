/** Methods of `str` that encode, translate and format. */
import { special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { LookupError, PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { str } from '../object/text.js';
import type { Members } from '../object/type.js';
import { isSubtype, typeOf } from '../object/typeof.js';
import { NotImplemented, PyBytes, PyStaticMethod, PyStrBox, PyUnicode } from '../object/values.js';
import { cpCodes, cpLength } from '../text/codePoints.js';
import { formatStr } from '../text/formatSpec.js';
import { type Translation, translate } from '../text/translate.js';
import { encodeText } from './codecs.js';
import { percentStr } from './percent.js';
import { selfText, textArg } from './strArgs.js';
import { formatArguments, formatMapping } from './strFormat.js';
import { directMethod } from './direct.js';
import { notSubscriptable } from './notSubscriptable.js';
import { pyCall } from './textError.js';

const NO_KEYWORDS: Keywords = new Map();

export const codecMembers = (): Members => ({
  encode: method("(encoding='utf-8', errors='strict')", (self: Py, encoding: Py, errors: Py) => {
    const codec = encoding === undefined ? 'utf-8' : textArg(encoding, "encode() argument 'encoding'");
    const handler = errors === undefined ? 'strict' : textArg(errors, "encode() argument 'errors'");
    if (codec.includes('\0') || handler.includes('\0')) throw ValueError('embedded null character');
    return new PyBytes(encodeText(selfText(self, 'encode'), codec, handler, self, true));
  }),
  translate: method('(table, /)', (self: Py, table: Py) => {
    const s = selfText(self, 'translate');
    return pyCall(() => translate(s, tableLookup(table), isPlainDict(table)));
  }),
  maketrans: new PyStaticMethod(fn('(x, y=<unrepresentable>, z=<unrepresentable>, /)', makeTable)),
  format: directMethod(
    '(self, /, *args, **kwargs)',
    (self: Py, ...args: Py[]) => {
      if (self === undefined) throw TypeError('unbound method str.format() needs an argument');
      return formatArguments(selfText(self, 'format'), args, NO_KEYWORDS);
    },
    (self: Py, args: readonly Py[], keywords: Keywords) => formatArguments(selfText(self, 'format'), args, keywords),
    'format',
  ),
  format_map: method('(mapping, /)', (self: Py, mapping: Py) => formatMapping(selfText(self, 'format_map'), mapping)),
  __mod__: method('(value, /)', (self: Py, value: Py) => percentStr(selfText(self, '__mod__'), value)),
  __rmod__: method('(value, /)', (self: Py, value: Py) => {
    if (typeof value === 'string') return percentStr(value, self);
    return value instanceof PyStrBox ? percentStr(value.value, self) : NotImplemented;
  }),
  __format__: method('(format_spec, /)', (self: Py, spec: Py) => {
    const s = selfText(self, '__format__');
    const text = textArg(spec, '__format__() argument');
    if (text === '') return typeof self === 'string' ? s : str(self);
    return pyCall(() => formatStr(s, text, { typeName: typeOf(self).name, dialect: 3 }));
  }),
});

/** A dict, and none of a class that makes up what is missing. */
const isPlainDict = (table: Py): table is PyDict => table instanceof PyDict && table.c$ === PyDict.prototype.c$;

/** What `table[code]` gives for a code point; a LookupError keeps the character. */
export function tableLookup(table: Py, word = 'str'): (code: number) => Translation {
  const getItem = special(table, '__getitem__');
  if (isPlainDict(table)) return (code) => mapping(table.get(code), word);
  return (code) => {
    if (getItem === undefined) throw notSubscriptable(table, code);
    try {
      return mapping(getItem(table, code), word);
    } catch (error) {
      if (error instanceof PyBaseException && isSubtype(error.c$, LookupError.type)) return undefined;
      throw error;
    }
  };
}

function mapping(value: Py, word: string): Translation {
  if (value === undefined || value === null) return value;
  if (word === 'unicode') {
    if (value instanceof PyUnicode) return value.value;
  } else if (typeof value === 'string') return value;
  else if (value instanceof PyStrBox) return value.value;
  const code = intValue(value);
  if (code === undefined) throw TypeError(`character mapping must return integer, None or ${word}`);
  return Number(code);
}

function makeTable(x: Py, y: Py, z: Py): Py {
  const table = new PyDict();
  if (y === undefined) return tableOfDict(x, table);
  const to = textArg(y, 'maketrans() argument 2');
  const dropped = z === undefined ? '' : textArg(z, 'maketrans() argument 3');
  const from = typeof x === 'string' ? x : x instanceof PyStrBox ? x.value : undefined;
  if (from === undefined) {
    throw TypeError('first maketrans argument must be a string if there is a second argument');
  }
  const keys = cpCodes(from);
  const values = cpCodes(to);
  if (keys.length !== values.length) throw ValueError('the first two maketrans arguments must have equal length');
  keys.forEach((key, i) => {
    table.set(key, values[i]);
  });
  for (const code of cpCodes(dropped)) table.set(code, null);
  return table;
}

function tableOfDict(x: Py, table: PyDict): PyDict {
  if (!(x instanceof PyDict)) throw TypeError('if you give only one argument to maketrans it must be a dict');
  for (const [key, value] of x.entryList()) {
    const text = typeof key === 'string' ? key : key instanceof PyStrBox ? key.value : undefined;
    if (text !== undefined) {
      if (cpLength(text) !== 1) throw ValueError('string keys in translate table must be of length 1');
      table.set(text.codePointAt(0), value);
    } else if (intValue(key) !== undefined) table.set(key, value);
    else throw TypeError('keys in translate table must be strings or integers');
  }
  return table;
}
