"""Time zones that come as a package (`tzdata`), for where the system has none of its own."""

from importlib import resources

from zoneinfo._common import ZoneInfoNotFoundError


def load_tzdata(key):
    folder, _, name = f'tzdata/zoneinfo/{key}'.rpartition('/')
    try:
        return resources.files(folder.replace('/', '.')).joinpath(name).open('rb')
    except (ImportError, FileNotFoundError, UnicodeEncodeError):
        raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
