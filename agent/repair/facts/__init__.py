"""Tables of facts for the families: one row a fact. Those about manim are checked against the installed one by a test."""
