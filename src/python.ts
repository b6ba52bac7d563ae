#!/usr/bin/env node
/** The `pymp-python` command. */
import { fileURLToPath } from 'node:url';
import { startCommand } from './cli/start.js';

const file = fileURLToPath(import.meta.url);
const called = process.argv[1]!;
startCommand('pymp-python', file, ({ pythonCommand }) => pythonCommand(process.argv.slice(2), file, called));
