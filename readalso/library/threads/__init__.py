"""Threads: the connected reports of one story, found by bounded rules that can be put into words."""
