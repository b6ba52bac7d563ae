/**
 * The coding cookie of a source text.
 * Spec: https://peps.python.org/pep-0263/
 */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/** The encoding that a comment in the first two lines names, as it is written; null if there is none. */
export function codingCookie(head: string): string | null {
  for (const line of head.split(/\r\n?|\n/, 2)) {
    const match = COOKIE.exec(line);
    if (match) return match[1]!;
    if (!BLANK.test(line)) return null;
  }
  return null;
}

/** CPython knows two encodings by several names; every other name stays as it is written. */
export function normalEncoding(cookie: string): string {
  const name = cookie.toLowerCase().replaceAll('_', '-').slice(0, 12);
  if (/^utf-8(?:-|$)/.test(name)) return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name)) return 'iso-8859-1';
  return cookie;
}
