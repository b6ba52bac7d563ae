/** `<?xml …?>`: the document's version and encoding. */
import { XmlFailure } from './errors.js';
import type { Token } from './prologTokens.js';

export interface XmlDeclaration {
  readonly version: string | null;
  readonly encoding: string | null;
  /** Where the encoding's name stands. */
  readonly encodingAt: number;
  readonly standalone: -1 | 0 | 1;
}

const PART = /([ \t\r\n]*)([A-Za-z]*)[ \t\r\n]*(=?)[ \t\r\n]*(?:"([A-Za-z0-9._-]*)"|'([A-Za-z0-9._-]*)')?/y;

/**
 * What a declaration says.
 * @param isText whether it is an entity's: that has an encoding, but need not have a version
 */
export function readXmlDeclaration({ text, at }: Token, isText: boolean): XmlDeclaration {
  const end = text.length - 2;
  let i = '<?xml'.length;
  const fail = (where: number): never => {
    throw new XmlFailure(isText ? 'TEXT_DECL' : 'XML_DECL', at + where);
  };
  /** The next `name="value"`; undefined at the end. */
  const next = (): { name: string; value: string; nameAt: number; valueAt: number } | undefined => {
    PART.lastIndex = i;
    const [all, space, name, equals, double, single] = PART.exec(text)!;
    const nameAt = i + space!.length;
    const value = double ?? single;
    if (nameAt >= end) return undefined;
    if (space === '' || name === '') fail(nameAt);
    if (equals === '' || value === undefined) fail(i + all.length);
    i += all.length;
    return { name: name!, value: value!, nameAt, valueAt: i - value!.length - 1 };
  };
  let part = next();
  let version: string | null = null;
  if (part?.name === 'version') {
    version = part.value;
    part = next();
  } else if (!isText) fail(part?.nameAt ?? i);
  let encoding: string | null = null;
  let encodingAt = 0;
  if (part?.name === 'encoding') {
    encoding = part.value;
    encodingAt = at + part.valueAt;
    if (!/^[A-Za-z]/.test(encoding)) fail(part.valueAt);
    part = next();
  } else if (isText) fail(part?.nameAt ?? i);
  let standalone: -1 | 0 | 1 = -1;
  if (part !== undefined && !isText && part.name === 'standalone') {
    if (part.value !== 'yes' && part.value !== 'no') fail(part.valueAt);
    standalone = part.value === 'yes' ? 1 : 0;
    part = next();
  }
  if (part !== undefined) fail(part.nameAt);
  return { version, encoding, encodingAt, standalone };
}
