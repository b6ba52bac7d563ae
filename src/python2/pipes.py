"""Quotes texts for the shell."""

import string

__all__ = ['quote']

_safechars = frozenset(string.ascii_letters + string.digits + '@%_-+=:,./')


def quote(file):
    """A text as one word of a shell command."""
    if file and all(char in _safechars for char in file):
        return file
    return "'" + file.replace("'", "'\"'\"'") + "'"
