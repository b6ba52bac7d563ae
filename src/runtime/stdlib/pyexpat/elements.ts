/** Start and end tags. */
import { attributesOf, type TagAttributes } from './attributes.js';
import { XmlFailure } from './errors.js';
import type { Binding } from './namespaces.js';
import type { XmlParser } from './parser.js';
import type { Scanner } from './scanner.js';

/** An element that has begun and not ended. */
export interface OpenElement {
  /** As the tag has it. */
  readonly tag: string;
  /** As the program gets it. */
  readonly name: string;
  readonly bindings: readonly Binding[];
}

const NONE: readonly Binding[] = [];

/** @param base how many elements are open around the text */
export function readStartTag(p: XmlParser, source: Scanner, base: number): void {
  const { events, namespaces } = p;
  const { pos } = source;
  const tag = source.startTag();
  let attributes = attributesOf(p, tag);
  let { name } = tag;
  let bindings = NONE;
  if (namespaces !== undefined) {
    if (attributes.list.length > 0 && isQualified(attributes)) {
      const bound: Binding[] = [];
      try {
        bind(p, attributes, bound, pos);
        attributes = expandAttributes(p, attributes, pos);
        name = namespaces.expand(name, false, pos);
      } catch (failure) {
        if (tag.isEmpty) namespaces.unbind(bound);
        throw failure;
      }
      bindings = bound.length === 0 ? NONE : bound;
    } else name = namespaces.expand(name, false, pos);
  }
  const { startElement, endElement } = events;
  if (startElement !== undefined) startElement(name, attributes.list, attributes.written);
  if (!tag.isEmpty) {
    if (startElement === undefined) p.raw(source, tag.end);
    p.open.push({ tag: tag.name, name, bindings });
    source.pos = tag.end;
    return;
  }
  if (endElement !== undefined) {
    if (startElement !== undefined) p.markAt(source, tag.end);
    endElement(name);
  } else if (startElement === undefined) p.raw(source, tag.end);
  namespaces?.unbind(bindings);
  source.pos = tag.end;
  endOfElement(p, base);
}

export function readEndTag(p: XmlParser, source: Scanner, base: number): void {
  const { pos } = source;
  const { name, end } = source.endTag();
  if (p.open.length === base) throw new XmlFailure('ASYNC_ENTITY', pos);
  const element = p.open.at(-1)!;
  if (element.tag !== name) throw new XmlFailure('TAG_MISMATCH', pos + 2);
  p.open.pop();
  if (p.events.endElement !== undefined) p.events.endElement(element.name);
  else p.raw(source, end);
  p.namespaces?.unbind(element.bindings);
  source.pos = end;
  endOfElement(p, base);
}

/** After the root element's end comes what may follow it. */
function endOfElement(p: XmlParser, base: number): void {
  if (p.open.length === 0 && base === 0 && p.kind === 'document') p.state = 'epilog';
}

/** Whether an attribute declares a namespace or is of one. */
function isQualified({ list }: TagAttributes): boolean {
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i]!;
    if (name.includes(':') || name === 'xmlns') return true;
  }
  return false;
}

function bind(p: XmlParser, { list }: TagAttributes, bound: Binding[], at: number): void {
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i]!;
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    bound.push(p.namespaces!.bind(name.slice(6), list[i + 1]!, at));
  }
}

/** Attributes without the declarations of namespaces, by their full names. */
function expandAttributes(p: XmlParser, { list, written }: TagAttributes, at: number): TagAttributes {
  const expanded: string[] = [];
  const seen = new Set<string>();
  let left = written;
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i]!;
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      if (i < written) left -= 2;
      continue;
    }
    const full = p.namespaces!.expand(name, true, at);
    const key = name.includes(':') ? p.namespaces!.key(name) : name;
    if (seen.has(key)) throw new XmlFailure('DUPLICATE_ATTRIBUTE', at);
    seen.add(key);
    expanded.push(full, list[i + 1]!);
  }
  return { list: expanded, written: left };
}
