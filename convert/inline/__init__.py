"""One self-contained module from a file and the repository around it. Public entry: `convert.inline.inline.inline`."""
