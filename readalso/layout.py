"""Where a site keeps what; all names are relative to its folder."""

SEEDS = "seeds"
"""The articles as they came."""
SOURCES = ("content", SEEDS, "themes", "templates", "static", "languages")
"""The folders that a site is made from, and nothing is built or published into."""
RECEIVED = "content/_desk/received"
"""Each briefing as it was last generated; only intake reads it."""
WORK = ".readalso"
"""What can be made again: the memory and the stage."""
