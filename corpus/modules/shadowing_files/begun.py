"""Imports what imports it."""
import __main__
import asks

LATE = 1
