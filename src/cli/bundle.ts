/** What the commands run: a bundle of its own, so that it comes with V8's code cache (see start.ts). */
export { main } from './main.js';
export { pythonCommand } from './python.js';
