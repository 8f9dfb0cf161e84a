"""Makes the page: what it tells, how it is packed, drawn and written as one HTML document."""
