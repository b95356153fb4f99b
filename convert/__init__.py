"""Code in, ManimCE code and notes out; never runs the code. Public entry: `convert.convert.convert`."""
