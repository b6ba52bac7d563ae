# pymp: stderr=exact
"""Causes and contexts in an uncaught traceback."""


class ConfigError(Exception):
    pass


def read(settings):
    try:
        return settings['port']
    except KeyError as error:
        raise ConfigError('no port', settings) from error


def start():
    try:
        read({'host': 'h'})
    except ConfigError:
        cleanup = None
        cleanup.close()


start()
