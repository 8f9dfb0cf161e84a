"""Reads what stands in a text of an author: Markdown, addresses, pictures and films."""
