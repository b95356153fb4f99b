"""Tables of facts for the families: one row a fact. A test checks those about manim against the installed one."""
