/** The objects that a server holds: what may be called of each, and how many references clients have. */
import { callable, dir, id } from '../../../builtins/attributeFunctions.js';
import { findAttr, getAttr } from '../../../object/attributes.js';
import { call } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { AssertionError, KeyError, TypeError, ValueError } from '../../../object/errors.js';
import { toArray } from '../../../object/iterate.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { repr, str } from '../../../object/text.js';
import { truthy } from '../../../object/truth.js';
import { typeOf } from '../../../object/typeof.js';
import { PyTuple } from '../../../object/values.js';
import type { Keywords } from '../../../object/binding.js';
import { debug } from '../log.js';
import type { Reply } from './messages.js';
import { endShared, identAt, kindAt } from './shared.js';

/** A shared object. */
export interface Shared {
  readonly object: Py;
  /** Where it lies in the arena, 0 if it does not. */
  readonly at: number;
  /** Names of the methods that clients may call. */
  readonly exposed: ReadonlySet<string>;
  /** Methods whose results stay here and are given out as proxies: the type ids, by name. */
  readonly typeids: PyDict | null;
}

/** What `register` was told of a type id. */
interface Registration {
  readonly callable: Py;
  readonly exposed: Py;
  readonly typeids: Py;
}

const SHOWN_CHARS = 75;

export class ServerState {
  readonly objects = new Map<string, Shared>();
  readonly references = new Map<string, number>();
  /** Objects that others of this server refer to by proxies of their own. */
  readonly kept = new Map<string, Shared>();
  /** How a request is answered by code of this process itself; set by `serve.ts`. */
  callHere: (request: { ident: Py; method: Py; args: Py; kwds: Py }) => Reply = notServing;
  isStopping = false;

  /**
   * @param server the Python object.
   * @param registry dict: type id -> (callable, exposed, method_to_typeid, proxytype).
   */
  constructor(
    readonly server: Py,
    readonly registry: Py,
    readonly address: Py,
    readonly authkey: Py,
  ) {}

  /** Errors: KeyError. */
  find(ident: Py): Shared {
    const found = this.objects.get(ident) ?? this.kept.get(ident);
    if (found === undefined) throw KeyError(ident);
    return found;
  }

  /** What makes an object of that type. Errors: KeyError. */
  registration(typeid: Py): Registration {
    const [callable, exposed, typeids] = toArray(getItem(this.registry, typeid));
    return { callable, exposed, typeids };
  }

  /** Takes an object in, with one reference. Returns its ident and what is exposed. */
  add(typeid: Py, object: Py, registration: Registration): PyTuple {
    return this.enter(typeid, Number(call(id, [object])).toString(16), registration, { object, at: 0 });
  }

  /** The same for an object in the arena. */
  addAt(typeid: Py, at: number, registration: Registration): PyTuple {
    const shared = {
      at,
      get object() {
        return kindAt(at).value(at);
      },
    };
    return this.enter(typeid, identAt(at), registration, shared);
  }

  private enter(
    typeid: Py,
    ident: string,
    { exposed, typeids }: Registration,
    shared: Pick<Shared, 'object' | 'at'>,
  ): PyTuple {
    let names: Py[] = exposed === null ? ownMethods(shared) : toArray(exposed);
    if (typeids !== null) {
      if (!(typeids instanceof PyDict)) {
        throw rt.dialect === 2
          ? AssertionError()
          : TypeError(`Method_to_typeid ${str(typeids)}: type ${str(typeOf(typeids))}, not dict`);
      }
      names = [...names, ...typeids.keyList()];
    }
    debug(`${repr(typeid)} callable returned object with id ${repr(ident)}`);
    const allowed = new Set(names.map((name) => strValue(name) ?? str(name)));
    this.objects.set(ident, Object.assign(shared, { exposed: allowed, typeids }));
    if (!this.references.has(ident)) this.references.set(ident, 0);
    this.incref(ident);
    return new PyTuple([ident, new PyTuple(names)]);
  }

  incref(ident: string): null {
    const count = this.references.get(ident);
    if (count === undefined) {
      const kept = this.kept.get(ident);
      if (kept === undefined) throw KeyError(ident);
      this.objects.set(ident, kept);
    }
    this.references.set(ident, (count ?? 0) + 1);
    return null;
  }

  decref(ident: string): null {
    const count = this.references.get(ident);
    if (count === undefined) {
      if (this.kept.has(ident)) return null;
      throw KeyError(ident);
    }
    if (count > 1) this.references.set(ident, count - 1);
    else {
      const at = this.kept.has(ident) ? 0 : this.objects.get(ident)!.at;
      this.references.delete(ident);
      this.objects.delete(ident);
      if (at !== 0) endShared(at);
      debug(`disposing of obj with id ${repr(ident)}`);
    }
    return null;
  }

  /** An object of this server refers to that one: it lasts as long as the server. */
  keep(ident: string): Shared {
    const found = this.find(ident);
    this.kept.set(ident, found);
    return found;
  }

  /** The server's end. */
  end(): void {
    for (const { at } of new Set([...this.objects.values(), ...this.kept.values()])) if (at !== 0) endShared(at);
  }

  describe(): string {
    const lines: string[] = [];
    for (const ident of [...this.references.keys()].sort()) {
      const shown = str(this.objects.get(ident)!.object).slice(0, SHOWN_CHARS);
      lines.push(`  ${ident}:       refcount=${this.references.get(ident)}\n    ${shown}`);
    }
    return lines.join('\n');
  }
}

function notServing(): never {
  throw new Error('pymp: this server does not serve yet');
}

function getItem(mapping: Py, key: Py): Py {
  if (mapping instanceof PyDict) {
    const value = mapping.get(key);
    if (value === undefined) throw KeyError(key);
    return value;
  }
  return call(getAttr(mapping, '__getitem__'), [key]);
}

/** What `callable` gets where there is none: the one argument itself. */
export function onlyArgument(args: readonly Py[], kwds: Keywords | null): Py {
  if (args.length === 1 && (kwds === null || kwds.size === 0)) return args[0];
  throw rt.dialect === 2 ? AssertionError() : ValueError('Without callable, must have one non-keyword argument');
}

/** The methods of an object whose registration does not say what is exposed. */
const ownMethods = (shared: Pick<Shared, 'object' | 'at'>): Py[] => {
  const known = shared.at === 0 ? undefined : kindAt(shared.at).exposed;
  return known === undefined ? publicMethods(shared.object) : [...known];
};

/** Names of the methods of an object. */
export function allMethods(object: Py): string[] {
  const names = (call(dir, [object]).items as Py[]).map((name) => strValue(name) ?? str(name));
  return names.filter((name) => {
    const value = findAttr(object, name);
    return value !== undefined && truthy(call(callable, [value]));
  });
}

export const publicMethods = (object: Py): string[] => allMethods(object).filter((name) => !name.startsWith('_'));
