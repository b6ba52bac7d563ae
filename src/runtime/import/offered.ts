/** Modules that are attributes of their package though they have not run: they do when they are asked for. A child finds them too. */
import { moduleState } from '../object/context.js';

/** Their full names. */
export const offeredModules = (): Set<string> => moduleState('modules offered', () => new Set<string>());
