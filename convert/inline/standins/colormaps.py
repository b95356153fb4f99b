"""Stands for matplotlib's colour maps: the same colours, told by a few of them (ColorBrewer's and matplotlib's own)."""


class ColorMap:
    """From a number between 0 and 1, or an array of them, to red, green, blue and opacity."""

    def __init__(self, *colors):
        self._colors = np.array([[int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)] + [1.0] for color in colors])

    def __call__(self, values):
        places = np.linspace(0, 1, len(self._colors))
        values = np.clip(np.asarray(values, dtype=float), 0, 1)
        rgba = np.stack([np.interp(values, places, channel) for channel in self._colors.T], axis=-1)
        return tuple(rgba) if rgba.ndim == 1 else rgba


class colormaps:
    """The maps by name."""

    _names = {
        "spectral": "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2",
        "viridis": "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725",
        "plasma": "0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921",
        "coolwarm": "3b4cc0 6788ee 9abbff c9d7f0 edd1c2 f7a889 e26952 b40426",
        "gray": "000000 ffffff",
    }

    @staticmethod
    def get_cmap(name="viridis", *_):
        known = colormaps._names
        return ColorMap(*known.get(str(name).lower(), known["viridis"]).split())
