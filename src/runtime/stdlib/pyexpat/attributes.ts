/** Attributes' values: references replaced, line ends and spaces as XML has them, defaults added. */
import type { Dtd } from './dtd.js';
import { XmlFailure } from './errors.js';
import { characterOf, predefined, Scanner, type StartTag } from './scanner.js';

/** Adds to the sum of text that entities stand for; throws when that is out of proportion. */
export type Account = (text: string) => void;

/** What values are read by. */
export interface ValueContext {
  readonly dtd: Dtd;
  readonly account: Account;
  /** Where the event at hand begins: what is wrong inside of an entity is told there. */
  readonly eventIndex: number;
}

/**
 * A value as the program gets it.
 * @param raw as it is written
 * @param at where it begins, for errors in it
 * @param isCdata false for a list of tokens: single spaces then, none at the ends
 */
export function attributeValue(context: ValueContext, raw: string, at: number, isCdata: boolean): string {
  const value = /[&\t\n\r]/.test(raw) ? expand(context, raw, at) : raw;
  return isCdata || !value.includes(' ') ? value : value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** @param at where the text begins; undefined inside of an entity */
function expand(context: ValueContext, raw: string, at: number | undefined): string {
  const scanner = new Scanner(raw, true, false);
  let value = '';
  for (let i = 0; i < raw.length; ) {
    const next = raw.slice(i).search(/[&<]/);
    const end = next < 0 ? raw.length : i + next;
    value += raw.slice(i, end).replace(/\r\n|[\t\n\r]/g, ' ');
    if (end === raw.length) break;
    const position = at === undefined ? context.eventIndex : at + end;
    if (raw[end] === '<') throw new XmlFailure('INVALID_TOKEN', position);
    let found: ReturnType<Scanner['reference']>;
    try {
      found = scanner.reference(end);
    } catch {
      throw new XmlFailure('INVALID_TOKEN', position);
    }
    i = found.end;
    if (found.code === undefined) value += predefined(found.name) ?? entityValue(context, found.name, position);
    else {
      const char = characterOf(found.code);
      if (char === undefined) throw new XmlFailure('BAD_CHAR_REF', position);
      value += char;
    }
  }
  return value;
}

function entityValue(context: ValueContext, name: string, at: number): string {
  const { dtd } = context;
  const entity = dtd.entities.get(name);
  const isComplete = !dtd.hasUnread || dtd.standalone;
  if (entity === undefined) {
    if (isComplete) throw new XmlFailure('UNDEFINED_ENTITY', at);
    return '';
  }
  if (isComplete && !entity.isInternal) throw new XmlFailure('ENTITY_DECLARED_IN_PE', at);
  if (entity.isOpen) throw new XmlFailure('RECURSIVE_ENTITY_REF', at);
  if (entity.notation !== null) throw new XmlFailure('BINARY_ENTITY_REF', at);
  if (entity.text === null) throw new XmlFailure('ATTRIBUTE_EXTERNAL_ENTITY_REF', at);
  context.account(entity.text);
  entity.isOpen = true;
  const value = expand(context, entity.text, undefined);
  entity.isOpen = false;
  return value;
}

/** Names and values of a tag's attributes in turn, and how many of those entries are written in the document. */
export interface TagAttributes {
  readonly list: string[];
  readonly written: number;
}

/** @throws XmlFailure for a name that is there twice */
export function attributesOf(context: ValueContext, tag: StartTag): TagAttributes {
  const declared = context.dtd.attributes.get(tag.name);
  const { attributes } = tag;
  const list: string[] = [];
  for (let i = 0; i < attributes.length; i++) {
    const { name, raw, at, valueAt } = attributes[i]!;
    for (let k = 0; k < i; k++) if (attributes[k]!.name === name) throw new XmlFailure('DUPLICATE_ATTRIBUTE', at);
    list.push(name, attributeValue(context, raw, valueAt, declared?.get(name)?.isCdata ?? true));
  }
  const written = list.length;
  if (declared !== undefined) {
    for (const { name, value } of declared.values()) {
      if (value !== null && !attributes.some((given) => given.name === name)) list.push(name, value);
    }
  }
  return { list, written };
}
