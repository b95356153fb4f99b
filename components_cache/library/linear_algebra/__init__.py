"""Matrices and vectors in the plane and in space."""
