/** Runs the test program that the command line names, with JSON arguments. */
import { join } from 'node:path';
import { deadlockReport, Kernel } from '../../../src/runtime/kernel/index.js';
import { writeAll } from '../../../src/runtime/kernel/stdio.js';

const report = (text: string) => writeAll(2, Buffer.from(text));
const kernel = new Kernel({
  ...(process.env.HEAP_MB === undefined ? {} : { heapMb: Number(process.env.HEAP_MB) }),
  workerFile: join(__dirname, 'worker.cjs'),
  onDeadlock: (blocked) => report(deadlockReport(blocked)),
  onThreadFailure: (name, error) => report(`${name}: ${(error as { code?: string }).code}\n`),
});
const [program, ...args] = process.argv.slice(2);
kernel.run({ program, args: args.map((arg) => JSON.parse(arg)) }).then((status) => kernel.exit(status));
