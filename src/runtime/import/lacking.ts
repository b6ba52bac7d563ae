/**
 * What reading a name says that a module does not have, in Python 3: a file of the program that has a library module's name,
 * and modules that import each other, are the usual reasons.
 */
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import type { SysOptions } from '../stdlib/sys.js';
import { isBeingMade } from './load.js';
import { stdlibNames } from './stdlibNames.js';

/** The error's text. */
export function lackingText(module: Py, name: string): string {
  const own: Py = module.$__name__;
  if (typeof own !== 'string') return `module has no attribute '${name}'`;
  const plain = `module '${own}' has no attribute '${name}'`;
  const spec: Py = module.$__spec__;
  if (spec === undefined || spec === null) return plain;
  const origin = fileOf(spec);
  const isInTheWay = origin !== undefined && isBesideProgram(origin);
  if (isInTheWay && stdlibNames().has(own))
    return `${plain} (consider renaming '${origin}' since it has the same name as the standard library module named '${own}' and the import system gives it precedence)`;
  if (findAttr(spec, '_initializing') === true) {
    if (isInTheWay)
      return `${plain} (consider renaming '${origin}' if it has the same name as a third-party module you intended to import)`;
    const from = origin === undefined ? '' : ` from '${origin}'`;
    return `partially initialized module '${own}'${from} has no attribute '${name}' (most likely due to a circular import)`;
  }
  return isBeingMade(`${own}.${name}`)
    ? `cannot access submodule '${name}' of module '${own}' (most likely due to a circular import)`
    : plain;
}

function fileOf(spec: Py): string | undefined {
  const origin: Py = findAttr(spec, 'has_location') === true ? findAttr(spec, 'origin') : undefined;
  return typeof origin === 'string' ? origin : undefined;
}

/** Whether a module's file is in the folder that is searched first. */
function isBesideProgram(file: string): boolean {
  const { first } = rt.state.get('sys options') as SysOptions;
  const base = file.endsWith('/__init__.py') ? file.slice(0, -'/__init__.py'.length) : file;
  return first !== null && base.slice(0, Math.max(0, base.lastIndexOf('/'))) === (first === '' ? rt.cwd : first);
}
