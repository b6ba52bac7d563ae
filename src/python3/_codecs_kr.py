"""Encodings of Korea."""

from _multibytecodec import coders

getcodec = coders('euc_kr', 'cp949')
