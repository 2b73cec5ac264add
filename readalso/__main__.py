"""`python -m readalso` is the command `readalso`."""

import sys

from readalso.cli import main

if __name__ == "__main__":
    sys.exit(main())
