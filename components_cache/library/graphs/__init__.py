"""Graphs: traversal, shortest paths, spanning trees."""
