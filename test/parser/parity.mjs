/**
 * Compares the parser with a live CPython (3.13 or 2.7): the same `ast.dump` for every file that it parses, the same
 * error for every file that it does not.
 *
 * Usage: npm run parity -- PYTHON [--mutate COUNT] [--seed N] [--show N] [PATH...]
 *
 * A PATH is a file or a folder; without one it is PYTHON's own library, its tests included. Prints the first difference
 * of each file that differs, and how many are the same. With --mutate, pieces of the files are damaged at random first:
 * that compares errors.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const MATERIAL = [
  ...'( ) [ ] { } , : ; . = + - * / | & ^ % < > @ ~ ** // == != <= := -> += *= ... ` $ ? # \\'.split(' '),
  ...'if else elif for in not is and or lambda def class return yield await async with as try except'.split(' '),
  ...'finally import from global nonlocal pass break continue raise del assert None True x y match case'.split(' '),
  ...'type _ print exec 1 2.5 1j "s" b"s" u"s" f"{x}" f"a{x!r:>{w}}b" 0777 0x 1_ 1a é € \' """'.split(' '),
  '\n',
  '\n    ',
  '\\\n',
];

const ORACLE = `
import ast, base64, hashlib, json, os, subprocess, sys
three = sys.version_info[0] == 3
sys.setrecursionlimit(100000)
def out(value):
    sys.stdout.write(json.dumps(value) + '\\n')
    sys.stdout.flush()
def refused(path):
    process = subprocess.Popen([sys.executable, path], stderr=subprocess.PIPE)
    lines = process.communicate()[1].decode('utf-8', 'replace').splitlines()
    return lines[-1].replace(': ', ' ', 1) if lines else 'no error'
out({'dialect': 3 if three else 2, 'library': os.path.dirname(os.__file__)})
while True:
    line = sys.stdin.readline()
    if not line:
        break
    request = json.loads(line)
    source = base64.b64decode(request['source'])
    try:
        if request['compiles']:
            compile(source, '<string>', 'exec', 0, True)
        tree = ast.parse(source)
        dump = ast.dump(tree, indent=1, include_attributes=True) if three else ast.dump(tree)
        if request['whole']:
            out(dump)
        else:
            out(hashlib.sha1(dump.encode('utf-8', 'surrogatepass') if three else dump).hexdigest())
    except SyntaxError as error:
        if request['undecoded']:
            out(refused(request['undecoded']))
            continue
        places = [error.lineno, error.offset]
        if three:
            places += [error.end_lineno, error.end_offset]
        out('%s %s %s' % (type(error).__name__, error.msg, ','.join(str(place or 0) for place in places)))
    except Exception as error:
        out('%s %s' % (type(error).__name__, error))
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutate: { type: 'string' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
  },
});
const [python = 'python3', ...given] = positionals;
const parser = await loadParser();
const oracle = startOracle(python);
const { dialect, library } = await oracle.next();
const paths = given.length > 0 ? given : [library];
const compiles = values.mutate !== undefined;
const counts = { same: 0, different: 0, refused: 0 };

for (const source of compiles ? mutants(Number(values.mutate)) : files()) {
  const { answer, dump, undecoded = false } = ours(source);
  const expected = await oracle.ask(source, { undecoded: undecoded ? source.name : '' });
  if (dump === undefined) counts.refused++;
  if (answer === expected) counts.same++;
  else if (counts.different++ < Number(values.show)) console.log(await difference(source, expected, answer, dump));
}
oracle.end();
const percent = ((100 * counts.same) / Math.max(1, counts.same + counts.different)).toFixed(2);
console.log(`${counts.same} the same (${counts.refused} refused here), ${counts.different} different: ${percent} %`);
process.exitCode = counts.different > 0 ? 1 : 0;

/** Where the two answers to a source part: the first line of the dumps, or the errors. */
async function difference(source, expected, answer, dump) {
  const dumped = /^[0-9a-f]{40}$/;
  if (dump === undefined || !dumped.test(expected)) return `${source.name}\n  CPython ${expected}\n  here    ${answer}`;
  const [theirs, mine] = [await oracle.ask(source, { whole: true }), dump].map((text) => text.split(/\n|, (?=\w+=)/));
  const at = mine.findIndex((line, index) => line !== theirs[index]);
  return `${source.name}\n  CPython …${theirs[at]}\n  here    …${mine[at]}`;
}

