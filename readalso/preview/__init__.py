"""The preview: a server on this machine that builds at each save and tells the open pages to load again."""
