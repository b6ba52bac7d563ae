/** The tokenizer behind the `tokenize` module. */
import { call } from '../object/call.js';
import { IndentationError, isInstanceOf, StopIteration, SyntaxError, TabError, TypeError } from '../object/errors.js';
import { PyIterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { PyBytes, PyTuple } from '../object/values.js';
import { iteratorMembers } from '../builtins/iterator.js';
import { setHidden } from '../builtins/exceptions.js';
import { sourceTools } from '../process/hooks.js';
import type { TokenList } from '../../parser/tokenList.js';
import { declareType } from './moduleTypes.js';

class TokenizerIter extends PyIterator {
  private at = 0;
  constructor(private readonly list: TokenList) {
    super();
  }
  nx(): Py {
    const { tokens, error } = this.list;
    const token = tokens[this.at++];
    if (token !== undefined) {
      const { type, text, start, end, line } = token;
      return new PyTuple([type, text, new PyTuple([...start]), new PyTuple([...end]), line]);
    }
    if (error !== null && this.at === tokens.length + 1) throw problem(error);
    return undefined;
  }
}

function problem({ type, message, line, column }: NonNullable<TokenList['error']>): Py {
  const error = { SyntaxError, IndentationError, TabError }[type](message);
  for (const [name, value] of Object.entries({ msg: message, filename: '<string>', lineno: line, offset: column }))
    setHidden(error, name, value);
  return error;
}

/** Everything that `readline` gives, up to an empty line or the end of the iteration. */
function readAll(readline: Py, encoding: Py): string {
  let text = '';
  for (;;) {
    let line: Py;
    try {
      line = call(readline, []);
    } catch (error) {
      if (isInstanceOf(error, StopIteration)) return text;
      throw error;
    }
    if (line instanceof PyBytes && typeof encoding === 'string') line = new TextDecoder(encoding).decode(line.data);
    if (typeof line !== 'string') throw TypeError('readline() returned a non-string object');
    if (line === '') return text;
    text += line;
  }
}

export default (): Record<string, Py> => ({
  TokenizerIter: declareType({
    name: 'TokenizerIter',
    module: '_tokenize',
    js: TokenizerIter,
    signature: '(readline, *, extra_tokens, encoding=None)',
    make: (_cls, readline: Py, _extra: Py, encoding: Py) =>
      new TokenizerIter(sourceTools().listTokens(readAll(readline, encoding))),
    members: () => iteratorMembers(),
  }),
});
