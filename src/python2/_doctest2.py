"""What doctest says in Python 2 of all that it has run."""

import sys


def summarize(self, verbose=None):
    """Prints what came of each test; gives the totals."""
    if verbose is None:
        verbose = self._verbose
    counts = [(name, stats[0], stats[1]) for name, stats in self._stats.items()]
    passed = sorted((name, tries) for name, failures, tries in counts if tries > 0 and failures == 0)
    failed = sorted((name, failures, tries) for name, failures, tries in counts if failures > 0)
    empty = sorted(name for name, _, tries in counts if tries == 0)
    failures = sum(count[1] for count in counts)
    tries = sum(count[2] for count in counts)
    lines = []
    if verbose and empty:
        lines.append('%d items had no tests:' % len(empty))
        lines.extend('    %s' % name for name in empty)
    if verbose and passed:
        lines.append('%d items passed all tests:' % len(passed))
        lines.extend(' %3d tests in %s' % (count, name) for name, count in passed)
    if failed:
        lines.append(self.DIVIDER)
        lines.append('%d items had failures:' % len(failed))
        lines.extend(' %3d of %3d in %s' % (wrong, count, name) for name, wrong, count in failed)
    if verbose:
        lines.append('%d tests in %d items.' % (tries, len(counts)))
        lines.append('%d passed and %d failed.' % (tries - failures, failures))
    if failures:
        lines.append('***Test Failed*** %d failures.' % failures)
    elif verbose:
        lines.append('Test passed.')
    for line in lines:
        sys.stdout.write(line + '\n')
    return sys.modules['doctest'].TestResults(failures, tries)
