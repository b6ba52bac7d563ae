/** Builds what the kernel's tests run in a Node of its own: the kernel, and the worker with the test programs. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../../..');
const outdir = join(root, 'node_modules/.cache/pymp-kernel-tests');

/** Where the driver and the worker are after `buildKernel`. */
const driver = join(outdir, 'driver.cjs');

export async function buildKernel(): Promise<void> {
  await build({
    entryPoints: ['driver', 'worker'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
  });
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: string | null;
}

/** Runs a test program as the main process of a kernel. */
export function runKernel(program: string, args: readonly unknown[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const node = spawn(process.execPath, [driver, program, ...args.map((arg) => JSON.stringify(arg))], {
      stdio: 'pipe',
      timeout: 20_000,
      env: { ...process.env, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    node.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
      if (options.readSlowly) {
        node.stdout.pause();
        setTimeout(() => node.stdout.resume(), 1);
      }
      options.onOutput?.(stdout, (signal) => node.kill(signal));
    });
    node.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
    node.on('close', (code, signal) => resolve({ stdout, stderr, code, signal }));
    if (options.stdin !== null) node.stdin.end(options.stdin ?? '');
  });
}

export interface RunOptions {
  /** null: the pipe stays open. */
  readonly stdin?: string | null;
  readonly env?: Record<string, string>;
  readonly readSlowly?: boolean;
  readonly onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
}
