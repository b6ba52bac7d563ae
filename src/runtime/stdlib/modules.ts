/** Library modules in TypeScript, by name. One line each; the file has the module's own name. */
import type { Py } from '../object/object.js';

export const modules: Record<string, () => Record<string, Py>> = {};
