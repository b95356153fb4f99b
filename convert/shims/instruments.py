"""Pianos, flat and in space."""

from manim import *


class Piano(VGroup):
    """White and black keys from left to right."""

    def __init__(
        self,
        n_white_keys=52,
        black_pattern=(0, 2, 3, 5, 6),
        white_keys_per_octave=7,
        white_key_dims=(0.15, 1.0),
        black_key_dims=(0.1, 0.66),
        key_buff=0.02,
        white_key_color=WHITE,
        black_key_color=GREY_E,
        total_width=13,
        **kwargs,
    ):
        self.white_keys = VGroup(*(self.key(white_key_dims, white_key_color) for _ in range(n_white_keys)))
        self.white_keys.arrange(RIGHT, buff=key_buff)
        self.black_keys = VGroup()
        for index, key in enumerate(self.white_keys[:-1]):
            if index % white_keys_per_octave in black_pattern:
                top = key.get_corner(UR) + key_buff / 2 * RIGHT
                self.black_keys.add(self.key(black_key_dims, black_key_color).move_to(top, UP))
        super().__init__(*self.white_keys, *self.black_keys)
        self.sort(lambda point: point[0])
        self.black_keys.set_z_index(1)
        self.width = total_width

    def key(self, dims, color):
        return Rectangle(width=dims[0], height=dims[1], fill_color=color, fill_opacity=1, stroke_width=0)


class Piano3D(VGroup):
    """Keys with depth, the black ones raised."""

    def __init__(
        self, shading=None, stroke_width=0.25, stroke_color=BLACK, key_depth=0.1, black_key_shift=0.05, **kwargs
    ):
        flat = Piano(**{"white_key_color": GREY_A, "key_buff": 0.001, **(kwargs.get("piano_2d_config") or {})})
        super().__init__(*(Prismify(key, key_depth) for key in flat))
        self.set_stroke(stroke_color, stroke_width)
        for key, shape in zip(self, flat):
            if any(shape is black for black in flat.black_keys):
                key.shift(black_key_shift * OUT).set_fill(BLACK)
