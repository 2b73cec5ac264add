"""From the library to pages: one output file each, described and not yet made."""
