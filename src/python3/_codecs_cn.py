"""Encodings of mainland China."""

from _multibytecodec import coders

getcodec = coders('gb2312', 'gbk', 'gb18030')
