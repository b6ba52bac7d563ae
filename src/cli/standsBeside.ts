/** A program's own modules. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether the folder of a program (or the program, where it is a folder) has a module or a package of that name. */
export function standsBeside(file: string, module: string): boolean {
  const folder = existsSync(file) && statSync(file).isDirectory() ? file : dirname(file);
  return existsSync(join(folder, `${module}.py`)) || existsSync(join(folder, module, '__init__.py'));
}
