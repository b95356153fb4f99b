"""Complex numbers as points, rotations and maps of the plane."""
