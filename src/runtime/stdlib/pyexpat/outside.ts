/** What a document has outside of itself: the rest of its type's declarations, and parameter entities. */
import type { Entity } from './dtd.js';
import { XmlFailure } from './errors.js';
import type { XmlParser } from './parser.js';

/** The program may refuse a document that depends on what lies outside of it. */
export function checkStandalone(p: XmlParser, at: number): void {
  const { notStandalone } = p.events;
  if (!p.dtd.standalone && notStandalone !== undefined && !notStandalone()) {
    throw new XmlFailure('NOT_STANDALONE', at);
  }
}

/** The part of the document type that lies outside, if it has one or the program gives one. */
export function readExternalSubset(p: XmlParser, systemId: string | null, publicId: string | null, at: number): void {
  const { dtd } = p;
  if (systemId === null && !p.usesForeignDtd) return;
  p.usesForeignDtd = false;
  const hadUnread = dtd.hasUnread;
  dtd.hasUnread = true;
  const { externalEntity } = p.events;
  if (!p.parameterParsing || externalEntity === undefined) return;
  dtd.wasParameterRead = false;
  if (!externalEntity(null, p.base, systemId, publicId)) throw new XmlFailure('EXTERNAL_ENTITY_HANDLING', at);
  if (dtd.wasParameterRead) checkStandalone(p, at);
  else if (systemId === null) dtd.hasUnread = hadUnread;
}

/** `%name;`: `read` reads the text of an entity that has one. */
export function readParameter(p: XmlParser, name: string, at: number, read: (text: string) => void): void {
  const { dtd, events } = p;
  dtd.hasUnread = true;
  const entity = dtd.parameters.get(name);
  if (!p.parameterParsing) dtd.keepsProcessing = dtd.standalone;
  else if (entity === undefined) {
    dtd.keepsProcessing = dtd.standalone;
    events.skippedEntity?.(name, 1);
    return;
  } else if (entity.isOpen) throw new XmlFailure('RECURSIVE_ENTITY_REF', at);
  else if (entity.text !== null) {
    p.account(entity.text);
    entity.isOpen = true;
    p.insideEntity(() => read(entity.text!));
    entity.isOpen = false;
    return;
  } else if (!readOutsideParameter(p, entity, at)) {
    dtd.keepsProcessing = dtd.standalone;
    return;
  }
  checkStandalone(p, at);
}

/** A parameter entity that the program reads; false if it did not. */
export function readOutsideParameter(p: XmlParser, entity: Entity, at: number): boolean {
  const { dtd, events } = p;
  if (events.externalEntity === undefined) return false;
  dtd.wasParameterRead = false;
  entity.isOpen = true;
  const isDone = events.externalEntity(null, entity.base, entity.systemId, entity.publicId);
  entity.isOpen = false;
  if (!isDone) throw new XmlFailure('EXTERNAL_ENTITY_HANDLING', at);
  return dtd.wasParameterRead;
}
