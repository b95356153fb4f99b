"""Meaning of texts: embeddings and search. Public entries: `retrieval.embedder.embed`, `retrieval.vectors.Vectors`."""
