"""Slope fields, phase portraits and the growth of things."""
