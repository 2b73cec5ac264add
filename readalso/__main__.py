"""`python -m readalso` is the command `readalso`."""

from readalso.cli import process

if __name__ == "__main__":
    process()
