"""Breaks tables in every way that files break, and watches that mapgen answers in words."""
