"""Signals: Fourier, convolution, sampling, modulation, filters."""
