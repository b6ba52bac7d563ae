# Functions that the library calls may fork, as long as their children end there.
import os
import unittest

def forks():
    pid = os.fork()
    if pid == 0:
        print('child', flush=True)
        os._exit(3)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

class Forking(unittest.TestCase):
    def setUp(self):
        self.code = 4

    def test_in_method(self):
        if (pid := os.fork()) == 0:
            os._exit(self.code)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 4)

    def test_in_function(self):
        self.assertEqual(forks(), 3)

result = unittest.TestResult()
for name in ('test_in_method', 'test_in_function'):
    Forking(name).run(result)
print(result, result.errors, result.failures)
