/**
 * `pyexpat`: reading of XML, event by event.
 * Spec: https://docs.python.org/3/library/pyexpat.html
 */
import { newModule } from '../builtins/module.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyList, PyTuple } from '../object/values.js';
import { QUANTIFIER, TYPE } from './pyexpat/contentModel.js';
import { ERRORS, errorText } from './pyexpat/errors.js';
import { expatError, fixEncoding, optionalText, parserType, PyXmlParser } from './pyexpat/parserType.js';
import { XmlParser } from './pyexpat/parser.js';
import { VERSION } from './pyexpat/version.js';

const FEATURES: readonly (readonly [string, number])[] = [
  ['sizeof(XML_Char)', 1],
  ['sizeof(XML_LChar)', 1],
  ['XML_DTD', 0],
  ['XML_CONTEXT_BYTES', 1024],
  ['XML_NS', 0],
  ['XML_BLAP_MAX_AMP', 100],
  ['XML_BLAP_ACT_THRES', 8388608],
  ['XML_GE', 0],
];

function createParser(encoding: Py, separator: Py, intern: Py): Py {
  const name = optionalText(encoding, "ParserCreate() argument 'encoding'");
  const between = optionalText(separator, "ParserCreate() argument 'namespace_separator'");
  if (between !== null && [...between].length > 1) {
    throw ValueError('namespace_separator must be at most one character, omitted, or None');
  }
  if (intern !== undefined && intern !== null && !(intern instanceof PyDict)) {
    throw TypeError('intern must be a dictionary');
  }
  const interned = intern === undefined ? new PyDict() : intern;
  const parser = new PyXmlParser(new XmlParser({ expands: true }, between ?? undefined), interned);
  fixEncoding(parser, name);
  return parser;
}

function submodule(name: string, doc: string, members: Record<string, Py>): Py {
  const module = newModule(`pyexpat.${name}`, doc, members);
  rt.modules.set(`pyexpat.${name}`, module);
  return module;
}

function errorsModule(): Py {
  const messages = new PyDict();
  for (const [i, [, text]] of ERRORS.entries()) messages.set(i + 1, text);
  return submodule('errors', 'Constants used to describe error conditions.', {
    ...Object.fromEntries(ERRORS.map(([name, text]) => [`XML_ERROR_${name}`, text])),
    codes: PyDict.of(ERRORS.map(([, text], i) => [text, i + 1])),
    messages,
  });
}

const prefixed = (prefix: string, numbers: Readonly<Record<string, number>>): Record<string, Py> =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [prefix + name, value]));

const modelModule = (): Py =>
  submodule('model', 'Constants used to interpret content model information.', {
    ...prefixed('XML_CTYPE_', TYPE),
    ...prefixed('XML_CQUANT_', QUANTIFIER),
  });

export default (): Record<string, Py> => ({
  __doc__: 'Python wrapper for Expat parser.',
  ParserCreate: fn('(encoding=None, namespace_separator=None, intern=None)', createParser),
  ErrorString: fn('(code, /)', (code: Py) => errorText(asSize(code)) ?? null),
  ExpatError: expatError().type,
  error: expatError().type,
  XMLParserType: parserType,
  EXPAT_VERSION: `expat_${VERSION.join('.')}`,
  version_info: new PyTuple([...VERSION]),
  native_encoding: 'UTF-8',
  features: new PyList(FEATURES.map((feature) => new PyTuple([...feature]))),
  errors: errorsModule(),
  model: modelModule(),
  XML_PARAM_ENTITY_PARSING_NEVER: 0,
  XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: 1,
  XML_PARAM_ENTITY_PARSING_ALWAYS: 2,
});
