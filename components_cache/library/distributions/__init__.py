"""Probability distributions as pictures."""
