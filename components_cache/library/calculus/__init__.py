"""Limits, slopes and areas as stories."""
