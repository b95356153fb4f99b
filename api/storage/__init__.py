"""Videos, stills and their like: a folder, or an S3-compatible bucket. Public entry: `storage.Storage`."""
