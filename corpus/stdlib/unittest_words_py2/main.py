# pymp: python=2 mask=float,frames
# What failing tests say in Python 2, and what a loader raises.
import sys
import unittest
class T(unittest.TestCase):
    def test_a(self):
        self.assertAlmostEqual(1, 1.00000001)
        self.assertAlmostEqual(10, 11, places=-2)
        self.assertAlmostEqual(3L, 4)
    def test_b(self): self.assertRaises(KeyError, lambda: 1)
    def test_c(self): self.assertRaisesRegexp(KeyError, 'x', lambda: 1)
    def test_d(self):
        with self.assertRaises(KeyError): pass
    def test_e(self): self.assertEqual('a\nb', 'a\nc')
    def test_f(self): self.assertNotAlmostEqual(1, 1)
    def test_g(self): self.assertRegexpMatches('a', 'b')
    def test_h(self): self.assertNotRegexpMatches('a', 'a', 'why')
    def test_i(self): self.assertEqual('abc', 'abd')
    def test_j(self): self.assertAlmostEqual(1.5, 2.5, msg='m')
    def test_k(self): self.assertAlmostEqual(1.5, 2.5, delta=0.5)
class Texts(unittest.TestCase):
    maxDiff = 300
    def test_a(self): self.assertEqual(u'a\nb', u'a\nc')
    def test_b(self): self.assertEqual(u'abc', u'abd')
    def test_c(self): self.assertEqual(u'x'*200, u'x'*199+u'y')
    def test_d(self): self.assertEqual(u'line\n'*100, u'line\n'*99+u'other')
    def test_e(self): self.assertMultiLineEqual('a\n', 'b\n', 'why')
    def test_f(self): self.assertMultiLineEqual(1, 'b\n')
    def test_g(self): self.assertEqual(u'a\xe9\n', u'b\n')

try: unittest.foo
except AttributeError as e: print e
try: unittest.TestLoader().loadTestsFromName('nosuchmodule.x')
except ImportError as e: print e
try: unittest.TestLoader().loadTestsFromName('unittest.nope')
except AttributeError as e: print e
try:
    unittest.main(testRunner=unittest.TextTestRunner(stream=sys.stdout, verbosity=2))
except SystemExit as end:
    print int(end.code)
