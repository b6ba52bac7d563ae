/** What the commands run: a bundle of its own, so that it comes with V8's code cache (see start.ts). */
export { otherCommand } from './main.js';
export { pythonCommand } from './python.js';
export { runCommand } from './run.js';
