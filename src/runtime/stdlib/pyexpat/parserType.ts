/** `pyexpat.xmlparser`. Spec: https://docs.python.org/3/library/pyexpat.html#xmlparser-objects */
import { encodeText } from '../../builtins/codecs.js';
import { bytesResult, returnedBytes } from '../../io/values.js';
import { findAttr, setAttr } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { call1 } from '../../object/call.js';
import { rt } from '../../object/context.js';
import {
  AttributeError,
  LookupError,
  type PyBaseException,
  RuntimeError,
  TypeError,
  ValueError,
} from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter, readOnlyMember } from '../../object/install.js';
import { asSize, intValue, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { typeOf } from '../../object/typeof.js';
import { truthy } from '../../object/truth.js';
import { PyUnicode } from '../../object/values.js';
import { errorType } from '../errorType.js';
import { declareType } from '../moduleTypes.js';
import { errorText, XmlFailure } from './errors.js';
import { flushText, given, HANDLER_NAMES, setHandler } from './handlers.js';
import type { Outcome } from './input.js';
import { XmlParser } from './parser.js';

export const expatError = () => errorType('xml.parsers.expat.ExpatError');

/** Bytes that ParseFile reads at once. */
const CHUNK = 2048;
const LARGEST = 0x7fffffff;

export class PyXmlParser extends PyObject {
  readonly handlers = new Map<string, Py>();
  /** What a handler raised. */
  raised: PyBaseException | undefined;
  /** Handlers that run. */
  callbacks = 0;
  buffersText = false;
  bufferSize = 8192;
  /** Text that waits for more, and its bytes. */
  buffered = '';
  bufferUsed = 0;
  ordersAttributes = false;
  onlySpecified = false;

  constructor(
    readonly parser: XmlParser,
    readonly interned: PyDict | null,
  ) {
    super();
    parser.onUnknownEncoding = (name, outcome) => {
      this.raised ??= encodingError(name, outcome);
    };
  }

  /** A name, the same object each time. */
  intern(name: string): Py {
    if (this.interned === null) return given(name);
    const text = given(name);
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    this.interned.set(text, text);
    return text;
  }
}

/** What Python says of an encoding that Expat asks it for. */
export const encodingError = (name: string, outcome: Outcome): PyBaseException =>
  outcome === 'unknown'
    ? LookupError(`unknown encoding: ${name}`)
    : ValueError('multi-byte encodings are not supported');

function raiseFailure(parser: XmlParser, code: number): never {
  const { line, column } = parser;
  const exception = expatError()(`${errorText(code) ?? 'None'}: line ${line}, column ${column}`);
  setAttr(exception, 'code', code);
  setAttr(exception, 'offset', column);
  setAttr(exception, 'lineno', line);
  throw exception;
}

function feed(self: PyXmlParser, bytes: Uint8Array, final: boolean): number {
  let failure: XmlFailure | undefined;
  try {
    self.parser.feed(bytes, final);
    flushText(self);
  } catch (reason) {
    if (!(reason instanceof XmlFailure)) throw reason;
    failure = reason;
  }
  const { raised } = self;
  self.raised = undefined;
  if (raised !== undefined) throw raised;
  if (failure !== undefined) raiseFailure(self.parser, failure.code);
  return 1;
}

function parse(self: PyXmlParser, data: Py, isFinal: Py): number {
  const final = isFinal !== undefined && truthy(isFinal);
  if (rt.dialect === 2) {
    const text = data instanceof PyUnicode ? data.value : undefined;
    return feed(self, text === undefined ? bufferOf(data) : encodeText(text, 'ascii', 'strict'), final);
  }
  const text = strValue(data);
  if (text === undefined) return feed(self, bufferOf(data), final);
  const bytes = encodeText(text, 'utf-8', 'strict');
  if (!self.parser.hasStarted) self.parser.fixEncoding('utf-8');
  return feed(self, bytes, final);
}

function parseFile(self: PyXmlParser, file: Py): number {
  const read = findAttr(file, 'read');
  if (read === undefined) throw TypeError("argument must have 'read' attribute");
  for (;;) {
    const data = call1(read, CHUNK);
    const bytes = returnedBytes(data);
    if (bytes === undefined) throw TypeError(`read() did not return a bytes object (type=${typeOf(data).name})`);
    if (bytes.length > CHUNK) {
      throw ValueError(`read() returned too much data: ${CHUNK} bytes requested, ${bytes.length} returned`);
    }
    feed(self, bytes, bytes.length === 0);
    if (bytes.length === 0) return 1;
  }
}

/** A text argument that may be None. */
export function optionalText(value: Py, where: string): string | null {
  if (value === undefined || value === null) return null;
  const text = strValue(value) ?? (value instanceof PyUnicode ? value.value : undefined);
  if (text === undefined) throw TypeError(`${where} must be str or None, not ${typeOf(value).name}`);
  return text;
}

/** The encoding that the program names for the bytes. */
export function fixEncoding(self: PyXmlParser, encoding: string | null): void {
  if (encoding !== null) self.parser.fixEncoding(encoding);
}

function externalParser(self: PyXmlParser, context: Py, encoding: Py): Py {
  const text = optionalText(context, 'ExternalEntityParserCreate() argument 1');
  if (encoding !== undefined && strValue(encoding) === undefined) {
    throw TypeError(`ExternalEntityParserCreate() argument 2 must be str, not ${typeOf(encoding).name}`);
  }
  const child = new PyXmlParser(self.parser.child({ expands: self.parser.events.expands }, text), self.interned);
  fixEncoding(child, encoding === undefined ? null : strValue(encoding)!);
  for (const key of ['buffersText', 'ordersAttributes', 'onlySpecified'] as const) child[key] = self[key];
  child.bufferSize = self.bufferSize;
  for (const [name, handler] of self.handlers) setHandler(child, name, handler);
  return child;
}

const refuseDeletion = (): never => {
  throw RuntimeError('Cannot delete attribute');
};

function setBufferSize(self: PyXmlParser, value: Py): void {
  const size = intValue(value);
  if (size === undefined) throw TypeError('buffer_size must be an integer');
  if (size <= 0) throw ValueError('buffer_size must be greater than zero');
  if (size > LARGEST) throw ValueError(`buffer_size must not be greater than ${LARGEST}`);
  flushText(self);
  self.bufferSize = Number(size);
}

function setBuffersText(self: PyXmlParser, value: Py): void {
  const flag = truthy(value);
  if (!flag) flushText(self);
  self.buffersText = flag;
}

const computed = (name: string, get: (self: PyXmlParser) => Py) =>
  getter(get, () => {
    throw AttributeError(`attribute '${name}' of 'pyexpat.xmlparser' objects is not writable`);
  });

const flag = (get: (self: PyXmlParser) => boolean, set: (self: PyXmlParser, on: boolean) => void) =>
  getter(get, (self: PyXmlParser, value: Py) => set(self, truthy(value)), refuseDeletion);

function attributes() {
  return {
    ...Object.fromEntries(
      HANDLER_NAMES.map((name) => [
        name,
        getter(
          (self: PyXmlParser) => self.handlers.get(name) ?? null,
          (self: PyXmlParser, handler: Py) => setHandler(self, name, handler),
          refuseDeletion,
        ),
      ]),
    ),
    CurrentByteIndex: computed('CurrentByteIndex', (self) => self.parser.byte),
    CurrentColumnNumber: computed('CurrentColumnNumber', (self) => self.parser.column),
    CurrentLineNumber: computed('CurrentLineNumber', (self) => self.parser.line),
    ErrorByteIndex: computed('ErrorByteIndex', (self) => self.parser.byte),
    ErrorCode: computed('ErrorCode', (self) => self.parser.errorCode),
    ErrorColumnNumber: computed('ErrorColumnNumber', (self) => self.parser.column),
    ErrorLineNumber: computed('ErrorLineNumber', (self) => self.parser.line),
    buffer_size: getter((self: PyXmlParser) => self.bufferSize, setBufferSize, refuseDeletion),
    buffer_text: getter((self: PyXmlParser) => self.buffersText, setBuffersText, refuseDeletion),
    buffer_used: computed('buffer_used', (self) => self.bufferUsed),
    intern: readOnlyMember((self: PyXmlParser) => self.interned),
    namespace_prefixes: flag(
      (self) => self.parser.keepsPrefixes,
      (self, on) => {
        self.parser.keepsPrefixes = on;
      },
    ),
    ordered_attributes: flag(
      (self) => self.ordersAttributes,
      (self, on) => {
        self.ordersAttributes = on;
      },
    ),
    specified_attributes: flag(
      (self) => self.onlySpecified,
      (self, on) => {
        self.onlySpecified = on;
      },
    ),
  };
}

function setParameterParsing(self: PyXmlParser, value: Py): number {
  const mode = asSize(value);
  const { parser } = self;
  if (parser.hasStarted || mode < 0 || mode > 2) return parser.hasStarted ? 0 : 1;
  parser.parameterParsing = mode;
  return 1;
}

function useForeignDtd(self: PyXmlParser, value: Py): null {
  const { parser } = self;
  if (parser.hasStarted) raiseFailure(parser, new XmlFailure('CANT_CHANGE_FEATURE_ONCE_PARSING', 0).code);
  parser.usesForeignDtd = value === undefined || truthy(value);
  return null;
}

export const parserType = declareType({
  name: 'xmlparser',
  module: 'pyexpat',
  js: PyXmlParser,
  subclassable: false,
  doc: 'XML parser',
  members: () => ({
    Parse: method('(data, isfinal=False, /)', parse),
    ParseFile: method('(file, /)', parseFile),
    SetBase: method('(base, /)', (self: PyXmlParser, base: Py) => {
      const text = strValue(base);
      if (text === undefined) throw TypeError(`SetBase() argument must be str, not ${typeOf(base).name}`);
      self.parser.base = text;
      return null;
    }),
    GetBase: method('()', (self: PyXmlParser) => given(self.parser.base)),
    GetInputContext: method('()', (self: PyXmlParser) =>
      self.callbacks === 0 ? null : bytesResult(self.parser.context()),
    ),
    ExternalEntityParserCreate: method('(context, encoding=None, /)', externalParser),
    SetParamEntityParsing: method('(flag, /)', setParameterParsing),
    UseForeignDTD: method('(flag=True, /)', useForeignDtd),
    GetReparseDeferralEnabled: method('()', (self: PyXmlParser) => self.parser.defersReparsing),
    SetReparseDeferralEnabled: method('(enabled, /)', (self: PyXmlParser, enabled: Py) => {
      self.parser.defersReparsing = truthy(enabled);
      return null;
    }),
    ...attributes(),
  }),
});
