# pymp: stderr=exact mask=time
"""unittest: passes, failures, errors and skips; the report is on stderr, the exit code 1."""
import unittest


class Arithmetic(unittest.TestCase):
    def setUp(self):
        self.values = [1, 2, 3]

    def test_sum(self):
        self.assertEqual(sum(self.values), 6)

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    def test_wrong(self):
        self.assertEqual(self.values, [1, 2, 4])

    @unittest.skip('not today')
    def test_skipped(self):
        self.fail()

    def test_sub(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertLess(n, 2)


if __name__ == '__main__':
    unittest.main()
