/**
 * What Python 2.7 accepts before it looks at meaning, for a parser that sees one token ahead.
 *
 * One rule a line: `name = alternatives`, with `|`, `[optional]`, `(group)`, `*` and `+`. Words in capitals are kinds of
 * token, quoted ones are tokens.
 * Spec: https://docs.python.org/2.7/reference/
 */
export const RULES = `
file = (NEWLINE | statement)* END
eval = testlist NEWLINE* END
statement = simple | if | while | for | try | with | function | class | decorated
simple = small (';' small)* [';'] NEWLINE
small = assignment | print | delete | 'pass' | 'break' | 'continue' | return | raise | yield | import | from | global | exec | assert
assignment = testlist (augmented (yield | testlist) | ('=' (yield | testlist))*)
augmented = '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
print = 'print' [test (',' test)* [','] | '>>' test [(',' test)+ [',']]]
delete = 'del' exprlist
return = 'return' [testlist]
raise = 'raise' [test [',' test [',' test]]]
yield = 'yield' [testlist]
import = 'import' module_as (',' module_as)*
from = 'from' ('.'* dotted | '.'+) 'import' ('*' | '(' names_as ')' | names_as)
module_as = dotted ['as' NAME]
name_as = NAME ['as' NAME]
names_as = name_as (',' name_as)* [',']
dotted = NAME ('.' NAME)*
global = 'global' NAME (',' NAME)*
exec = 'exec' expr ['in' test [',' test]]
assert = 'assert' test [',' test]
if = 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite]
while = 'while' test ':' suite ['else' ':' suite]
for = 'for' exprlist 'in' testlist ':' suite ['else' ':' suite]
try = 'try' ':' suite ((except ':' suite)+ ['else' ':' suite] ['finally' ':' suite] | 'finally' ':' suite)
except = 'except' [test [('as' | ',') test]]
with = 'with' with_item (',' with_item)* ':' suite
with_item = test ['as' expr]
function = 'def' NAME '(' [parameters] ')' ':' suite
class = 'class' NAME ['(' [testlist] ')'] ':' suite
decorated = decorator+ (class | function)
decorator = '@' dotted ['(' [arguments] ')'] NEWLINE
suite = simple | NEWLINE INDENT statement+ DEDENT
parameters = (parameter ['=' test] ',')* ('*' NAME [',' '**' NAME] | '**' NAME) | parameter ['=' test] (',' parameter ['=' test])* [',']
parameter = NAME | '(' parameter (',' parameter)* [','] ')'
test = or ['if' or 'else' test] | lambda
old_test = or | old_lambda
lambda = 'lambda' [parameters] ':' test
old_lambda = 'lambda' [parameters] ':' old_test
or = and ('or' and)*
and = not ('and' not)*
not = 'not' not | expr (comparison expr)*
comparison = '<' | '>' | '==' | '>=' | '<=' | '<>' | '!=' | 'in' | 'not' 'in' | 'is' ['not']
expr = xor ('|' xor)*
xor = bitand ('^' bitand)*
bitand = shift ('&' shift)*
shift = sum (('<<' | '>>') sum)*
sum = term (('+' | '-') term)*
term = factor (('*' | '/' | '%' | '//') factor)*
factor = ('+' | '-' | '~') factor | power
power = atom trailer* ['**' factor]
atom = '(' [yield | group] ')' | '[' [list] ']' | '{' [dict_or_set] '}' | '\`' test (',' test)* '\`' | NAME | NUMBER | STRING+
list = test (list_for | (',' test)* [','])
group = test (clause | (',' test)* [','])
dict_or_set = test ':' test (clause | (',' test ':' test)* [',']) | test (clause | (',' test)* [','])
trailer = '(' [arguments] ')' | '[' subscript (',' subscript)* [','] ']' | '.' NAME
subscript = '.' '.' '.' | test | [test] ':' [test] [':' [test]]
exprlist = expr (',' expr)* [',']
testlist = test (',' test)* [',']
arguments = (argument ',')* (argument [','] | '*' test (',' argument)* [',' '**' test] | '**' test)
argument = test [clause | '=' test]
clause = 'for' exprlist 'in' or [clause | condition]
condition = 'if' old_test [clause | condition]
list_for = 'for' exprlist 'in' old_tests [list_for | list_if]
list_if = 'if' old_test [list_for | list_if]
old_tests = old_test [(',' old_test)+ [',']]
`;
