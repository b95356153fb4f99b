"""Benchmarks: scripts that print ratios and shares measured in one run."""
