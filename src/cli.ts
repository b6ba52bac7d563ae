#!/usr/bin/env node
/** The `pymp` command. `run` comes first and loads nothing that it does not need. */
import { fileURLToPath } from 'node:url';
import { startCommand, startProgramCommand } from './cli/start.js';

const file = fileURLToPath(import.meta.url);
const [, , command, ...args] = process.argv;
if (command === 'run') startProgramCommand('pymp', file, ({ runCommand }, thread) => runCommand(args, file, thread));
else startCommand('pymp', file, ({ otherCommand }) => otherCommand(process.argv, file));
