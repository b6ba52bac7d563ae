/** Classes as data, and how the runtime declares its own. Classes written in Python are made in `classes.ts`. */
import type { Maker } from './direct.js';
import { moduleState, rt } from './context.js';
import { isPlainlyNamed } from './inPython.js';
import { noteType } from './staticTypes.js';
import { hide, PyObject, PyInstance, type Py } from './object.js';

export type Constructor = new (...args: any[]) => any;

/** What a built-in type offers to Python, by attribute name. */
export type Members = Record<string, Py>;

/** A class attribute that gets one value after another. */
export interface Counter {
  /** The name of its property. */
  readonly key: string;
  /** How often it was stored before there was a function for that. */
  stores: number;
  store: ((value: Py) => void) | null;
}

/** A class. Its attributes, as seen on the class itself, are `$` properties of this object, inherited along the MRO. */
export class PyType extends PyObject {
  qualname: string;
  moduleName: Py = 'builtins';
  bases: PyType[];
  mro: PyType[];
  /** `__dict__` of the class: the attributes as they were given. Filled on first use for built-in types. */
  namespace = new Map<string, Py>();
  /** Object that instances inherit from. */
  proto: any;
  /** Built-in types whose base this one is: filled in together with it, or they would show its attributes as theirs. */
  derived: PyType[] | null = null;
  /** Direct subclasses. */
  subclasses: WeakRef<PyType>[] = [];
  /** Neither `__eq__` nor `__hash__` is overridden: instances are compared by identity. */
  identityHash = false;
  /** `__eq__` and `__hash__` are those of the built-in type that gives the layout. */
  inheritsHash = true;
  /** `__eq__` or `__hash__` is written in Python. */
  customHash = false;
  /** Written in Python (or made by `type()`), so that its attributes can be set. */
  isHeap = false;
  /** A class that CPython's library has in Python: its attributes can be set too, as long as the process lasts. */
  isOpen = false;
  subclassable = true;
  /** Instances have a `__dict__`. */
  hasDict = false;
  /** A built-in type that is to others as a class written in Python would be. */
  addsNothing = false;
  slots: string[] | null = null;
  /** An `__getattribute__` of Python's own decides every attribute access of the instances. */
  opaque = false;
  /** `__getattr__`, resolved; undefined when there is none. */
  getattrHook: Py = undefined;
  /** `__setattr__` / `__delattr__` written in Python. */
  setattrHook: Py = undefined;
  delattrHook: Py = undefined;
  /** `__new__` and `__init__`, resolved on first call; undefined = look up. */
  newHook: Py = undefined;
  /** There may be instances; until the class is changed, `newHook` says so as well. */
  hasMade = false;
  /** Makes an instance from positional arguments (direct.ts); undefined where the general way must be taken. */
  direct: Maker | undefined = undefined;
  /** Calls until `direct` is made; negative once it has been decided. */
  directCountdown = 8;
  /** A built-in type's own way of making an instance from positional arguments, in place of one by `__new__`. */
  makes: Maker | undefined = undefined;
  initHook: Py = undefined;
  abstractMethods: Py = undefined;
  /** Special methods found so far (null: none), until an attribute of the class or a base changes. */
  readonly specials = new Map<string, ((...args: Py[]) => Py) | null>();
  /** The methods of the operators found so far (operators.ts; null: none), as long as `specials` hold. */
  operators: (((...args: Py[]) => Py) | null | undefined)[] | null = null;
  /** Instances are true, since neither `__bool__` nor `__len__` is there; undefined until asked, and after a change. */
  alwaysTrue: boolean | undefined = undefined;
  /** The class or a base, other than `object`, has a `__class__`; undefined until asked, and after a change. */
  claims: boolean | undefined = undefined;
  /** Attributes that hold data, get other data and are seen below by inheritance alone. */
  counters: Map<string, Counter> | null = null;
  /** The prototype holds copies of inherited attributes, since the MRO is no chain. */
  flat = false;
  /** What `match` takes instances for (`collections.abc` registers it). */
  collection: 'sequence' | 'mapping' | undefined = undefined;
  /** It is `float`, whose own instances have `float$`. */
  isFloat = false;
  /** Old-style class of Python 2. */
  oldStyle = false;
  typeParams: Py = undefined;
  /** Whether the pickler may write instances as their attributes (plainInstances.ts), once it has looked. */
  isPlain: boolean | undefined = undefined;
  constructor(
    public name: string,
    /** Makes a bare instance: `new cls.ctor(…)` with the arguments of the built-in layout. */
    public ctor: Constructor,
    public base: PyType | null,
  ) {
    super();
    this.qualname = name;
    this.proto = ctor.prototype;
    this.bases = base === null ? [] : [base];
    this.mro = base === null ? [this] : [this, ...base.mro];
  }
  /** An attribute of the class or a base has changed. */
  forgetSpecials(): void {
    this.specials.clear();
    this.operators = null;
    this.alwaysTrue = undefined;
    this.claims = undefined;
    this.isPlain = undefined;
  }
  /** Fills in a built-in type's attributes before their first use; undefined once done. */
  pending: (() => void) | undefined = undefined;
  /** Its attributes and those of all its bases are in place. */
  isReady = false;
}

