# pymp: python=2
name = raw_input('name? ')
print 'hello', name
print input('an expression: ') * 2
try:
    raw_input()
except EOFError, error:
    print 'EOFError', error
