"""The build script of this folder: `python build.py` imports what is new in seeds/ and renders site/.

It is the command `readalso`, run from a checkout; `python build.py --help` lists what it can do.
"""

import sys

from readalso.cli import main

if __name__ == "__main__":
    sys.exit(main())
