"""Themes: folders of templates, words and static files, with no Python in them."""
