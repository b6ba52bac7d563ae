/**
 * What a backslash and one more character stand for, in every kind of literal of both dialects.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
