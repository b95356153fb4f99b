"""Scores of one trial, one file a family. Public entry: `eval.scores.families.measured`."""
