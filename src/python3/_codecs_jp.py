"""Encodings of Japan."""

from _multibytecodec import coders

getcodec = coders('shift_jis', 'cp932', 'euc_jp')
