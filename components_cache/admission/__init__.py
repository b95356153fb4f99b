"""From a candidate to a component that is proven, or a reason. Public entry: `components_cache.admission.admit`."""
