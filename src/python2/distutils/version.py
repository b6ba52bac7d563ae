"""Versions that can be compared: strict ones of numbers, and whatever programs call theirs.

Spec: https://docs.python.org/2.7/distutils/apiref.html#module-distutils.version
"""

import re


class Version:
    """Has a text, and an order that its subclasses give it."""

    def __repr__(self):
        shown = self.__class__.__name__, str(self)
        return "%s ('%s')" % shown

    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)


class StrictVersion(Version):
    """`1.2`, `1.2.3`, `1.2a1`, `1.2.3b4`: two or three numbers, and whether it comes before the release."""

    version_re = re.compile(r'^(\d+) \. (\d+) (\. (\d+))? ([ab](\d+))?$', re.VERBOSE)

    def __str__(self):
        parts = self.version[:2] if self.version[2] == 0 else self.version
        text = '.'.join(map(str, parts))
        if self.prerelease:
            text += self.prerelease[0] + str(self.prerelease[1])
        return text

    def parse(self, vstring):
        found = self.version_re.match(vstring)
        if not found:
            raise ValueError("invalid version number '%s'" % vstring)
        major, minor, patch, prerelease, number = found.group(1, 2, 4, 5, 6)
        self.version = int(major), int(minor), int(patch or 0)
        self.prerelease = (prerelease[0], int(number)) if prerelease else None

    def _place(self):
        # What comes before the release, comes before it.
        return self.version, not self.prerelease, self.prerelease

    def __cmp__(self, other):
        if isinstance(other, str):
            other = StrictVersion(other)
        return cmp(self._place(), other._place())


class LooseVersion(Version):
    """Any text: its numbers are compared as numbers, what is between them as text."""

    component_re = re.compile(r'(\d+ | [a-z]+ | \.)', re.VERBOSE)

    def __repr__(self):
        return "LooseVersion ('%s')" % str(self)

    def __str__(self):
        return self.vstring

    def parse(self, vstring):
        parts = [part for part in self.component_re.split(vstring) if part not in ('', '.')]
        self.vstring, self.version = vstring, [int(part) if part.isdigit() else part for part in parts]

    def __cmp__(self, other):
        if isinstance(other, str):
            other = LooseVersion(other)
        return cmp(self.version, other.version)
