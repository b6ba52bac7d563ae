#!/usr/bin/env node
/** The `pymp` command. */
import { fileURLToPath } from 'node:url';
import { startCommand } from './cli/start.js';

const file = fileURLToPath(import.meta.url);
startCommand('pymp', file, ({ main }) => main(process.argv, file));
