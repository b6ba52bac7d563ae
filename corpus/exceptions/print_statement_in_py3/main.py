# pymp: python=3 stderr=exact
name = 'x'
print "hello", name
