"""How many broken scripts repair mends without a model. Public entry: `python -m eval.repair`."""
