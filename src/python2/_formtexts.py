"""The fields of a header such as Content-Type."""


def _fields(line):
    """What stands between semicolons, those in quotes not counted."""
    field = None
    for part in line.split(';'):
        field = part if field is None else field + ';' + part
        # A quote with a backslash opens and closes nothing.
        is_whole = field.count('"') % 2 == field.count('\\"') % 2
        if is_whole:
            yield field.strip()
            field = None
    if field is not None:
        yield field.strip()


def _unquoted(value):
    """Without the quotes around it and the backslashes in it, if it is quoted."""
    is_quoted = len(value) > 1 and value.startswith('"') and value.endswith('"')
    return value[1:-1].replace('\\\\', '\\').replace('\\"', '"') if is_quoted else value


def parse_header(line):
    """'kind; name=value' -> 'kind', {'name': 'value'}."""
    fields = _fields(line)
    kind = next(fields)
    options = {}
    for field in fields:
        name, equals, value = field.partition('=')
        if equals:
            options[name.strip().lower()] = _unquoted(value.strip())
    return kind, options
