"""Probability and statistics: theorems, puzzles, walks and tests."""
