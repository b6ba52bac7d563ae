"""Encodings of Hong Kong: none is here."""

from _multibytecodec import coders

getcodec = coders()
