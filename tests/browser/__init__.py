"""The built site as a reader's browser and two independent checkers see it."""
