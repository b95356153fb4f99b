"""Evaluation: previews of the library, benchmarks, prompt suites."""
