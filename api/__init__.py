"""The doors: the command line (`api.cli`), and the warm process behind it (`api.warm`)."""
