"""The corpus: how good Manim scenes are written, gathered, cleaned, verified. Public entry: `corpus.build.build`.

`corpus.sources` has one adapter a file, `corpus.clean` one step a file. Beside the entry stand `corpus.store.read` (the
snippets of a parquet file), `corpus.statistics.statistics`, `corpus.export.export`, and, for who needs no build, the
examples and reference of the installed ManimCE: `corpus.sources.manim_docs.examples`, `corpus.sources.manim_api.api`.
"""
