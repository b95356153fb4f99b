"""Data structures: lists, stacks, tables, trees."""
