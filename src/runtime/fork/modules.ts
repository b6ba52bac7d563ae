/** Which of the modules' variables the child gets: those that the code that it can reach names, and what these need. */
import { rt } from '../object/context.js';
import type { Code } from '../object/function.js';
import { ModuleMap } from '../object/namespace.js';
import { nearest } from '../object/nearest.js';
import { attributeKey, type Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { PyModule } from '../object/values.js';
import type { Unit } from '../unit.js';
import { isLibraryFile } from '../import/library.js';
import { unloadedName } from '../import/standIn.js';
import { FINDS_MODULES, NAMES_ITS_MODULE, OPENS_CHANNELS, wordsOf } from './words.js';

/** A module whose variables are part of the snapshot: any that is not of the library. */
export interface UserModule {
  readonly module: PyModule;
  readonly name: string;
  /** Variables that travel. */
  readonly included: Set<string>;
  all: boolean;
  /** The child can reach the module object, so any attribute that the reached texts name. */
  reached: boolean;
}

/** Variables that every module needs. `__builtins__` is the child's own. */
const ALWAYS = [
  '__name__',
  '__file__',
  '__package__',
  '__path__',
  '__spec__',
  '__loader__',
  '__doc__',
  '__annotations__',
  '__cached__',
];

export class ModuleScope {
  readonly users = new Map<PyModule, UserModule>();
  private readonly codes = new Set<Code>();
  private readonly units = new Set<Unit>();
  private readonly words: ReadonlySet<string>[] = [];
  /** Everything of every module: the reached code can find modules by names that it makes up. */
  private everything = false;
  /**
   * Other processes can send functions and instances, by the names of functions and classes. Proxies are such channels, and a
   * class of managers connects to them anywhere.
   */
  private channel = rt.modules.get('multiprocessing.managers') !== undefined;

  /** @param include called with each variable that joins. */
  constructor(private readonly include: (user: UserModule, name: string, value: Py) => void) {
    for (const [name, module] of rt.modules.entryList()) {
      if (typeof name !== 'string' || !(module instanceof PyModule) || isLibraryModule(module, name)) continue;
      if (!this.users.has(module))
        this.users.set(module, { module, name, included: new Set(), all: false, reached: false });
    }
  }

  /** The module of these globals, if it is one whose variables travel. */
  owner(globals: Py): UserModule | undefined {
    const { map } = globals;
    return map instanceof ModuleMap ? this.users.get(map.module) : undefined;
  }

  /** The child can run this code. */
  reach(code: Code): void {
    if (this.codes.has(code)) return;
    this.codes.add(code);
    const unit = code.unit as Unit;
    const user = this.owner(unit.globals);
    this.reachUnit(unit);
    if (user !== undefined) {
      for (const name of code.names) {
        if (unit.globals.get(name) === undefined) this.addLike(user, name);
        else this.add(user, name);
      }
      if (code.names.some((name) => NAMES_ITS_MODULE.includes(name) && unit.globals.get(name) === undefined))
        this.addAll(user);
    }
    for (const nested of codesWithin(code, unit)) this.reach(nested);
  }

  /** A name that is nowhere is an error in the child, and the error names the variable that is most like it. */
  private addLike(user: UserModule, name: string): void {
    if (attributeKey(name) in rt.builtins) return;
    const names = [...user.module.namespace.map.keys()].filter((key) => typeof key === 'string');
    const like = nearest(names, name);
    if (like !== null) this.add(user, like);
  }

  private reachUnit(unit: Unit): void {
    if (this.units.has(unit)) return;
    this.units.add(unit);
    const words = wordsOf(unit.compiled);
    this.words.push(words);
    if (FINDS_MODULES.some((word) => words.has(word))) this.everything = true;
    if (OPENS_CHANNELS.some((word) => words.has(word))) this.channel = true;
  }

  reachModule(module: PyModule): void {
    const user = this.users.get(module);
    if (user !== undefined) user.reached = true;
  }

  reachChannel(): void {
    this.channel = true;
  }

  /** All variables of a module whose dict itself is reached. */
  reachDict(module: PyModule): void {
    const user = this.users.get(module);
    if (user !== undefined) this.addAll(user);
  }

  /** Adds what the state by now asks for. To be called until it changes nothing. */
  settle(): void {
    for (const user of this.users.values()) {
      if (user.all) continue;
      if (this.everything) this.addAll(user);
      else {
        const last = user.name.slice(user.name.lastIndexOf('.') + 1);
        if (!user.reached && this.words.some((words) => words.has(last))) user.reached = true;
        if (user.reached) this.addNamed(user);
        if (this.channel) this.addDefinitions(user);
      }
    }
  }

  /** The variables of which the child can have the names: `from module import *` has all public ones. */
  private addNamed(user: UserModule): void {
    for (const name of user.module.namespace.map.keys()) {
      if (typeof name === 'string' && this.words.some((words) => words.has(name))) this.add(user, name);
    }
  }

  private addDefinitions(user: UserModule): void {
    for (const name of user.module.namespace.map.keys()) {
      const value = typeof name === 'string' ? user.module.namespace.get(name) : undefined;
      const isFunction = typeof value === 'function' && value.info !== undefined;
      if (isFunction || (value instanceof PyType && value.isHeap)) this.add(user, name);
    }
  }

  private addAll(user: UserModule): void {
    if (user.all) return;
    user.all = true;
    for (const name of [...user.module.namespace.map.keys()]) this.add(user, name);
  }

  /** Starts a module's list with what it always needs. */
  open(user: UserModule): void {
    for (const name of ALWAYS) this.add(user, name);
  }

  private add(user: UserModule, name: Py): void {
    if (typeof name !== 'string' || user.included.has(name) || name === '__builtins__') return;
    const value = user.module.namespace.get(name);
    if (value === undefined) return;
    const isFirst = user.included.size === 0;
    user.included.add(name);
    if (isFirst) this.open(user);
    this.include(user, name, value);
  }
}

/** The functions that are defined in another one. */
function codesWithin(code: Code, unit: Unit): Code[] {
  const prefix = `${code.qualname}.<locals>.`;
  return unit.codes.filter((other) => other?.qualname.startsWith(prefix));
}

/** Library modules are not copied: the child imports its own when it needs them. */
export function isLibraryModule(module: PyModule, name: string): boolean {
  // Asking an unloaded one for its variables would load it.
  if (rt.state.has(`builtin module ${name}`) || unloadedName(module) !== undefined) return true;
  const file = module.namespace?.get('__file__');
  if (typeof file === 'string') return isLibraryFile(file);
  return name === 'builtins' || name === '__builtin__';
}
