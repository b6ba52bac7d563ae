/**
 * Objects of library modules that programs change: the child's library has its own, which take over their state.
 * (Everything else of the library is the same in every process, and is not copied.)
 */
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { PyModule } from '../object/values.js';
import { builtin } from '../builtins/registry.js';
import { unloadedName } from '../import/standIn.js';
import { nameForLibrary } from '../import/twins.js';
import { existingScheduler } from '../threads/scheduler.js';
import { libraryName } from './names.js';

export interface Anchor {
  readonly module: string;
  /** Dotted path from the module. */
  readonly path: string;
  /** Its state does not travel: the child's own stands for it. */
  readonly isWhole: boolean;
}
export type Anchors = ReadonlyMap<Py, Anchor>;

/** Stateful objects, by module. */
export const ANCHORS: Readonly<Record<string, readonly string[]>> = {
  logging: ['root', 'Logger.manager', '_handlers', '_handlerList', '_levelToName', '_nameToLevel', '_levelNames'],
  warnings: ['filters', 'onceregistry', 'defaultaction'],
  os: ['environ._data'],
};

/**
 * Objects that each process has its own of: a child of CPython seeds its random generator anew, and the library knows its own marks by
 * their identity.
 */
const OWN: Readonly<Record<string, readonly string[]>> = {
  configparser: ['_UNSET', 'UNNAMED_SECTION'],
  dataclasses: ['MISSING', 'KW_ONLY', '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR', '_HAS_DEFAULT_FACTORY'],
  datetime: ['timezone.utc'],
  random: ['_inst'],
  socket: ['_GLOBAL_DEFAULT_TIMEOUT'],
  'unittest.mock': ['DEFAULT', '_missing', '_deleted'],
  typing: ['Union', 'Optional', 'Literal', 'Annotated', 'ClassVar', 'Final'],
};

/** The anchors of the modules that are loaded. */
export function anchorsOf(): Anchors {
  const anchors = new Map<Py, Anchor>();
  addAnchors(anchors, ANCHORS, false);
  addAnchors(anchors, OWN, true);
  // Whoever forks is the main thread of the child: another one comes along as it is.
  const s = existingScheduler();
  if (s === undefined || s.current === s.main)
    addAnchors(anchors, { [nameForLibrary('threading')]: ['_main_thread'] }, true);
  const sys = rt.modules.get('sys');
  const { pending } = sys.namespace.map as ModuleMap;
  for (const name of ['Ellipsis', 'NotImplemented']) {
    const module = rt.dialect === 2 ? '__builtin__' : 'builtins';
    anchors.set(builtin(name), { module, path: name, isWhole: true });
  }
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const stream = `__${name}__`;
    // Nobody has used it: there is no object.
    if (pending?.has(name) && pending.has(stream)) continue;
    const o = sys.namespace.get(stream);
    if (o === undefined || o === null) continue;
    anchors.set(o, { module: 'sys', path: stream, isWhole: true });
    const buffer = findAttr(o, 'buffer');
    if (buffer !== undefined) anchors.set(buffer, { module: 'sys', path: `${stream}.buffer`, isWhole: true });
  }
  return anchors;
}

function addAnchors(
  anchors: Map<Py, Anchor>,
  paths: Readonly<Record<string, readonly string[]>>,
  isWhole: boolean,
): void {
  for (const [module, ofModule] of Object.entries(paths)) {
    const holder = rt.modules.get(module);
    if (!(holder instanceof PyModule) || unloadedName(holder) !== undefined) continue;
    for (const path of ofModule) {
      const o = follow(holder, path);
      if (o !== undefined && o !== null && typeof o === 'object') anchors.set(o, { module, path, isWhole });
    }
  }
}

/** Where the child finds an object of the library; members of the library's enumerations are known by their names. */
export function anchorOf(anchors: Anchors, o: Py): Anchor | undefined {
  const name = o.$_name_;
  if (typeof name !== 'string') return anchors.get(o);
  const cls: PyType = o.c$;
  const place = cls.isHeap && cls.namespace.get(name) === o ? libraryName(cls) : undefined;
  return place === undefined ? undefined : { module: place.module, path: `${place.name}.${name}`, isWhole: true };
}

/** The object at a path from a module, or undefined. */
export function follow(module: PyModule, path: string): Py {
  let at: Py = module;
  for (const part of path.split('.')) {
    if (at === undefined || at === null) return undefined;
    at =
      at instanceof PyModule
        ? at.namespace.get(part)
        : at instanceof PyType
          ? at.namespace.get(part)
          : findAttr(at, part);
  }
  return at;
}
