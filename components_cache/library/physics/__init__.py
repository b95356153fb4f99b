"""Mechanics, oscillations, waves and optics."""
