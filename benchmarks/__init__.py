"""Benchmarks: ratios in one run, against a peer or a floor."""
