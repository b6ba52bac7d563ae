"""What `ftplib` raises, and what it reads out of the answers of a server."""

import re


class Error(Exception):
    """What all errors of this module are."""

    __module__ = 'ftplib'


class error_reply(Error):
    """An answer that was not expected."""

    __module__ = 'ftplib'


class error_temp(Error):
    """4xx: not now."""

    __module__ = 'ftplib'


class error_perm(Error):
    """5xx: not at all."""

    __module__ = 'ftplib'


class error_proto(Error):
    """The answer is none."""

    __module__ = 'ftplib'


def parse150(resp):
    """The size that the answer to RETR may tell, or None."""
    if resp[:3] != '150':
        raise error_reply(resp)
    found = re.match(r'150 .* \((\d+) bytes\)', resp, re.IGNORECASE)
    return int(found.group(1)) if found else None


def parse227(resp):
    """(host, port) of the answer to PASV."""
    if resp[:3] != '227':
        raise error_reply(resp)
    found = re.search(r'(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)', resp)
    if not found:
        raise error_proto(resp)
    numbers = found.groups()
    return '.'.join(numbers[:4]), (int(numbers[4]) << 8) + int(numbers[5])


def parse229(resp, peer):
    """(host, port) of the answer to EPSV."""
    if resp[:3] != '229':
        raise error_reply(resp)
    left, right = resp.find('('), resp.find(')')
    if left < 0 or right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The directory in the answer to MKD or PWD; a quote in it is doubled."""
    if resp[:3] != '257':
        raise error_reply(resp)
    found = re.match(r'"((?:[^"]|"")*)', resp[4:])
    return found.group(1).replace('""', '"') if found else ''
