export function dumpPython2(_: unknown): string {
  return '';
}
