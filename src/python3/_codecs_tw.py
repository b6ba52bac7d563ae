"""Encodings of Taiwan."""

from _multibytecodec import coders

getcodec = coders('big5', 'cp950')
