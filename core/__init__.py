"""The nouns every room shares: wishes, storyboards, scene code, run results, findings, errors, settings.

Nothing here imports another room, does I/O on import, or imports manim, torch or litellm.
"""
