"""Repair without a model: from an error to mends that were tried. Public entry: `agent.repair.repair.repair`."""
