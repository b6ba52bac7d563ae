/**
 * Case methods and predicates of bytes and of Python 2's str: only ASCII letters have case.
 *
 * Strings hold one character a byte (U+0000 to U+00FF).
 * Spec: https://docs.python.org/3/library/stdtypes.html#bytes.isalnum and the methods after it.
 */

const BEYOND_ASCII = /[^\0-\x7f]/;

/** `b.upper()`. */
export function asciiUpper(s: string): string {
  if (!BEYOND_ASCII.test(s)) return s.toUpperCase();
  return s.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** `b.lower()`. */
export function asciiLower(s: string): string {
  if (!BEYOND_ASCII.test(s)) return s.toLowerCase();
  return s.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** `b.capitalize()`. */
export function asciiCapitalize(s: string): string {
  return asciiUpper(s.slice(0, 1)) + asciiLower(s.slice(1));
}

/** `b.title()`. */
export function asciiTitle(s: string): string {
  return s.replace(/[A-Za-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
}

/** `b.swapcase()`. */
export function asciiSwapcase(s: string): string {
  return s.replace(/[A-Z]+|[a-z]+/g, (run) => (run[0]! < 'a' ? run.toLowerCase() : run.toUpperCase()));
}

/** `b.isupper()`. */
export function asciiIsUpper(s: string): boolean {
  return /[A-Z]/.test(s) && !/[a-z]/.test(s);
}

/** `b.islower()`. */
export function asciiIsLower(s: string): boolean {
  return /[a-z]/.test(s) && !/[A-Z]/.test(s);
}

/** `b.istitle()`. */
export function asciiIsTitle(s: string): boolean {
  return /[A-Z]/.test(s) && !/[A-Za-z][A-Z]|(?<![A-Za-z])[a-z]/.test(s);
}

/** `b.isalpha()`. */
export function asciiIsAlpha(s: string): boolean {
  return /^[A-Za-z]+$/.test(s);
}

/** `b.isdigit()`. */
export function asciiIsDigit(s: string): boolean {
  return /^[0-9]+$/.test(s);
}

/** `b.isalnum()`. */
export function asciiIsAlnum(s: string): boolean {
  return /^[A-Za-z0-9]+$/.test(s);
}

/** `b.isspace()`. */
export function asciiIsSpace(s: string): boolean {
  return /^[\t-\r ]+$/.test(s);
}
