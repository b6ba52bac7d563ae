# pymp: python=2
# In Python 2 the variable of a list comprehension stays; those of the other kinds do not.
x = 'before'
squares = [x * x for x in range(4)]
print squares, x
x = 'before'
s = set(x for x in 'aab')
d = {x: 1 for x in 'ab'}
print len(s), sorted(d), x
print [(lambda: i)() for i in xrange(3)], i
for i in []:
    pass
print i