/** What CPython's answer should be: a digest of the dump, or the error; the dump itself; whether its encoding is wrong. */
function ours({ name, bytes }) {
  const decoded = parser.decodeSource(bytes, dialect, name);
  if (!decoded.ok) return { answer: `SyntaxError ${decoded.message}`, undecoded: true };
  const { text, encoding } = decoded;
  const result = parser.parseModule(text, { filename: name, dialect, encoding, validate: compiles });
  if (!result.ok) {
    const { type, message, line, column, endLine, endColumn } = result.errors[0];
    return { answer: `${type} ${message} ${dialect === 3 ? [line, column, endLine, endColumn] : [line, column]}` };
  }
  const { module, source } = result;
  const dump =
    dialect === 3 ? parser.dumpPython3(module, { indent: 1, attributes: source }) : parser.dumpPython2(module);
  return { answer: createHash('sha1').update(encodeUtf8(dump)).digest('hex'), dump };
}

/** UTF-8 in which a lone surrogate has three bytes, as Python's `surrogatepass` writes it. */
function encodeUtf8(text) {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8');
  const parts = [...text].map((character) => {
    const code = character.codePointAt(0);
    if (code < 0xd800 || code > 0xdfff) return Buffer.from(character, 'utf8');
    return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]);
  });
  return Buffer.concat(parts);
}

function* files() {
  for (const path of paths) {
    const list = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.py') && !file.includes('site-packages'))
          .sort()
          .map((file) => join(path, file))
      : [path];
    for (const name of list) yield { name, bytes: readFileSync(name) };
  }
}

/** Pieces of the files with a token removed, repeated, replaced or added. */
function* mutants(count) {
  const random = generator(Number(values.seed));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const pieces = [...files()].flatMap(({ bytes }) => {
    const decoded = parser.decodeSource(bytes, dialect);
    return decoded.ok ? decoded.text.split(/\n(?=(?:@|async |def |class |for |if |with |try:|match |[a-z_]+ ?=))/) : [];
  });
  const small = pieces.filter(({ length }) => length > 10 && length < 1200);
  for (let index = 0; index < count; index++) {
    let text = pick(small);
    for (let times = random() < 0.7 ? 1 : 2; times > 0; times--) text = mutate(text, random, pick);
    const cookie = dialect === 2 ? '# coding: utf-8\n' : '';
    yield { name: JSON.stringify(text), bytes: Buffer.from(cookie + text, 'utf8') };
  }
}

function mutate(text, random, pick) {
  const { tokens } = parser.tokenize(new parser.SourceText(text), dialect);
  const spans = tokens.filter(({ start, end }) => end > start);
  if (spans.length < 2) return text;
  const at = Math.floor(random() * (spans.length - 1));
  const { start, end } = spans[at];
  const next = spans[at + 1];
  const word = text.slice(start, end);
  const chance = random();
  if (chance < 0.25) return text.slice(0, start) + text.slice(end);
  if (chance < 0.4) return `${text.slice(0, end)} ${word}${text.slice(end)}`;
  if (chance < 0.55 && next.start >= end) {
    return `${text.slice(0, start)}${text.slice(next.start, next.end)} ${word}${text.slice(next.end)}`;
  }
  if (chance < 0.75) return text.slice(0, start) + pick(MATERIAL) + text.slice(end);
  return `${text.slice(0, end)} ${pick(MATERIAL)} ${text.slice(end)}`;
}

/** Numbers in [0, 1), the same for the same seed. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

async function loadParser() {
  const folder = mkdtempSync(join(tmpdir(), 'pymp-parity-'));
  const outfile = join(folder, 'parser.mjs');
  const src = fileURLToPath(new URL('../../src/parser/', import.meta.url));
  const contents = ['parse', 'decode', 'source', 'tokens/tokenizer', 'dump/python3', 'dump/python2']
    .map((file) => `export * from './${file}.js';`)
    .join('\n');
  await build({
    stdin: { contents, resolveDir: src, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return module;
}

function startOracle(command) {
  const child = spawn(command, ['-W', 'ignore', '-c', ORACLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value);
  return {
    next,
    /** `undecoded`: the file whose error to see, if it is one of its encoding; `whole`: the dump, not its digest. */
    ask({ bytes }, { undecoded = '', whole = false } = {}) {
      child.stdin.write(`${JSON.stringify({ source: bytes.toString('base64'), compiles, undecoded, whole })}\n`);
      return next();
    },
    end: () => child.stdin.end(),
  };
}
