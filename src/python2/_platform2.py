"""What `platform` has in Python 2 only: the name of the distribution, and `popen`."""

import os

#: Files of distributions in `/etc`, by what they are called here, and which of their words come before the version.
_RELEASE_FILES = (('debian', 'debian_version'), ('redhat', 'redhat-release'), ('fedora', 'fedora-release'),
                  ('centos', 'centos-release'), ('SuSE', 'SuSE-release'), ('gentoo', 'gentoo-release'),
                  ('slackware', 'slackware-version'), ('arch', 'arch-release'))


def _lsb_release():
    """Pairs of `/etc/lsb-release` as a dict; empty without one."""
    try:
        with open('/etc/lsb-release') as source:
            lines = source.read().splitlines()
    except IOError:
        return {}
    pairs = (line.split('=', 1) for line in lines if '=' in line)
    return dict((key, value.strip('"')) for key, value in pairs)


def linux_distribution(distname='', version='', id='', supported_dists=(), full_distribution_name=1):
    """Name, version and code name of the Linux distribution, as far as they can be found."""
    known = _lsb_release()
    if known.get('DISTRIB_ID') and known.get('DISTRIB_RELEASE'):
        return known['DISTRIB_ID'], known['DISTRIB_RELEASE'], known.get('DISTRIB_CODENAME', id)
    for name, file in _RELEASE_FILES:
        try:
            with open(os.path.join('/etc', file)) as source:
                line = source.readline().strip()
        except IOError:
            continue
        if ' release ' in line:
            full, _, rest = line.partition(' release ')
            number, _, code = rest.partition(' ')
            return full if full_distribution_name else name, number, code.strip('()') or id
        return name, line.split()[0] if line else version, id
    return distname, version, id


def dist(distname='', version='', id='', supported_dists=()):
    return linux_distribution(distname, version, id, supported_dists, 0)


def popen(cmd, mode='r', bufsize=None):
    return os.popen(cmd, mode) if bufsize is None else os.popen(cmd, mode, bufsize)
