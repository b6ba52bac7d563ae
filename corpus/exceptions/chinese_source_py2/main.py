# -*- coding: utf-8 -*-
# pymp: python=2 stderr=exact
print "时间", repr("时"), repr(u"时")
def f():
    raise ValueError("错误")
try:
    f()
except ValueError, e:
    print e, repr(e)
print "%s" % u"时".encode("gbk")
print "时间:", int(end)  # 时
