"""Where snippets come from: one adapter a file, all of the protocol `corpus.sources.source.Source`.

`corpus.sources.choose.choose` makes the adapters that a user names.
"""
