#!/usr/bin/env node
/** The `pymp-python` command. */
import { fileURLToPath } from 'node:url';
import { startProgramCommand } from './cli/start.js';

const file = fileURLToPath(import.meta.url);
const called = process.argv[1]!;
startProgramCommand('pymp-python', file, ({ pythonCommand }, thread) =>
  pythonCommand(process.argv.slice(2), { cliFile: file, called, thread }),
);
