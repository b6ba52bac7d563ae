/** Where the members of a library module come from, and the groups in which a thread loads their code. */
import type { Py } from '../object/object.js';
import { rt } from '../object/context.js';
import { COMMON, NOT_2, OTHER, PYTHON2 } from './moduleNames.js';

export type ModuleMaker = () => Record<string, Py>;

/** The bundles by their number (object/staticTypes.ts), in the order in which they need each other: `0` is the runtime itself. */
export const BUNDLES = ['runtime', 'common', 'other', 'only2'] as const;
export type ModuleGroup = Exclude<(typeof BUNDLES)[number], 'runtime'>;
export type ModuleTable = Readonly<Record<string, ModuleMaker>>;

export type LoadGroup = (group: ModuleGroup) => ModuleTable;

/** Loads the code of a group, with what it registers elsewhere; at most once for a thread. */
export const loadModules: LoadGroup = (group) => (rt.state.get('load modules') as LoadGroup)(group);

export const loadBundle = (number: number): void => {
  loadModules(BUNDLES[number] as ModuleGroup);
};

const groupsOf = (lists: Partial<Record<ModuleGroup, readonly string[]>>): ReadonlyMap<string, ModuleGroup> =>
  new Map(Object.entries(lists).flatMap(([group, names]) => names.map((name) => [name, group as ModuleGroup])));

const BOTH = groupsOf({ common: COMMON, other: OTHER });
const ONLY_2 = groupsOf({ only2: PYTHON2 });

/** The group of a module's code; undefined if the module is not written in TypeScript. */
export function groupOf(name: string, dialect: 2 | 3): ModuleGroup | undefined {
  if (dialect === 3) return BOTH.get(name);
  return ONLY_2.get(name) ?? (NOT_2.includes(name) ? undefined : BOTH.get(name));
}

export const groupedNames = (): readonly string[] => [...BOTH.keys()];
