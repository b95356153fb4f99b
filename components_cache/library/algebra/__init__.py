"""Identities, equations and sums as pictures."""
