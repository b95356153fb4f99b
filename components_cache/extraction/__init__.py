"""From a scene that works to candidates for components. Public entry: `components_cache.extraction.extract.extract`.

Nothing here runs the code or imports manim: what a name is comes from `convert.facts`.
"""
