/** Code objects in `marshal`'s format. There are no instructions here: the text that a code is of is written, and where in it the code is. */
import { codeFromText, type CompileRequest } from '../execute.js';
import { ValueError } from '../object/errors.js';
import { Code } from '../object/function.js';
import type { Unit } from '../unit.js';
import { allUnits } from '../unitRegistry.js';

/** A code as it is written, in JSON. */
interface WrittenCode {
  readonly filename: string;
  readonly source: string;
  readonly mode: CompileRequest['mode'];
  readonly future: readonly string[];
  readonly dialect?: 2 | 3;
  readonly qualname: string;
  readonly firstLine: number;
  /** Which one of those with the same name in the same line. */
  readonly ordinal: number;
}

/** No code of CPython takes so many arguments, which is what stands first in what it writes. */
const MARK = Buffer.from('pymp');

const alike = (codes: readonly Code[], { qualname, firstLine }: Pick<Code, 'qualname' | 'firstLine'>): Code[] =>
  codes.filter((code) => code.qualname === qualname && code.firstLine === firstLine);

/** What stands behind the letter for a code. */
export function writtenCode(code: Code): Uint8Array {
  const unit = code.unit as Unit;
  const own = unit.codes[code.index]!;
  const { filename, source, future, compiled } = unit;
  const { qualname, firstLine } = own;
  const written: WrittenCode = {
    filename,
    source,
    mode: code.mode,
    future,
    ...(compiled.dialect === undefined ? {} : { dialect: compiled.dialect }),
    qualname,
    firstLine,
    ordinal: alike(unit.codes, own).indexOf(own),
  };
  const text = Buffer.from(JSON.stringify(written));
  const length = Buffer.alloc(4);
  length.writeInt32LE(text.length);
  return Buffer.concat([MARK, length, text]);
}

/** The code that was written so. @param take gives the next bytes. ValueError for one that CPython has written. */
export function readCode(take: (length: number) => Uint8Array): Code {
  if (!MARK.equals(take(MARK.length))) throw ValueError('bad marshal data (unknown type code)');
  const text = Buffer.from(take(Buffer.from(take(4)).readInt32LE()));
  const written = JSON.parse(text.toString()) as WrittenCode;
  const code = alike(loadedCodes(written) ?? compiledCodes(written), written)[written.ordinal];
  if (code === undefined) throw ValueError('bad marshal data (unknown type code)');
  return code;
}

/** The codes of that text where a module of this process is made of it. */
function loadedCodes({ filename, source, mode }: WrittenCode): readonly Code[] | undefined {
  if (mode !== 'exec') return undefined;
  for (const unit of allUnits().values())
    if (unit.filename === filename && unit.compiled.globalsMode !== 'dict' && unit.source === source) return unit.codes;
  return undefined;
}

function compiledCodes({ filename, source, mode, future, dialect }: WrittenCode): readonly Code[] {
  const request = {
    filename,
    mode,
    future,
    globalsMode: 'dict',
    ...(dialect === undefined ? {} : { dialect }),
  } as const;
  return codeFromText(source, request).unit.codes;
}
