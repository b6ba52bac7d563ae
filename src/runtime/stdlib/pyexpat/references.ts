/** References in the content of elements. */
import { readContent } from './content.js';
import type { Entity } from './dtd.js';
import { XmlFailure } from './errors.js';
import type { XmlParser } from './parser.js';
import { characterOf, predefined, Scanner } from './scanner.js';

/** The reference at the source's position. */
export function readReference(p: XmlParser, source: Scanner): void {
  const { pos, text } = source;
  const { code, name, end } = source.reference(pos);
  const written = text.slice(pos, end);
  if (code !== undefined) {
    const char = characterOf(code);
    if (char === undefined) throw new XmlFailure('BAD_CHAR_REF', pos);
    p.giveText(char, written);
  } else {
    const char = predefined(name);
    if (char !== undefined) p.giveText(char, written);
    else readEntity(p, name, written, pos);
  }
  source.pos = end;
}

function readEntity(p: XmlParser, name: string, written: string, at: number): void {
  const { dtd, events } = p;
  const entity = dtd.entities.get(name);
  if (!dtd.hasUnread || dtd.standalone) {
    if (entity === undefined) throw new XmlFailure('UNDEFINED_ENTITY', at);
    if (!entity.isInternal) throw new XmlFailure('ENTITY_DECLARED_IN_PE', at);
  }
  const skip = (): void => {
    if (events.skippedEntity !== undefined) events.skippedEntity(name, 0);
    else events.raw?.(written);
  };
  if (entity === undefined) {
    skip();
    return;
  }
  if (entity.isOpen) throw new XmlFailure('RECURSIVE_ENTITY_REF', at);
  if (entity.notation !== null) throw new XmlFailure('BINARY_ENTITY_REF', at);
  if (entity.text !== null) {
    if (events.raw !== undefined && !events.expands) skip();
    else readInside(p, entity, entity.text);
  } else if (events.externalEntity !== undefined) readOutside(p, entity, at);
  else events.raw?.(written);
}

/** An entity's own text, whose elements begin and end in it. */
function readInside(p: XmlParser, entity: Entity, text: string): void {
  p.account(text);
  entity.isOpen = true;
  const source = new Scanner(text, true, p.namespaces !== undefined);
  const base = p.open.length;
  p.insideEntity(() => {
    readContent(p, source, base);
    if (p.state === 'section') throw new XmlFailure('UNCLOSED_CDATA_SECTION', 0);
    if (p.open.length !== base) throw new XmlFailure('ASYNC_ENTITY', 0);
  });
  entity.isOpen = false;
}

/** An entity that the program reads, by a parser of its own. */
function readOutside(p: XmlParser, entity: Entity, at: number): void {
  entity.isOpen = true;
  const open = [...p.dtd.entities.values()].filter(({ isOpen }) => isOpen).map(({ name }) => name);
  const context = [...(p.namespaces?.context() ?? []), ...open].join('\f');
  const isDone = p.events.externalEntity!(context, entity.base, entity.systemId, entity.publicId);
  entity.isOpen = false;
  if (!isDone) throw new XmlFailure('EXTERNAL_ENTITY_HANDLING', at);
}
