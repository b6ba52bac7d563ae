/** The functions that a program gives a parser, and what they are told. */
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { PyBaseException } from '../../object/errors.js';
import { asSize } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyList, PyTuple, PyUnicode } from '../../object/values.js';
import { XmlFailure } from './errors.js';
import type { ContentModel, XmlEvents } from './events.js';
import type { PyXmlParser } from './parserType.js';

/** Text as the program gets it. */
export const given = (text: string | null): Py =>
  text === null ? null : rt.dialect === 2 ? new PyUnicode(text) : text;

const modelTuple = ({ type, quantifier, name, children }: ContentModel): Py =>
  new PyTuple([type, quantifier, given(name), new PyTuple(children.map(modelTuple))]);

/** Calls a handler. What it raises ends the parsing, and no handler is called any more. */
function tell(parser: PyXmlParser, handler: Py, args: Py[]): Py {
  parser.callbacks++;
  try {
    return call(handler, args);
  } catch (exception) {
    throw stop(parser, exception);
  } finally {
    parser.callbacks--;
  }
}

/** Tells what comes after text that is still in the buffer. */
function tellNext(parser: PyXmlParser, handler: Py, args: Py[]): Py {
  flushText(parser);
  return tell(parser, handler, args);
}

/** Gives the program the text that waits in the buffer. */
export function flushText(parser: PyXmlParser): void {
  const { buffered } = parser;
  if (buffered === '') return;
  parser.buffered = '';
  parser.bufferUsed = 0;
  const handler = parser.handlers.get('CharacterDataHandler');
  if (handler !== undefined) tell(parser, handler, [given(buffered)]);
}

function tellText(parser: PyXmlParser, handler: Py, text: string): void {
  if (!parser.buffersText) {
    tell(parser, handler, [given(text)]);
    return;
  }
  const size = Buffer.byteLength(text);
  if (parser.bufferUsed + size > parser.bufferSize) {
    flushText(parser);
    // The handler may have been taken away.
    const now = parser.handlers.get('CharacterDataHandler');
    if (now === undefined) return;
    if (size > parser.bufferSize) {
      tell(parser, now, [given(text)]);
      return;
    }
  }
  parser.buffered += text;
  parser.bufferUsed += size;
}

function attributesGiven(parser: PyXmlParser, attributes: readonly string[], written: number): Py {
  const count = parser.onlySpecified ? written : attributes.length;
  if (parser.ordersAttributes) {
    const list: Py[] = [];
    for (let i = 0; i < count; i++) list.push(i % 2 === 0 ? parser.intern(attributes[i]!) : given(attributes[i]!));
    return new PyList(list);
  }
  const dict = new PyDict();
  for (let i = 0; i < count; i += 2) dict.set(parser.intern(attributes[i]!), given(attributes[i + 1]!));
  return dict;
}

/** Makes the function that the parser calls for an event, from the program's. */
type Adapter = (parser: PyXmlParser, handler: Py) => (...args: any[]) => any;

/** Tells only texts, numbers and None. */
const plain: Adapter =
  (parser, handler) =>
  (...args: (string | number | null)[]) => {
    tellNext(
      parser,
      handler,
      args.map((arg) => (typeof arg === 'string' ? given(arg) : arg)),
    );
  };

/** Tells names that come again and again. */
const named: Adapter =
  (parser, handler) =>
  (...names: (string | null)[]) => {
    tellNext(
      parser,
      handler,
      names.map((name) => (name === null ? null : parser.intern(name))),
    );
  };

/** Whether the handler's number says to go on. */
const asking: Adapter =
  (parser, handler) =>
  (...args: (string | null)[]) => {
    const answer = tellNext(parser, handler, args.map(given));
    try {
      return asSize(answer) !== 0;
    } catch (exception) {
      throw stop(parser, exception);
    }
  };

const HANDLERS: Readonly<Record<string, readonly [keyof XmlEvents, Adapter]>> = {
  AttlistDeclHandler: ['attributeDeclaration', plain],
  CharacterDataHandler: ['characters', (parser, handler) => (text: string) => tellText(parser, handler, text)],
  CommentHandler: ['comment', plain],
  DefaultHandler: ['raw', plain],
  DefaultHandlerExpand: ['raw', plain],
  ElementDeclHandler: [
    'elementDeclaration',
    (parser, handler) => (name: string, model: ContentModel) => {
      tellNext(parser, handler, [parser.intern(name), modelTuple(model)]);
    },
  ],
  EndCdataSectionHandler: ['endSection', plain],
  EndDoctypeDeclHandler: ['endDoctype', plain],
  EndElementHandler: ['endElement', named],
  EndNamespaceDeclHandler: ['endNamespace', named],
  EntityDeclHandler: ['entityDeclaration', plain],
  ExternalEntityRefHandler: ['externalEntity', asking],
  NotStandaloneHandler: ['notStandalone', asking],
  NotationDeclHandler: ['notation', named],
  ProcessingInstructionHandler: ['instruction', plain],
  SkippedEntityHandler: ['skippedEntity', plain],
  StartCdataSectionHandler: ['startSection', plain],
  StartDoctypeDeclHandler: ['startDoctype', plain],
  StartElementHandler: [
    'startElement',
    (parser, handler) => (name: string, attributes: readonly string[], written: number) => {
      tellNext(parser, handler, [parser.intern(name), attributesGiven(parser, attributes, written)]);
    },
  ],
  StartNamespaceDeclHandler: ['startNamespace', named],
  UnparsedEntityDeclHandler: ['unparsedEntity', named],
  XmlDeclHandler: ['xmlDeclaration', plain],
};

export const HANDLER_NAMES = Object.keys(HANDLERS);

/** Sets a handler, or takes it away with None. */
export function setHandler(parser: PyXmlParser, name: string, handler: Py): void {
  const [event, adapt] = HANDLERS[name]!;
  const { events } = parser.parser;
  if (name === 'CharacterDataHandler') flushText(parser);
  if (handler === null) parser.handlers.delete(name);
  else parser.handlers.set(name, handler);
  (events as unknown as Record<string, unknown>)[event] = handler === null ? undefined : adapt(parser, handler);
  if (event === 'raw') events.expands = name === 'DefaultHandlerExpand';
}

/** Keeps what a handler raised, and gives what ends the parsing. */
function stop(parser: PyXmlParser, exception: unknown): unknown {
  if (!(exception instanceof PyBaseException)) return exception;
  parser.raised = exception;
  parser.handlers.clear();
  for (const [event] of Object.values(HANDLERS)) delete parser.parser.events[event];
  parser.buffered = '';
  parser.bufferUsed = 0;
  return new XmlFailure('ABORTED', -1);
}
