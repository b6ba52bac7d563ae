/** Where a traceback takes its source lines from, as `linecache` would. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { processPath } from '../import/paths.js';
import { unloadedName } from '../import/standIn.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { CodeUnit } from '../object/function.js';
import { PyDict } from '../object/table.js';
import { PyList, PyTuple } from '../object/values.js';
import { sourceLine, type Unit } from '../unit.js';
import { commandUnit } from '../unitRegistry.js';

/** Lines `from` to `to` (from 1, both included), without line ends; null when there is no source to show. */
export function sourceLines(unit: CodeUnit, from: number, to: number): string[] | null {
  if (isShown(unit)) {
    const lines = range(from, to, (line) => sourceLine(unit, line));
    return rt.dialect === 2 && lines.some((line) => NOT_ASCII.test(line)) ? bytesOf(unit, lines, from, to) : lines;
  }
  const text = otherText(unit.filename) ?? fromLoader(unit);
  if (text === null) return null;
  const lines = text.split(/\r\n|[\n\r\f]/);
  return range(from, to, (line) => lines[line - 1] ?? '');
}

const NOT_ASCII = /[^\x00-\x7f]/;

/** Python 2 shows the bytes of the file, one character each. */
function bytesOf(unit: CodeUnit, lines: readonly string[], from: number, to: number): string[] {
  try {
    const file = readFileSync(processPath(unit.filename), 'latin1').split(/\r\n|[\n\r\f]/);
    return range(from, to, (line) => file[line - 1] ?? '');
  } catch {
    return lines.map((line) => Buffer.from(line, 'utf8').toString('latin1'));
  }
}

function range(from: number, to: number, line: (n: number) => string): string[] {
  const lines: string[] = [];
  for (let n = from; n <= to; n++) lines.push(line(n));
  return lines;
}

/** The unit is the file that it is called after, or the text of `-c`. */
function isShown(unit: CodeUnit): boolean {
  if ((unit as Unit).compiled.globalsMode === 'dict') return false;
  return rt.dialect === 3 ? unit.filename !== '<stdin>' : !unit.filename.startsWith('<');
}

/** Source of what `compile` and `exec` were given a file's name for. */
function otherText(filename: string): string | null {
  const cached = fromLinecache(filename);
  if (cached !== null) return cached;
  if (filename === '<string>' && rt.dialect === 3) return commandUnit()?.source ?? null;
  if (filename.startsWith('<')) return null;
  const path = processPath(filename);
  try {
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

/** What the loader of the module says, for files that are in archives. */
function fromLoader({ filename, globals }: CodeUnit): string | null {
  if (rt.dialect === 2 || filename.startsWith('<')) return null;
  try {
    const loader = globals.get('__loader__');
    const spec = globals.get('__spec__') ?? null;
    const name = spec === null ? globals.get('__name__') : getAttr(spec, 'name');
    const source = loader === undefined || loader === null ? null : callMethod(loader, 'get_source', name);
    return typeof source === 'string' ? source : null;
  } catch {
    return null;
  }
}

/** What the program (or the interactive console of the library) has registered there. */
function fromLinecache(filename: string): string | null {
  const module = rt.modules.get('linecache');
  const isLoaded = module !== undefined && module !== null && unloadedName(module) === undefined;
  const cache = !isLoaded ? undefined : findAttr(module, 'cache');
  const entry = cache instanceof PyDict ? cache.get(filename) : undefined;
  const lines = entry instanceof PyTuple ? entry.items[2] : undefined;
  return lines instanceof PyList && lines.items.every((line) => typeof line === 'string') ? lines.items.join('') : null;
}
