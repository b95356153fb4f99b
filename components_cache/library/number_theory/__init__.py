"""Whole numbers, primes and proofs."""
