"""Plane and solid figures, their areas and angles."""
