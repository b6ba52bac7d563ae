/**
 * `_json`: the fast parts of `json`.
 * Spec: https://docs.python.org/3/library/json.html
 */
import { findAttr, getAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asSize, strValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { call1 } from '../object/call.js';
import { str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import { decodeText } from '../builtins/codecs.js';
import { floatType } from '../builtins/float.js';
import { intType } from '../builtins/int.js';
import { isAscii } from '../text/unicode.js';
import { cpIndexToUnit, cpLength, isBmp, unitToCpIndex } from '../text/codePoints.js';
import { type EncodeOptions, JsonEncoder } from './json/encode.js';
import { JsonScanner } from './json/scan.js';
import type { ScanHooks } from './json/scalars.js';
import { quote, quoteAscii } from './json/strings.js';
import { declareType } from './moduleTypes.js';

function textArg(o: Py, message: (name: string) => string): string {
  const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
  if (text === undefined) throw TypeError(message(typeOf(o).name));
  return text;
}

/** Unicode is text already. */
const hooksFor = (hooks: ScanHooks, string: Py): ScanHooks =>
  hooks.decode !== null && string instanceof PyUnicode ? { ...hooks, decode: null } : hooks;

const unitAt = (text: string, index: number): number => (isBmp(text) ? index : cpIndexToUnit(text, index));

class PyScanner extends PyObject {
  constructor(readonly hooks: ScanHooks) {
    super();
  }
}

/** What makes text of the bytes of a Python 2 `str` in an encoding. */
const decoderOf = (encoding: Py) => (bytes: string) =>
  isAscii(bytes)
    ? bytes
    : decodeText(Buffer.from(bytes, 'latin1'), truthy(encoding) ? str(encoding) : 'utf8', 'strict', bytes);

const scannerType: PyType = declareType({
  name: 'Scanner',
  module: '_json',
  js: PyScanner,
  signature: '(context)',
  make: (cls: PyType, context: Py) => {
    const own = (name: string, usual: Py): Py => {
      const value = getAttr(context, name);
      return value === usual ? null : value;
    };
    return new cls.ctor({
      strict: truthy(getAttr(context, 'strict')),
      objectHook: getAttr(context, 'object_hook'),
      pairsHook: getAttr(context, 'object_pairs_hook'),
      parseFloat: own('parse_float', floatType),
      parseInt: own('parse_int', intType),
      parseConstant: getAttr(context, 'parse_constant'),
      decode: rt.dialect === 2 ? decoderOf(findAttr(context, 'encoding') ?? null) : null,
    } satisfies ScanHooks);
  },
  members: () => ({
    __call__: method('(string, idx)', (self: PyScanner, string: Py, index: Py) => {
      const text = textArg(string, firstArgument);
      const at = asSize(index);
      if (at < 0) throw ValueError('idx cannot be negative');
      if (at >= (isBmp(text) ? text.length : cpLength(text))) throw StopIteration(at);
      const { value, end } = new JsonScanner(text, hooksFor(self.hooks, string), string).scan(unitAt(text, at));
      return new PyTuple([value, isBmp(text) ? end : unitToCpIndex(text, end)]);
    }),
    strict: getter((self: PyScanner) => self.hooks.strict),
    object_hook: getter((self: PyScanner) => self.hooks.objectHook),
    object_pairs_hook: getter((self: PyScanner) => self.hooks.pairsHook),
    parse_float: getter((self: PyScanner) => self.hooks.parseFloat ?? floatType),
    parse_int: getter((self: PyScanner) => self.hooks.parseInt ?? intType),
    parse_constant: getter((self: PyScanner) => self.hooks.parseConstant),
  }),
});

class PyEncoder extends PyObject {
  constructor(readonly options: EncodeOptions) {
    super();
  }
}

/** How the encoder quotes strings: with our own functions straight, with another through Python. */
function quoter(encoder: Py): (text: string) => string {
  if (encoder === ascii) return quoteAscii;
  if (encoder === plain) return quote;
  return (text) => textArg(call1(encoder, text), (name) => `encoder() must return a string, not ${name}`);
}

const separator = (o: Py, name: string): string =>
  textArg(o, (given) => `make_encoder() argument ${name} must be str, not ${given}`);

const encoderType: PyType = declareType({
  name: 'Encoder',
  module: '_json',
  js: PyEncoder,
  signature: '(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
  make: (
    cls: PyType,
    markers: Py,
    fallback: Py,
    encoder: Py,
    indent: Py,
    keys: Py,
    items: Py,
    sort: Py,
    skip: Py,
    nan: Py,
  ) =>
    new cls.ctor({
      markers,
      fallback,
      quote: quoter(encoder),
      decode: rt.dialect === 2 ? decodeNative : null,
      indent: indent === null ? null : separator(indent, '4'),
      keySeparator: separator(keys, '5'),
      itemSeparator: separator(items, '6'),
      sortKeys: truthy(sort),
      skipKeys: truthy(skip),
      allowNan: truthy(nan),
    } satisfies EncodeOptions),
  members: () => ({
    __call__: method(
      '(obj, _current_indent_level)',
      (self: PyEncoder, o: Py, level: Py) =>
        new PyTuple([shown(new JsonEncoder(self.options).encode(o, asSize(level)))]),
    ),
  }),
});

/** The text that the bytes of a Python 2 `str` stand for. */
const decodeNative = (bytes: string): string =>
  isAscii(bytes) ? bytes : decodeText(Buffer.from(bytes, 'latin1'), 'utf8', 'strict', bytes);

/** The text of an argument, in Python 2 of either kind. */
function givenText(o: Py): string {
  const text = textArg(o, firstArgument);
  return rt.dialect === 2 && !(o instanceof PyUnicode) ? decodeNative(text) : text;
}

/** In Python 2, what is not all ASCII is unicode. */
const shown = (text: string): Py => (rt.dialect === 2 && !isAscii(text) ? new PyUnicode(text) : text);

const firstArgument = (name: string): string => `first argument must be a string, not ${name}`;
const ascii = fn('(string, /)', (o: Py) => quoteAscii(givenText(o)), 'encode_basestring_ascii');
const plain = fn(
  '(string, /)',
  (o: Py) => {
    // In Python 2, bytes stay what they are.
    const text = quote(textArg(o, firstArgument));
    return o instanceof PyUnicode ? new PyUnicode(text) : text;
  },
  'encode_basestring',
);

const NO_HOOKS = {
  decode: null,
  objectHook: null,
  pairsHook: null,
  parseFloat: null,
  parseInt: null,
  parseConstant: null,
};

function scanString(string: Py, end: Py, strict: Py): Py {
  const text = textArg(string, firstArgument);
  const at = asSize(end);
  if (at < 0 || at > cpLength(text)) throw ValueError('end is out of bounds');
  return new JsonScanner(text, { ...NO_HOOKS, strict: strict === undefined || truthy(strict) }, string).scanString(
    unitAt(text, at),
  );
}

export default (): Record<string, Py> => ({
  encode_basestring_ascii: ascii,
  encode_basestring: plain,
  scanstring: fn('(string, end, strict=True, /)', scanString),
  make_scanner: scannerType,
  make_encoder: encoderType,
});
