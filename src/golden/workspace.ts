/** The fresh working directory of one run: a copy of the case without its goldens. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOT_COPIED =
  /^(?:expected(?:\.[23])?\.(?:txt|stderr\.txt|exit)|args|stdin\.txt|case\.json|files|__pycache__)$|\.pyc$/;

export interface Workspace {
  /** Where the program runs; a real path, as a program sees it in `os.getcwd()`. */
  readonly cwd: string;
  /** A folder beside it for what only the runner needs. */
  readonly scratch: string;
  remove(): void;
}

/** Copies the case's folder, and the contents of its `files/`, into a new temporary directory. */
export function makeWorkspace(caseFolder: string): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pymp-test-')));
  const cwd = join(root, 'work');
  const scratch = join(root, 'scratch');
  mkdirSync(cwd);
  mkdirSync(scratch);
  for (const name of readdirSync(caseFolder)) {
    if (!NOT_COPIED.test(name)) cpSync(join(caseFolder, name), join(cwd, name), { recursive: true });
  }
  const files = join(caseFolder, 'files');
  if (existsSync(files)) cpSync(files, cwd, { recursive: true });
  // A program may have left a folder that it made read-only; that must not fail the case.
  const remove = (): void => {
    try {
      rmSync(root, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // It stays in the temporary directory.
    }
  };
  return { cwd, scratch, remove };
}

/** The program's output as text: its working directory is `<cwd>`, bytes that are not UTF-8 show as `\xNN`. */
export function outputText(bytes: Buffer, cwd: string): string {
  return decode(bytes).replaceAll(cwd, '<cwd>');
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('�')) return text;
  let result = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    result += length === 0 ? `\\x${bytes[at]!.toString(16).padStart(2, '0')}` : bytes.toString('utf8', at, at + length);
    at += length || 1;
  }
  return result;
}

/** The length of the UTF-8 sequence at `at`, 0 if there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const character = bytes.subarray(at, at + length);
  return length > 0 && Buffer.from(character.toString('utf8')).equals(character) ? length : 0;
}
