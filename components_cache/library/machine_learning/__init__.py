"""Machine learning: descent, regression, classification, clustering, networks, attention."""
