"""How well a whole repository converts: survey, convert, probe, report. Public entry: `python -m eval.conversion`."""
