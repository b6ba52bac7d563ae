# pymp: python=2 stderr=exact
print 'not even this'
if True
    print 'x'
