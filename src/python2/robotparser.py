"""What a site's robots.txt lets programs fetch.

Spec: https://docs.python.org/2.7/library/robotparser.html, http://www.robotstxt.org/norobots-rfc.txt
"""

import time
import urllib
import urlparse
from contextlib import closing

__all__ = ['RobotFileParser']


class RobotFileParser:
    """The answers of one robots.txt."""

    def __init__(self, url=''):
        self.disallow_all = self.allow_all = False
        self.default_entry, self.entries = None, []
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """When it was read, in seconds since 1970; 0 if never."""
        return self.last_checked

    def modified(self):
        self.last_checked = time.time()

    def set_url(self, url):
        parts = urlparse.urlparse(url)
        self.url, self.host, self.path = url, parts.netloc, parts.path

    def read(self):
        """Fetches and reads it. Who is not let in may fetch nothing; where there is none, all."""
        opener = URLopener()
        with closing(opener.open(self.url)) as answer:
            lines = map(lambda line: line.strip(), answer)
        status = self.errcode = opener.errcode
        if status == 200 and lines:
            self.parse(lines)
        elif status in (401, 403):
            self.disallow_all = True
        elif 400 <= status < 500:
            self.allow_all = True

    def _add_entry(self, entry):
        is_for_all = '*' in entry.useragents
        if not is_for_all:
            self.entries.append(entry)
        # The first one for all counts.
        if is_for_all and self.default_entry is None:
            self.default_entry = entry

    def parse(self, lines):
        self.modified()
        entry = Entry()
        has_rules = False
        for line in lines:
            if not line:
                if entry.useragents:
                    if has_rules:
                        self._add_entry(entry)
                    entry = Entry()
                    has_rules = False
                continue
            line = line.split('#', 1)[0].strip()
            field, colon, value = line.partition(':')
            if not colon:
                continue
            field, value = field.strip().lower(), urllib.unquote(value.strip())
            if field == 'user-agent':
                if has_rules:
                    self._add_entry(entry)
                    entry = Entry()
                    has_rules = False
                entry.useragents.append(value)
            elif field in ('allow', 'disallow') and entry.useragents:
                entry.rulelines.append(RuleLine(value, field == 'allow'))
                has_rules = True
        if has_rules:
            self._add_entry(entry)

    def can_fetch(self, useragent, url):
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = urlparse.urlparse(urllib.unquote(url))
        path = urllib.quote(urlparse.urlunparse(('', '') + tuple(parts[2:]))) or '/'
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry.allowance(path)
        return self.default_entry is None or self.default_entry.allowance(path)

    def __str__(self):
        last = [] if self.default_entry is None else [self.default_entry]
        return '%s\n' % '\n'.join([str(entry) for entry in self.entries + last])


class RuleLine:
    """Whether paths that begin so may be fetched."""

    def __init__(self, path, allowance):
        self.allowance = allowance or path == ''
        self.path = urllib.quote(urlparse.urlunparse(urlparse.urlparse(path)))

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return ('Allow' if self.allowance else 'Disallow') + ': ' + self.path


class Entry:
    """Programs, and the rules for them."""

    def __init__(self):
        self.useragents, self.rulelines = [], []

    def __str__(self):
        lines = ['User-agent: ' + agent for agent in self.useragents] + map(str, self.rulelines)
        return ''.join(line + '\n' for line in lines)

    def applies_to(self, useragent):
        name = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        """What the first rule for the path says; without one it may be fetched."""
        return next((rule.allowance for rule in self.rulelines if rule.applies_to(filename)), True)


class URLopener(urllib.FancyURLopener):
    """Keeps the status, and asks nobody for a password."""

    def __init__(self, *args):
        self.errcode = 200
        urllib.FancyURLopener.__init__(self, *args)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        self.errcode, about = errcode, (errcode, errmsg, headers)
        return urllib.FancyURLopener.http_error_default(self, url, fp, *about)

    def prompt_user_passwd(self, host, realm):
        return None, None
