/** What the first byte of an encoded value says. A byte below `Tag.None` is itself an int. */
export const Tag = {
  /** Bytes 0 … 0x9f are the ints -32 … 127. */
  smallInts: 0xa0,
  smallest: -32,
  None: 0xa0,
  True: 0xa1,
  False: 0xa2,
  /** int32; an integral double; two's complement. */
  Int32: 0xa3,
  Int53: 0xa4,
  BigInt: 0xa5,
  Float: 0xa6,
  Text: 0xa7,
  Complex: 0xa8,
  Bytes: 0xa9,
  ByteArray: 0xaa,
  Tuple: 0xab,
  Pair: 0xac,
  Triple: 0xad,
  List: 0xae,
  /** Lists of ints that fit int32, or of floats: aligned blocks. */
  Int32List: 0xaf,
  FloatList: 0xb0,
  Dict: 0xb1,
  Set: 0xb2,
  FrozenSet: 0xb3,
  Ellipsis: 0xb4,
  NotImplemented: 0xb5,
  /** An object that came before in the message: its number. */
  Ref: 0xb6,
  /** A function or class: module, qualified name. */
  Global: 0xb7,
  /** Class, number of attributes, then name and value of each; goes to `__setstate__` or the attributes. */
  Instance: 0xb8,
  /** The general form of `__reduce__`: flags of what follows. */
  Reduce: 0xb9,
  /** The kind of a shared object, and what its codec gave. */
  Shared: 0xba,
  /** Python 2: unicode; a small long. */
  Unicode: 0xbb,
  Long: 0xbc,
  /** `type(None)`, `type(...)`, `type(NotImplemented)`: their number. */
  SingletonType: 0xbd,
  Range: 0xbe,
  Slice: 0xbf,
  /** A bound method of Python's: function name and object. */
  Method: 0xc0,
  ByteBlock: 0xc1,
} as const;

/** What is in a `Reduce` record, beside the callable and its arguments. */
export const Reduced = { state: 1, listItems: 2, dictItems: 4, setter: 8, newObject: 16, newObjectEx: 32 } as const;
