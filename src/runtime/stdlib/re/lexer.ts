/** `re.Scanner`: a small lexer, which the library has but does not document. */
import { special } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { instanceDict } from '../../object/namespace.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';
import { PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { setAttr } from '../../object/attributes.js';
import { compile } from './compile.js';
import { PyMatch } from './match.js';
import { find, type PyPattern } from './pattern.js';
import { searchable, toPython } from './subject.js';

class PyLexer extends PyObject {
  rules: { readonly pattern: PyPattern; readonly action: Py }[] = [];
}
export const lexerType: PyType = builtinType({ name: 'Scanner', js: PyLexer, module: 're', hasDict: true });

/** The first rule that matches wins; an empty match ends the scan. */
function scan(self: PyLexer, string: Py): PyTuple {
  const tokens: Py[] = [];
  const subject = searchable(string, self.rules[0]?.pattern.engine.isBytes ?? false);
  let at = 0;
  for (;;) {
    const pos = toPython(subject, at);
    let match: Py = null;
    let action: Py = null;
    for (const rule of self.rules) {
      match = find(rule.pattern, 'match', string, pos);
      action = rule.action;
      if (match !== null) break;
    }
    if (!(match instanceof PyMatch) || match.result.end === at) break;
    if (action !== null && (typeof action === 'function' || special(action, '__call__') !== undefined)) {
      setAttr(self, 'match', match);
      action = call(action, [self, subject.wrap(subject.text.slice(match.result.start, match.result.end))]);
    }
    if (action !== null) tokens.push(action);
    at = match.result.end;
  }
  return new PyTuple([new PyList(tokens), subject.wrap(subject.text.slice(at))]);
}

defineMembers(lexerType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  __init__: method('(lexicon, flags=0)', (self: PyLexer, lexicon: Py, flags: Py) => {
    self.rules = toArray(lexicon).map((rule) => {
      const [phrase, action] = toArray(rule);
      return { pattern: compile(phrase, flags), action };
    });
    setAttr(self, 'lexicon', lexicon);
    return null;
  }),
  __dict__: getter((self) => instanceDict(self)),
  scan: method('(string)', scan),
}));
