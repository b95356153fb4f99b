"""One file a format: `read` takes what a file holds and gives its cases, or None where it has another shape."""
