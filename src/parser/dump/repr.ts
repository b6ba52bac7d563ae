/** Python's `repr` of the values that literals have. */
import { isPrintable } from '../tokens/characters.js';

/** `repr` of a float. */
export function reprFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  return floatDigits(value, '.0');
}

/** The shortest digits, `suffix` after a whole number that has no exponent. */
function floatDigits(value: number, suffix: string): string {
  const [mantissa, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = Math.abs(exponent) < 10 ? `0${Math.abs(exponent)}` : `${Math.abs(exponent)}`;
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
  }
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0') + suffix;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `repr` of a complex number whose real part is zero. */
export function reprImaginary(value: number): string {
  if (!Number.isFinite(value)) return `${reprFloat(value)}j`;
  return Object.is(value, -0) ? '-0j' : `${floatDigits(value, '')}j`;
}

/** `repr` of a complex number. */
export function reprComplex(real: number, imag: number): string {
  if (Object.is(real, 0)) return reprImaginary(imag);
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+';
  return `(${Object.is(real, -0) ? '-0' : floatDigits(real, '')}${sign}${reprImaginary(imag)})`;
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `repr` of Python 3's str; `splitPairs` are offsets of surrogate pairs that are two characters each. */
export function reprText(text: string, splitPairs: readonly number[] = []): string {
  return quoted(text, splitPairs, (character) =>
    isPrintable(character) ? character : escapeCode(character.codePointAt(0)!),
  );
}

/** `repr` of bytes, and of Python 2's str, without a prefix. */
export function reprBytes(bytes: string): string {
  return quoted(bytes, [], asciiOrHex);
}

/** `repr` of Python 2's unicode, without its prefix. */
export function reprUnicode2(text: string, splitPairs: readonly number[] = []): string {
  return quoted(text, splitPairs, (character) => {
    const code = character.codePointAt(0)!;
    return code >= 0x20 && code < 0x7f ? character : escapeCode(code);
  });
}

function asciiOrHex(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x20 && code < 0x7f ? character : escapeCode(code);
}

function escapeCode(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

function quoted(text: string, splitPairs: readonly number[], show: (character: string) => string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of characters(text, splitPairs)) {
    if (character === quote) result += `\\${character}`;
    else result += SHORT[character] ?? (character >= ' ' && character < '\x7f' ? character : show(character));
  }
  return result + quote;
}

function characters(text: string, splitPairs: readonly number[]): Iterable<string> {
  if (splitPairs.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const at of splitPairs) {
    parts.push(...text.slice(from, at), text[at]!);
    from = at + 1;
  }
  return [...parts, ...text.slice(from)];
}
