/** `xml.etree.ElementTree.XMLParser` as Python sees it. */
import { encodeText } from '../../builtins/codecs.js';
import { getAttr } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { call1 } from '../../object/call.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter, readOnlyMember } from '../../object/install.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyBytes } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import type { XmlParser } from '../pyexpat/parser.js';
import { optionalText } from '../pyexpat/parserType.js';
import { VERSION } from '../pyexpat/version.js';
import { itemsOf } from './children.js';
import { type EventName, PyTreeBuilder } from './treeBuilder.js';
import { PyTreeParser } from './xmlParser.js';

const NOTHING = new Uint8Array(0);
/** What `_parse_whole` reads at once. */
const CHUNK = 65536;

const EVENTS: readonly EventName[] = ['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'];

function setUp(self: PyTreeParser, target: Py = null, encoding: Py = null): null {
  self.setUp(target ?? new PyTreeBuilder(), optionalText(encoding, "XMLParser() argument 'encoding'"));
  return null;
}

function parserOf(self: PyTreeParser): XmlParser {
  if (self.parser === undefined) throw ValueError("XMLParser.__init__() wasn't called");
  return self.parser;
}

function feed(self: PyTreeParser, data: Py): null {
  const parser = parserOf(self);
  const text = strValue(data);
  if (text === undefined) self.feed(bufferOf(data), false);
  else {
    const bytes = encodeText(text, 'utf-8', 'strict');
    if (!parser.hasStarted) parser.fixEncoding('utf-8');
    self.feed(bytes, false);
  }
  return null;
}

function close(self: PyTreeParser): Py {
  parserOf(self);
  self.feed(NOTHING, true);
  return self.result();
}

function flush(self: PyTreeParser): null {
  const parser = parserOf(self);
  parser.defersReparsing = false;
  try {
    self.feed(NOTHING, false);
  } finally {
    parser.defersReparsing = true;
  }
  return null;
}

function parseWhole(self: PyTreeParser, file: Py): Py {
  parserOf(self);
  const read = getAttr(file, 'read');
  for (;;) {
    const data = call1(read, CHUNK);
    let bytes: Uint8Array = NOTHING;
    if (typeof data === 'string') bytes = encodeText(data, 'utf-8', 'surrogatepass');
    else if (data instanceof PyBytes && !data.c$.isHeap) bytes = data.data;
    if (bytes.length === 0) break;
    self.feed(bytes, false);
  }
  self.feed(NOTHING, true);
  return self.treeBuilder === null ? null : self.result();
}

function eventName(event: Py): string {
  const name = event instanceof PyBytes ? Buffer.from(event.data).toString('latin1') : strValue(event);
  if (name === undefined) throw ValueError('invalid events sequence');
  if (!(EVENTS as readonly string[]).includes(name)) throw ValueError(`unknown event '${name}'`);
  return name;
}

/** Says which events are put into a queue. */
function setEvents(self: PyTreeParser, queue: Py, wanted: Py = null): null {
  const { events } = parserOf(self);
  const builder = self.treeBuilder;
  if (builder === null) throw TypeError('event handling only supported for ElementTree.TreeBuilder targets');
  builder.append = getAttr(queue, 'append');
  builder.wanted.clear();
  if (wanted === null) {
    builder.wanted.set('end', 'end');
    return null;
  }
  for (const event of itemsOf(wanted, 'events must be a sequence')) {
    const name = eventName(event) as EventName;
    builder.wanted.set(name, event);
    if (name.endsWith('-ns')) self.takeNamespaces(events);
    else if (name === 'comment') self.takeComments(events);
    else if (name === 'pi') self.takeInstructions(events);
  }
  return null;
}

export const xmlParserType: PyType = declareType({
  name: 'XMLParser',
  module: 'xml.etree.ElementTree',
  js: PyTreeParser,
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method('(*, target=None, encoding=None)', setUp, 'XMLParser'),
    feed: method('(data, /)', feed),
    close: method('()', close),
    flush: method('()', flush),
    _parse_whole: method('(file, /)', parseWhole),
    _setevents: method('(events_queue, events_to_report=None, /)', setEvents),
    entity: readOnlyMember((self: PyTreeParser) => self.entity),
    target: readOnlyMember((self: PyTreeParser) => self.target),
    version: getter(() => `Expat ${VERSION.join('.')}`),
  }),
});
