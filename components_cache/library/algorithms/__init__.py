"""Algorithms: sorting, searching, recursion, dynamic programming."""
