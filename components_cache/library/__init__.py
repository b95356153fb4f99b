"""The curated library: plain ManimCE modules, one topic area a folder. See `docs/components.md` to add one."""
