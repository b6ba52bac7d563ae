/**
 * Finders for entries of `sys.path` that are no folders: archives, and whatever the hooks of a program take.
 * Spec: https://docs.python.org/3/reference/import.html#path-entry-finders
 */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findAttr, getAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, isInstanceOf } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr, str } from '../object/text.js';
import { PyList, PyTuple } from '../object/values.js';
import { importModule } from './importFunction.js';
import { isFolder, processPath } from './paths.js';

const HOOKS = 'path hooks';

interface OwnHooks {
  readonly archive: Py;
  readonly folder: Py;
}

/** What `sys.path_hooks` begins with. */
export function ownPathHooks(): PyList {
  const hooks: OwnHooks = {
    archive: fn('(path)', archiveFinder, 'path_hook_for_zipimporter'),
    folder: fn('(path)', folderFinder, 'path_hook_for_FileFinder'),
  };
  rt.state.set(HOOKS, hooks);
  return new PyList(rt.dialect === 2 ? [hooks.folder] : [hooks.archive, hooks.folder]);
}

/** The finder for a folder, as `pkgutil` asks for it; the import system does without. */
function folderFinder(path: Py): Py {
  const machinery = importModule('importlib.machinery', null, ['FileFinder'], 0);
  const loaders = new PyTuple([getAttr(machinery, 'SourceFileLoader'), new PyList(['.py'])]);
  return call(callMethod(getAttr(machinery, 'FileFinder'), 'path_hook', loaders), [path]);
}

function archiveFinder(path: Py): Py {
  if (!mayBeInArchive(str(path))) throw Object.assign(ImportError(`not a Zip file: ${repr(path)}`), { x$path: path });
  return call(getAttr(importModule('zipimport', null, ['zipimporter'], 0), 'zipimporter'), [path]);
}

/** Whether a path is a file, or would be inside one. */
function mayBeInArchive(path: string): boolean {
  let at = processPath(path);
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  return statSync(at).isFile();
}

/** The finder for an entry of a path, asked of the hooks once; undefined for a folder, which needs none, and where no hook takes it. */
export function finderOf(entry: string): Py {
  const sys = rt.modules.get('sys');
  const hooks = findAttr(sys, 'path_hooks');
  const known = findAttr(sys, 'path_importer_cache');
  const { archive, folder } = rt.state.get(HOOKS) as OwnHooks;
  if (!(hooks instanceof PyList) || !(known instanceof PyDict)) return undefined;
  const before = known.get(entry);
  if (before !== undefined) return before ?? undefined;
  const path = entry === '' ? '.' : entry;
  // What a hook imports itself is not looked for there.
  known.set(entry, null);
  for (const hook of [...hooks.items]) {
    if (hook === folder && isFolder(path)) {
      known.delete(entry);
      return undefined;
    }
    if (hook === archive && !mayBeInArchive(path)) continue;
    const finder = accepted(hook, entry);
    if (finder === undefined) continue;
    known.set(entry, finder);
    return finder;
  }
  return undefined;
}

/** What a hook makes for an entry; undefined if it does not take it. */
function accepted(hook: Py, entry: string): Py {
  try {
    return call(hook, [entry]);
  } catch (error) {
    if (isInstanceOf(error, ImportError)) return undefined;
    throw error;
  }
}
