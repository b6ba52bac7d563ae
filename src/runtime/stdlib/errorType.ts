/** Exception classes of library modules. */
import { moduleState } from '../object/context.js';
import { Exception, type ExceptionMaker, type PyBaseException } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { ready } from '../object/install.js';
import { builtinType, type PyType } from '../object/type.js';

/**
 * The exception class `path` (`module.Name`), one for each process: call it to make an exception.
 * @param base a class, or the maker of one
 */
export function errorType(path: string, base: PyType | ExceptionMaker = Exception): ExceptionMaker {
  const makers = moduleState('library errors', () => new Map<string, ExceptionMaker>());
  let maker = makers.get(path);
  if (maker === undefined) makers.set(path, (maker = declare(path, typeof base === 'function' ? base.type : base)));
  return maker;
}

function declare(path: string, base: PyType): ExceptionMaker {
  const dot = path.lastIndexOf('.');
  const type = builtinType({
    name: path.slice(dot + 1),
    js: class extends base.ctor {},
    base,
    module: path.slice(0, dot),
    hasDict: true,
  });
  ready(type);
  const make = (...args: Py[]): PyBaseException => new (type.ctor as new (args: Py[]) => PyBaseException)(args);
  return Object.assign(make, { type });
}
