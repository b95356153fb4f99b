"""The store of extracted components. Public entries: `components_cache.store.store.Store`, `…store.opening.blocking`.

Records are rows, thumbnails are files under `home/components`, meaning lies in the collection `components` of the
search. Rows are the truth: files that no row names are swept, and the collection is brought in line with them.
"""
