"""Time zones that neither the system nor a package has."""
import traceback
import zoneinfo

for key in ('Nowhere/At_all', 'Nowhere', 'Europe/\ud800', '../up', '/etc/passwd', ''):
    try:
        zoneinfo.ZoneInfo(key)
    except Exception as e:
        print(repr(key), type(e), e.args, type(e.__context__), e.__cause__)
        names = [entry.name for entry in traceback.extract_tb(e.__traceback__)]
        print([name for name in names if 'frozen' not in name])
try:
    zoneinfo.ZoneInfo.no_cache('Nowhere')
except zoneinfo.ZoneInfoNotFoundError as e:
    print(isinstance(e, KeyError), [entry.name for entry in traceback.extract_tb(e.__traceback__)])
