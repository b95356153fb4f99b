"""Discrete mathematics: logic, sets, counting, machines."""
