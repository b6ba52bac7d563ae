const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;
const NOT_ALPHANUMERIC = /[^A-Za-z0-9]/gu;

/**
 * `re.escape(text)`: `text` as a pattern that matches itself. Python 3 escapes what can be special, Python 2 whatever
 * is not an ASCII letter or digit.
 */
export function escapePattern(text: string, dialect: 2 | 3 = 3): string {
  if (dialect === 3) return text.replace(SPECIAL, '\\$&');
  return text.replace(NOT_ALPHANUMERIC, (char) => (char === '\0' ? '\\000' : `\\${char}`));
}
