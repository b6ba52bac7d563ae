import { expect, test } from 'vitest';
import { parseAll } from '../../src/parser/recover/allErrors.js';

/** `line: message` of all errors, and whether something is left of the program. */
function errors(text: string, dialect: 2 | 3): string[] {
  const { errors, rest } = parseAll(text, { filename: 'x.py', dialect });
  const found = errors.map(({ line, message }) => `${line}: ${message}`);
  return rest === null ? [...found, 'nothing left'] : found;
}

/** Lines that are errors end with `#!` and what is said; in both dialects, or with `#2!`, `#3!` in one. */
function expected(text: string, dialect: 2 | 3): string[] {
  return text.split('\n').flatMap((line, i) => {
    const messages = [...line.matchAll(/#([23]?)! ([^#]*)/g)].filter(
      ([, only]) => only === '' || only === `${dialect}`,
    );
    return messages.map(([, , message]) => `${i + 1}: ${message!.trim()}`);
  });
}

const CASES: readonly [string, string][] = [
  ['no error', 'x = 1\nif x:\n    pass\n'],
  [
    'simple statements',
    `x = = 1 #! invalid syntax
y = 2
z = (1 +) #! invalid syntax
def f():
    return 1 + #! invalid syntax
print(f())
`,
  ],
  [
    'headers keep their blocks and clauses',
    `if x = 1: #2! invalid syntax #3! invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    a = ) #2! invalid syntax #3! unmatched ')'
elif y ==: #! invalid syntax
    pass
else:
    for i in in range(3): #! invalid syntax
        break
    else:
        continue_ = 1
`,
  ],
  [
    'functions keep what only functions have',
    `def f(x y): #! invalid syntax
    yield 1
    return
class C(1 2): #2! invalid syntax #3! invalid syntax. Perhaps you forgot a comma?
    def m(self):
        return self
def g():
    break #! 'break' outside loop
return 5 #! 'return' outside function
`,
  ],
  [
    'an unknown header takes its block along',
    `whle x: #! invalid syntax
    return 1
    y = = 2
z = = 3 #! invalid syntax
`,
  ],
  [
    'try without its clauses',
    `try:
    x = 1
y = 2 #2! invalid syntax #3! expected 'except' or 'finally' block
try:
    z = = 1 #! invalid syntax
except ValueError:
    pass
w = = 2 #! invalid syntax
`,
  ],
  [
    'clauses without their statement',
    `x = 1
else: #! invalid syntax
    y = = 2 #! invalid syntax
except ValueError: #! invalid syntax
    pass
`,
  ],
  [
    'indentation',
    `if x:
y = 1 #2! expected an indented block #3! expected an indented block after 'if' statement on line 1
  z = 2 #! unexpected indent
  w = = 3 #! invalid syntax
def f():
        a = 1
    b = 2 #! unindent does not match any outer indentation level
    c = 3
d = = 4 #! invalid syntax
`,
  ],
  [
    'brackets that stay open',
    `x = foo(1,
def g(): #! invalid syntax
    return 1
y = = 2 #! invalid syntax
z = [3, #3! '[' was never closed
w = 4 #2! invalid syntax
`,
  ],
  [
    'strings that stay open',
    `x = 'abc #2! EOL while scanning string literal #3! unterminated string literal (detected at line 1)
y = = 1 #! invalid syntax
z = """ #3! unterminated triple-quoted string literal (detected at line 4)
w = = 2 #2! EOF while scanning triple-quoted string literal
`,
  ],
  [
    'decorators and what is missing because of another error',
    `@decorate
x = 1 #! invalid syntax
def outer():
    value = = 1 #! invalid syntax
    def inner(): pass
y = = 2 #! invalid syntax
`,
  ],
];

test.each(CASES.flatMap(([name, text]) => [2, 3].map((dialect) => [name, dialect as 2 | 3, text] as const)))(
  '%s (Python %i)',
  (_name, dialect, text) => expect(errors(text, dialect)).toEqual(expected(text, dialect)),
);

test('a binding that was taken away is not missed', () => {
  const text = 'def outer():\n    value = = 1\n    def inner():\n        nonlocal value\n        value = 2\n';
  expect(errors(text, 3)).toEqual(['2: invalid syntax']);
});

test('match statements', () => {
  const text = 'match x:\n    case 1 2:\n        pass\n    case [a, a]:\n        pass\n    case _:\n        y = = 1\n';
  expect(errors(text, 3).map((error) => error.split(':')[0])).toEqual(['2', '4', '7']);
});
