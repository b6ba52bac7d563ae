"""Users and groups that no system has."""
import subprocess

for ids in {"user": 2**64}, {"group": 2**64}, {"user": -1}, {"group": -1}, {"user": 1.5}:
    try:
        subprocess.check_call(["true"], **ids)
    except Exception as error:
        print(ids, type(error).__name__, error)
