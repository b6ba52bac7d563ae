/** Names of characters, as in `\N{GREEK SMALL LETTER ALPHA}`. */
import { brotliDecompressSync } from 'node:zlib';
import { ALIASES } from './aliases.data.js';
import { PACKED_NAMES } from './names.data.js';

// A computed constant rather than state: made at the first use, since most programs name no character.
const names = once(unpack);

/** The character called `name`, in any case, aliases included; null if there is none. */
export function characterNamed(name: string): string | null {
  const code = hangulSyllable(name) ?? ideograph(name) ?? names().get(name.toUpperCase());
  return code === undefined ? null : String.fromCodePoint(code);
}

const byCode = once(() => {
  const aliases = new Set(
    ALIASES.trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf(' ') + 1)),
  );
  return new Map([...names()].filter(([name]) => !aliases.has(name)).map(([name, code]) => [code, name]));
});

/** The name of a character, or null; aliases are no names. */
export function characterName(code: number): string | null {
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return `HANGUL SYLLABLE ${syllableName(code - HANGUL_FIRST)}`;
  if (IDEOGRAPHS.some(([first, last]) => code >= first && code <= last))
    return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase()}`;
  return byCode().get(code) ?? null;
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

/** Each line is a name, after the distance from the code before it if that is not one. */
function unpack(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  let code = 0;
  for (const line of brotliDecompressSync(Buffer.from(PACKED_NAMES, 'base64')).toString('latin1').split('\n')) {
    const step = /^[0-9a-f]+ /.exec(line)?.[0] ?? '';
    code += step === '' ? 1 : Number.parseInt(step, 16);
    const name = line.slice(step.length);
    table.set(name.endsWith('-') ? name + code.toString(16).toUpperCase() : name, code);
  }
  for (const line of ALIASES.trim().split('\n')) {
    const space = line.indexOf(' ');
    table.set(line.slice(space + 1), Number.parseInt(line.slice(0, space), 16));
  }
  return table;
}

const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2ebf0, 0x2ee5d],
  [0x30000, 0x3134a],
  [0x31350, 0x323af],
];

function ideograph(name: string): number | undefined {
  const digits = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const code = Number.parseInt(digits, 16);
  return IDEOGRAPHS.some(([first, last]) => code >= first && code <= last) ? code : undefined;
}

const LEADING = 'G GG N D DD R M B BB S SS - J JJ C K T P H'.split(' ').map((part) => part.replace('-', ''));
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TRAILING = '- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'
  .split(' ')
  .map((part) => part.replace('-', ''));

const SYLLABLE = /^HANGUL SYLLABLE ([GNDRMBSJCKTPH]{0,2})([AEYOUWI]+)([GNDLMBSJCKTPH]{0,2})$/;

function hangulSyllable(name: string): number | undefined {
  const match = SYLLABLE.exec(name);
  if (!match) return undefined;
  const [leading, vowel, trailing] = [
    LEADING.indexOf(match[1]!),
    VOWELS.indexOf(match[2]!),
    TRAILING.indexOf(match[3]!),
  ];
  if (leading < 0 || vowel < 0 || trailing < 0) return undefined;
  return HANGUL_FIRST + (leading * VOWELS.length + vowel) * TRAILING.length + trailing;
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;

function syllableName(index: number): string {
  const trailing = index % TRAILING.length;
  const rest = Math.floor(index / TRAILING.length);
  return LEADING[Math.floor(rest / VOWELS.length)]! + VOWELS[rest % VOWELS.length] + TRAILING[trailing];
}
