"""Functions, calculus, algebra and series: acts whose functions and formulas are filled in from the wish."""
