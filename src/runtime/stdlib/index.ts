/** The one table of library modules that are written in TypeScript: name -> maker of the members. */
import { rt } from '../object/context.js';
import builtins from './builtins.js';
import { groupedNames, groupOf, loadModules, type ModuleMaker } from './moduleTable.js';
import sys from './sys.js';

export interface BuiltinModule {
  readonly members: ModuleMaker;
  /** Found before anything on the path, as CPython's compiled-in modules are. */
  readonly always: boolean;
}

/** Modules that nothing on `sys.path` can hide. */
const CORE: Readonly<Record<string, ModuleMaker>> = { builtins: () => builtins(), sys: () => sys() };

/** The module called `name` in the running dialect, if it is one of ours. Its code is loaded when its members are asked for. */
export function builtinModule(name: string): BuiltinModule | undefined {
  const coreName = name === '__builtin__' && rt.dialect === 2 ? 'builtins' : name;
  if (Object.hasOwn(CORE, coreName)) return { members: CORE[coreName]!, always: true };
  const group = groupOf(name, rt.dialect);
  if (group === undefined) return undefined;
  return { members: () => loadModules(group)[name]!(), always: name.startsWith('_') };
}

export const builtinModuleNames = (): string[] => [...Object.keys(CORE), ...groupedNames()].sort();
