/** A failure of packing or unpacking; `kind` is the Python class ('error' is `struct.error`). */
export class StructError extends Error {
  override readonly name = 'StructError';
  readonly kind: 'error' | 'OverflowError';

  constructor(kind: StructError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
