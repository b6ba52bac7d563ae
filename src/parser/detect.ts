export function detectDialect(text: string): 2 | 3 {
  return /^\s*print\s+["'\w]/m.test(text) ? 2 : 3;
}
