"""Makes what lies in mapgen/data, and the words of dates of the page; no part of the package."""
