/**
 * Bundles for threads (see src/runtime/kernel/codeCache.ts): each is a file with one function, and what several of them need is in one of
 * them only, as a piece that the others read.
 *
 * The bundler splits ES modules alone, and a thread loads functions; so its pieces are turned into functions here. Names that a piece takes
 * from another become constants of its own, as fast as if they had been declared there. (Hence no `export let` in the runtime: a
 * constant would keep the first value.)
 */
import { build, transform } from 'esbuild';

const IMPORT = /^import (?:(\{[^}]*\}) from )?"\.\/([^"]+)";$/gm;
const EXPORT = /^export (\{[^}]*\});$/gm;

/**
 * @param entries name -> file, in the order in which a thread comes to load them: a shared piece goes into the first that needs it.
 * @param options for the bundler.
 * @returns name -> text of the bundle.
 */
export async function buildPieces(entries, options) {
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints: entries,
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'pieces',
    chunkNames: 'piece-[hash]',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]));
  const imports = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      nameOf(path),
      output.imports.filter(({ external }) => !external).map((each) => nameOf(each.path)),
    ]),
  );
  const placed = new Set();
  const bundles = new Map();
  for (const name of Object.keys(entries)) {
    const pieces = inOrder(`${name}.js`, imports, placed);
    bundles.set(name, await Promise.all(pieces.map((piece) => asFunction(piece, texts.get(piece)))));
  }
  return new Map([...bundles].map(([name, pieces]) => [name, joined(pieces, `${name}.js`)]));
}

const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);

/** A piece and what it needs that is not placed yet; what is needed comes first. */
function inOrder(piece, imports, placed) {
  if (placed.has(piece)) return [];
  placed.add(piece);
  return [...imports.get(piece).flatMap((each) => inOrder(each, imports, placed)), piece];
}

/** The text of a piece as a function that leaves what it exports in `pieces`. */
async function asFunction(piece, text) {
  const linked = text
    .replace(IMPORT, (_, names, from) => (names === undefined ? '' : `const ${destructured(names)} = pieces["${from}"];`))
    .replace(EXPORT, (_, names) => `pieces["${piece}"] = ${exported(names)};`);
  const { code } = await transform(linked, { format: 'cjs', target: 'node20' });
  return `(function () {${code}\n})();`;
}

/** `{ a as b, c }` of an import, as a pattern. */
const destructured = (names) => names.replace(/(\S+) as (\S+)/g, '$1: $2').replaceAll('\n', ' ');

/** `{ a as b, c }` of an export, as an object. */
const exported = (names) => names.replace(/(\S+) as ([^\s,]+)/g, '$2: $1');

function joined(pieces, entry) {
  return `(function (exports, require, module, __filename, __dirname, pieces) {'use strict';
const importMetaUrl = 'file://' + encodeURI(__filename).replace(/[?#]/g, encodeURIComponent);
${pieces.join('\n')}
Object.assign(exports, pieces["${entry}"]);
})`;
}
