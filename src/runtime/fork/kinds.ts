/** The bytes of a fork snapshot: what stands before a value, and what before the record of an object. */

/** A value inside a record. Ints from -32 to 127 are one byte, as in the codec. */
export const V = {
  smallInts: 0xa0,
  smallest: -32,
  None: 0xa0,
  True: 0xa1,
  False: 0xa2,
  Int32: 0xa3,
  Double: 0xa4,
  BigInt: 0xa5,
  Float: 0xa6,
  Text: 0xa7,
  /** An object: its number. */
  Ref: 0xa8,
  /** Values of JavaScript, inside objects of the runtime. */
  Undefined: 0xa9,
  Array: 0xaa,
  Map: 0xab,
  Set: 0xac,
  Bytes: 0xad,
  Uint32s: 0xae,
  Int32s: 0xaf,
  Doubles: 0xb0,
  Plain: 0xb1,
  Weak: 0xb2,
  Pattern: 0xb3,
  /** What the runtime has in place of an iterator that is none of its own: that. */
  Foreign: 0xb4,
} as const;

/** The kind of an object. */
export const K = {
  List: 1,
  Int32List: 2,
  FloatList: 3,
  Tuple: 4,
  Dict: 5,
  Set: 6,
  Bytes: 7,
  Instance: 8,
  Function: 9,
  Class: 10,
  Cell: 11,
  Unit: 12,
  Code: 13,
  UserModule: 14,
  LibraryModule: 15,
  /** By module and qualified name, out of the library. */
  Global: 16,
  /** By its place among the types of the runtime. */
  StaticType: 17,
  /** A method or other attribute of a type: type, name. */
  TypeAttribute: 18,
  /** An object of a type of the runtime: class, then its properties. */
  Layout: 19,
  Shared: 20,
  /** As `__reduce_ex__` says. */
  Reduced: 21,
  /** `__dict__` of an instance; of a module. */
  AttributeDict: 22,
  ModuleDict: 23,
  /** A slot's descriptor, `__dict__`, `__weakref__` of a class: class, name. */
  SlotDescriptor: 24,
  /** Why it cannot be in two processes: raised when it is first needed. */
  Refused: 25,
  /** The unit of a library module, which the child compiles itself: module name. */
  LibraryUnit: 26,
  /** `sys.modules`, and the namespace of the builtins. */
  Modules: 27,
  /** An object of the library whose state is carried over: module, path, then what of it. */
  Anchor: 28,
  ByteArray: 29,
  /** A generator that is not running: see generators.ts. */
  Generator: 30,
  /** A value that is made when it is first needed: see later.ts. */
  Later: 31,
} as const;
