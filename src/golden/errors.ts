/** A golden case that cannot be judged: something is missing or corrupt. The message names the file. */
export class GoldenError extends Error {
  override readonly name = 'GoldenError';
}
