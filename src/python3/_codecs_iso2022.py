"""Encodings that switch between sets: none is here."""

from _multibytecodec import coders

getcodec = coders()
