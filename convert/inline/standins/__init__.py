"""Small stand-ins for modules that converted code may not use: read as text, written into the output where needed."""
