"""Circle functions and rotation."""
