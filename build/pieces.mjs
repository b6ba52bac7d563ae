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
 * @param finish what is to become of a piece's text, a statement.
 * @returns name -> text of the bundle.
 */
export async function buildPieces(entries, options, finish) {
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
  const isEntry = (piece) => Object.hasOwn(entries, piece.slice(0, -'.js'.length));
  const exports = new Map([...texts].map(([piece, text]) => [piece, isEntry(piece) ? null : exportedNames(text)]));
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
    const functions = pieces.map((piece) => asFunction(piece, texts.get(piece), exports).then(finish));
    bundles.set(name, await Promise.all(functions));
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

/** The names that a piece exports, in the order of its list of them. */
const exportedNames = (text) =>
  [...text.matchAll(EXPORT)].flatMap(([, names]) => pairs(names).map(([, exported]) => exported));

/**
 * The text of a piece as a function that leaves what it exports in `pieces`: that of an entry as an object, that of others as a list,
 * since an object of hundreds of names takes V8 a millisecond to make.
 */
async function asFunction(piece, text, exports) {
  const linked = writingOutCopies(text)
    .replace(IMPORT, (_, names, from) => (names === undefined ? '' : linkedNames(names, from, exports.get(from))))
    .replace(EXPORT, (_, names) => {
      const list = pairs(names);
      const value = exports.get(piece) === null ? asObject(list) : `[${list.map(([local]) => local).join(', ')}]`;
      return `pieces["${piece}"] = ${value};`;
    });
  const { code } = await transform(linked, { format: 'cjs', target: 'node20' });
  return `(function () {${code}\n})();`;
}

/** A copy of a namespace (`{ ...named }`) is written out, name by name: the bundler would make an object of getters for it to copy. */
function writingOutCopies(text) {
  return text.replace(/^var (\w+) = \{\};\n__export\(\1, (\{[^}]*\})\);\n([^]*?)\{ \.\.\.\1 \}/gm, (_, _name, getters, between) =>
    `${between}${getters.replaceAll('() => ', '')}`,
  );
}

/** `{ a as b, c }` of an import or export, as pairs of names. */
const pairs = (names) =>
  names
    .slice(1, -1)
    .split(',')
    .map((each) => each.trim().split(' as '))
    .filter(([name]) => name !== '')
    .map(([name, other = name]) => [name, other]);

/** Constants for what a piece takes from another. */
function linkedNames(names, from, exported) {
  const list = `list${from.replace(/\W/g, '_')}`;
  const constants = pairs(names).map(([name, local]) => `${local} = ${list}[${exported.indexOf(name)}]`);
  return `const ${[`${list} = pieces["${from}"]`, ...constants].join(', ')};`;
}

const asObject = (list) => `{ ${list.map(([local, exported]) => `${exported}: ${local}`).join(', ')} }`;

function joined(pieces, entry) {
  return `(function (exports, require, module, __filename, __dirname, pieces) {'use strict';
const importMetaUrl = 'file://' + encodeURI(__filename).replace(/[?#]/g, encodeURIComponent);
${pieces.join('\n')}
Object.assign(exports, pieces["${entry}"]);
})`;
}
