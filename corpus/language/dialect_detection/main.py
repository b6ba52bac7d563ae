# pymp: python=2 detect=yes
# Nothing says which Python this is but the text itself.
def greet(name):
    print "Hello, %s" % name

for name in ["Ann", "Bob"]:
    greet(name)
print 7 / 2
