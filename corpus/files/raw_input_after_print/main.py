# pymp: python=2
print 'name:', raw_input()
print 1, raw_input('prompt: '), 2
print 'no end',
raw_input()
print input('number? '),
print input()
