/** The text that an entity's declaration gives it. */
import { XmlFailure } from './errors.js';
import { readOutsideParameter } from './outside.js';
import type { XmlParser } from './parser.js';
import { characterOf, type Reference, Scanner, withLineEnds } from './scanner.js';

/** The text so far: what there is of it counts though there is an error in the rest. */
export interface ValueText {
  text: string;
}

/**
 * Adds the literal with numbers of characters replaced, and parameter entities where they may stand; other references stay.
 * @param at where it begins, for errors in it
 * @param isExternal whether parameter entities may stand in it
 */
export function entityValue(p: XmlParser, literal: string, at: number, isExternal: boolean, into: ValueText): void {
  const scanner = new Scanner(literal, true, false);
  for (let i = 0; i < literal.length; ) {
    const next = literal.slice(i).search(/[&%]/);
    const end = next < 0 ? literal.length : i + next;
    into.text += withLineEnds(literal.slice(i, end));
    if (end === literal.length) break;
    const { code, name, end: after } = reference(scanner, end, at);
    if (literal[end] === '%') {
      if (!isExternal) throw new XmlFailure('PARAM_ENTITY_REF', at + end);
      addParameter(p, name, at + end, into);
    } else if (code === undefined) into.text += literal.slice(end, after);
    else {
      const char = characterOf(code);
      if (char === undefined) throw new XmlFailure('BAD_CHAR_REF', at + end);
      into.text += char;
    }
    i = after;
  }
}

function reference(scanner: Scanner, i: number, at: number): Reference {
  try {
    return scanner.reference(i);
  } catch (failure) {
    throw new XmlFailure('INVALID_TOKEN', failure instanceof XmlFailure ? at + failure.at : at + i);
  }
}

function addParameter(p: XmlParser, name: string, at: number, into: ValueText): void {
  const { dtd } = p;
  const entity = dtd.parameters.get(name);
  if (entity === undefined) {
    dtd.keepsProcessing = dtd.standalone;
    return;
  }
  if (entity.isOpen) throw new XmlFailure('RECURSIVE_ENTITY_REF', at);
  if (entity.text === null) {
    dtd.keepsProcessing = readOutsideParameter(p, entity, at) || dtd.standalone;
    return;
  }
  p.account(entity.text);
  entity.isOpen = true;
  entityValue(p, entity.text, at, true, into);
  entity.isOpen = false;
}
