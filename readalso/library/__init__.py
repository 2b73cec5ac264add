"""All briefings together, and what follows from having them together: links, backlinks, terms, what is held back."""
