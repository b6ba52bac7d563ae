/** The golden files of one variant: reading, checking and writing them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine } from './compare.js';
import { GoldenError } from './errors.js';
import { readOptional, type Variant } from './goldenCase.js';
import { dropLibraryFrames } from './masks.js';
import type { StderrMode } from './settings.js';

/** What a program prints and how it ends; the exit is a number or the name of a signal. */
export interface Goldens {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
}

/** The path of one golden: `expected.2.stderr.txt`. */
export function goldenFile(variant: Variant, part: 'txt' | 'stderr.txt' | 'exit'): string {
  return join(variant.folder, `expected.${variant.hasOwnGoldens ? `${variant.dialect}.` : ''}${part}`);
}

/** How stderr is compared: as the case says, and exactly if it only has a golden for it. */
export function stderrMode(variant: Variant): StderrMode {
  const hasGolden = readOptional(goldenFile(variant, 'stderr.txt')) !== undefined;
  return variant.settings.stderr ?? (hasGolden ? 'exact' : 'none');
}

/** Reads the goldens. Errors: GoldenError that names the file that is missing or corrupt. */
export function readGoldens(variant: Variant): Goldens {
  const stdout = readOptional(goldenFile(variant, 'txt'));
  if (stdout === undefined) {
    throw new GoldenError(`${goldenFile(variant, 'txt')}: missing (write it with --record PYTHON, or with --update)`);
  }
  const stderr = readOptional(goldenFile(variant, 'stderr.txt'));
  if (stderr === undefined && stderrMode(variant) !== 'none') {
    throw new GoldenError(
      `${goldenFile(variant, 'stderr.txt')}: missing, and the case says stderr=${stderrMode(variant)}`,
    );
  }
  const exitFile = goldenFile(variant, 'exit');
  const exit = readOptional(exitFile)?.trim() ?? '0';
  if (!/^(?:\d+|SIG[A-Z0-9]+)$/.test(exit)) {
    throw new GoldenError(`${exitFile}: "${exit}" is neither an exit code nor the name of a signal`);
  }
  return { stdout, stderr: stderr ?? '', exit };
}

/**
 * Writes the goldens; files that say nothing (no stderr compared, exit code 0) are removed. What is not compared is
 * not written either: a standard library's frames, with their paths on one machine, and all but stderr's last line.
 */
export function writeGoldens(variant: Variant, { stdout, stderr, exit }: Goldens): void {
  const mode = stderrMode(variant);
  const dropsFrames = variant.settings.masks.some(({ name }) => name === 'frames');
  const kept = (text: string): string => (dropsFrames ? dropLibraryFrames(text) : text);
  const keptStderr = mode === 'last-line' ? `${lastLine(stderr)}\n` : kept(stderr);
  writeFileSync(goldenFile(variant, 'txt'), kept(stdout));
  writeOrRemove(goldenFile(variant, 'stderr.txt'), mode === 'none' ? undefined : keptStderr);
  writeOrRemove(goldenFile(variant, 'exit'), exit === '0' ? undefined : `${exit}\n`);
}

function writeOrRemove(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
}
