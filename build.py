"""The build script of this folder: `python build.py` imports what is new in seeds/ and renders site/.

It is the command `readalso`, run from a checkout; `python build.py --help` lists what it can do.
"""

import sys

try:
    from readalso.cli import process
except ModuleNotFoundError as error:
    sys.exit(f"error: this Python has no {error.name}; run `make site` once, then .venv/bin/python build.py")

if __name__ == "__main__":
    process()
