/** Reads the content of elements. */
import { readEndTag, readStartTag } from './elements.js';
import { endOfRun, SECTION, TEXT } from './names.js';
import type { XmlParser } from './parser.js';
import { readReference } from './references.js';
import { INCOMPLETE, type Scanner } from './scanner.js';

/**
 * Reads tokens until the text is at its end or the root element is.
 * @param base how many elements are open around the text: they do not end in it
 */
export function readContent(p: XmlParser, source: Scanner, base: number): void {
  while (source.pos < source.text.length && p.state !== 'epilog') {
    p.mark(source);
    if (p.state === 'section') readSection(p, source);
    else readToken(p, source, base);
  }
}

function readToken(p: XmlParser, source: Scanner, base: number): void {
  const { text, pos } = source;
  switch (text[pos]) {
    case '<':
      readMarkup(p, source, base);
      return;
    case '&':
      readReference(p, source);
      return;
    case '\n':
    case '\r':
      readLineEnd(p, source);
      return;
    default:
      readText(p, source);
  }
}

function readMarkup(p: XmlParser, source: Scanner, base: number): void {
  const { text, pos } = source;
  switch (text[pos + 1]) {
    case '/':
      readEndTag(p, source, base);
      return;
    case '?':
      p.readInstruction(source);
      return;
    case '!':
      if (text[pos + 2] === '-') p.readComment(source);
      else {
        const end = source.word(pos + 2, '[CDATA[');
        if (p.events.startSection !== undefined) p.events.startSection();
        else p.raw(source, end);
        source.pos = end;
        p.state = 'section';
      }
      return;
    default:
      readStartTag(p, source, base);
  }
}

function readLineEnd(p: XmlParser, source: Scanner): void {
  const { text, pos } = source;
  const isReturn = text[pos] === '\r';
  if (isReturn && pos + 1 >= text.length && !source.final) throw INCOMPLETE;
  const length = isReturn && text[pos + 1] === '\n' ? 2 : 1;
  source.pos += length;
  p.giveText('\n', text.slice(pos, pos + length));
  if (isReturn && pos + 1 === text.length) p.checkCut(source);
}

function readText(p: XmlParser, source: Scanner): void {
  const { text, pos } = source;
  let end = pos;
  if (text[pos] === ']') {
    const second = text[pos + 1];
    if (second === ']' && text[pos + 2] === '>') source.invalid(pos + 2);
    const isCut = second === undefined || (second === ']' && text[pos + 2] === undefined);
    if (isCut && !source.final) throw INCOMPLETE;
    end = isCut ? text.length : end + 1;
  }
  for (;;) {
    end = endOfRun(TEXT, text, end);
    if (text[end] !== ']') break;
    // Two brackets and what follows them decide whether they are text.
    const second = text[end + 1];
    if (second === ']' && text[end + 2] === '>') source.invalid(end + 2);
    if (end > pos && (second === undefined || (second === ']' && text[end + 2] === undefined))) break;
    end++;
  }
  if (end === pos) source.invalid(pos);
  source.pos = end;
  p.giveRun(source, text.slice(pos, end));
}

/** Something in a CDATA section: a line end, a run of text, or its end. */
function readSection(p: XmlParser, source: Scanner): void {
  const { text, pos } = source;
  const c = text[pos];
  if (c === '\n' || c === '\r') {
    readLineEnd(p, source);
    return;
  }
  let from = pos;
  if (c === ']') {
    if (pos + 1 >= text.length) throw INCOMPLETE;
    if (text[pos + 1] === ']') {
      if (pos + 2 >= text.length) throw INCOMPLETE;
      if (text[pos + 2] === '>') {
        if (p.events.endSection !== undefined) p.events.endSection();
        else p.raw(source, pos + 3);
        source.pos = pos + 3;
        p.state = 'content';
        return;
      }
    }
    from++;
  }
  const end = endOfRun(SECTION, text, from);
  if (end === pos) source.invalid(pos);
  source.pos = end;
  p.giveRun(source, text.slice(pos, end));
}
