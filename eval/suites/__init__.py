"""Suites as data: our own, and adapters that read public ones from where the user has them.

Public entry: `eval.suites.opening.opened`.
"""
