"""Cleaning: "fix, don't reject". One step a file; `corpus.clean.pipeline.clean` has their order.

Every step says what it changed. Nothing is dropped without a reason, which ends in the report.
"""
