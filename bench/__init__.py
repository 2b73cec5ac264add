"""How long a build takes, beside Hugo's of the same articles: `make bench`."""
