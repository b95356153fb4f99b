"""Meaning of texts: embeddings and search. Public entry: `retrieval.search.search`.

Beside it stand `retrieval.index.build`, which fills what is searched, and `retrieval.embedder.embed`.
"""
