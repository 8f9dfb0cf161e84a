"""Notices what is well written and yet makes no sense, one sentence for each kind of it."""
