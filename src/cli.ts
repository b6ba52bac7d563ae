#!/usr/bin/env node
/** The `pymp` command. */
import { fileURLToPath } from 'node:url';
import { main } from './cli/main.js';

main(process.argv, fileURLToPath(import.meta.url)).catch((error: unknown) => {
  process.stderr.write(`pymp: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exit(70);
});
