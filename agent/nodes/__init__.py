"""The nodes of the graph, one file a step: each takes state, calls one package and returns an update."""