export interface TypeSpec {
  name: string;
  /** Its name in Python 2, where that is another one; with its module, where that is another one too. */
  name2?: string;
  /** What messages of Python 2 call it, where that is more than its name. */
  shown2?: string;
  /** The JavaScript class of instances; its prototype receives the attributes. */
  js: Constructor;
  base?: PyType;
  module?: string;
  /** False where CPython says "type 'x' is not an acceptable base type". */
  subclassable?: boolean;
  /** Instances have a `__dict__`. */
  hasDict?: boolean;
  /** Instances look as those of the base do: the class goes with any other as a base. */
  addsNothing?: boolean;
}

/** `object`, the root of all classes. */
export const objectType: PyType = new PyType('object', PyInstance as Constructor, null);
Object.setPrototypeOf(PyInstance.prototype, PyObject.prototype);
/** The prototype that every other one inherits from carries what `object` gives. */
objectType.proto = PyObject.prototype;
linkClass(objectType);
objectType.identityHash = true;

noteType(objectType);

/** Types with another name in Python 2. */
const renamed: (readonly [type: PyType, spec: TypeSpec])[] = [];

/** Gives the types the names that they have in a dialect. */
export function nameTypes(dialect: 2 | 3): void {
  for (const [type, spec] of renamed) nameType(type, spec, dialect);
}

function nameType(type: PyType, { name, name2, shown2, module = 'builtins' }: TypeSpec, dialect: 2 | 3): void {
  if (shown2 !== undefined) {
    type.name = dialect === 2 ? shown2 : name;
    return;
  }
  type.name = dialect === 2 ? name2! : name;
  const dot = type.name.lastIndexOf('.');
  type.qualname = type.name.slice(dot + 1);
  type.moduleName = dot < 0 ? module : type.name.slice(0, dot);
}

/** Messages call the types of C modules by their full names (`re.Pattern`), but not exceptions. */
const isOfExtension = (module: string, base: PyType): boolean =>
  !isPlainlyNamed(module) && !base.mro.some((type) => type.qualname === 'BaseException' || type.name === 'int');

/** Like `derived`, but the types that this process has made, which are gone with it. */
export const waitingTypes = () => moduleState('types whose bases are not ready', () => new Map<PyType, PyType[]>());

/** Declares a built-in type. Its members come from `defineMembers`, and are put in place on first use. */
export function builtinType(spec: TypeSpec): PyType {
  const base = spec.base ?? objectType;
  const type = new PyType(spec.name, spec.js, base);
  if (spec.module !== undefined) {
    type.moduleName = spec.module;
    if (isOfExtension(spec.module, base)) type.name = `${spec.module}.${spec.name}`;
  }
  const isStatic = noteType(type);
  if ((spec.name2 ?? spec.shown2) !== undefined) {
    if (isStatic) renamed.push([type, spec]);
    if (rt.dialect === 2) nameType(type, spec, 2);
  }
  type.subclassable = spec.subclassable ?? true;
  type.hasDict = spec.hasDict ?? base.hasDict;
  type.addsNothing = spec.addsNothing ?? false;
  type.identityHash = base.identityHash;
  Object.setPrototypeOf(type, base);
  linkClass(type);
  if (base === objectType) return type;
  if (isStatic) (base.derived ??= []).push(type);
  else if (!base.isReady) {
    const waiting = waitingTypes();
    waiting.set(base, [...(waiting.get(base) ?? []), type]);
  }
  return type;
}

/** Declares a built-in type that is a class written in Python in CPython's library. */
export function libraryClass(spec: TypeSpec): PyType {
  const type = builtinType(spec);
  type.isOpen = true;
  return type;
}

/** `__name__`: types of C modules are called with the module in messages (`collections.deque`), and without it here. */
export function shortTypeName(type: PyType): string {
  const { name, qualname } = type;
  if (type.isHeap && (name.length <= qualname.length || !name.endsWith(`.${qualname}`))) return name;
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Makes `c$` of the instances name the class. */
export function linkClass(type: PyType): void {
  for (const key of ['c$', 'd$'] as const) {
    const value = key === 'c$' ? type : undefined;
    if (type.isHeap) type.proto[key] = value;
    else hide(type.proto, key, value);
  }
  // Instances of a subclass of float are no plain floats. (To read `float$` would end the state in which a prototype is cheap to fill,
  // see `expectProperties`.)
  if (type.mro.some((c) => c !== type && c.isFloat)) hide(type.proto, 'float$', false);
}

/** `type`, once it exists. */
export const typeType: { current: PyType } = { current: undefined as unknown as PyType };
