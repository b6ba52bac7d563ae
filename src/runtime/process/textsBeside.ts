/** Texts of a program and of the modules beside it, for what has to be known of all of them before the first is compiled. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { currentDirectory } from '../import/paths.js';
import { moduleState } from '../object/context.js';

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))/gm;
/** More files than this are not looked at. */
const MAX_FILES = 50;

/** Texts of the modules that a program imports from its own folder, and that these do. */
export const textsBeside = (file: string): readonly string[] =>
  moduleState('texts beside', () => localModules(resolve(currentDirectory(), file)));

/** The text of the program itself, a character a byte; empty where it cannot be read. */
export const programText = (file: string): string => readText(resolve(currentDirectory(), file));

function localModules(main: string): string[] {
  const folder = dirname(main);
  const files = new Set([main]);
  const texts: string[] = [];
  for (const file of files) {
    const text = readText(file);
    if (file !== main) texts.push(text);
    for (const name of importedNames(text)) {
      const path = join(folder, ...name.split('.'));
      const found = [`${path}.py`, join(path, '__init__.py')].find((candidate) => existsSync(candidate));
      if (found !== undefined && files.size < MAX_FILES) files.add(found);
    }
  }
  return texts;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function importedNames(text: string): string[] {
  return Array.from(text.matchAll(IMPORT)).flatMap(([, from, list]) =>
    from !== undefined ? [from] : list!.split(',').map((part) => part.trim().split(/\s/)[0]!),
  );
}
