"""An extension module in CPython: the helpers of the tests of `importlib` look whether there is one. The tests that need it ask for more of it."""
