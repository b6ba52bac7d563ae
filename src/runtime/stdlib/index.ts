/** The one table of library modules that are written in TypeScript: name -> maker of the members. */
import type { Py } from '../object/object.js';
import { rt } from '../object/context.js';
import builtins from './builtins.js';
import sys from './sys.js';
import { modules as generated } from './modules.js';
import { modules2 } from './modules2.js';

export type ModuleMaker = () => Record<string, Py>;

export interface BuiltinModule {
  readonly members: ModuleMaker;
  /** Found before anything on the path, as CPython's compiled-in modules are. */
  readonly always: boolean;
}

/** Modules that nothing on `sys.path` can hide. */
const CORE: Record<string, ModuleMaker> = { builtins, sys };

/** The module called `name` in the running dialect, if it is one of ours. */
export function builtinModule(name: string): BuiltinModule | undefined {
  const core = name === '__builtin__' && rt.dialect === 2 ? builtins : CORE[name];
  if (core !== undefined && Object.hasOwn(CORE, name === '__builtin__' ? 'builtins' : name))
    return { members: core, always: true };
  const own2 = rt.dialect === 2 && Object.hasOwn(modules2, name) ? modules2[name] : undefined;
  const members = own2 ?? (Object.hasOwn(generated, name) ? generated[name] : undefined);
  return members === undefined ? undefined : { members, always: name.startsWith('_') };
}

export const builtinModuleNames = (): string[] => [...Object.keys(CORE), ...Object.keys(generated)].sort();
