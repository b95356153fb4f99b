"""Broken scripts of the kinds that models write, and working ones. Public entry: `eval.broken.cases.cases`."""
