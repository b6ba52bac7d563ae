#!/usr/bin/env node
/** The `pymp-python` command. */
import { fileURLToPath } from 'node:url';
import { pythonCommand } from './cli/python.js';

const called = process.argv[1]!;
pythonCommand(process.argv.slice(2), fileURLToPath(import.meta.url), called).catch((error: unknown) => {
  process.stderr.write(`pymp-python: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exit(70);
});
