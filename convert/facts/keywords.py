"""Keywords and argument orders that differ from today's ManimCE: one row a fact."""

from __future__ import annotations

# (class, its keyword in manimgl or old ManimCE) → ManimCE's keyword. The class may be a base of the one called.
CLASS_KEYWORDS: dict[tuple[str, str], str] = {
    ("Arc", "n_components"): "num_components",
    ("Brace", "tex_string"): "",
    ("Code", "code"): "code_string",
    ("Code", "file_name"): "code_file",
    ("Code", "style"): "formatter_style",
    ("Code", "code_style"): "formatter_style",
    ("Code", "insert_line_no"): "add_line_numbers",
    ("Code", "line_no_from"): "line_numbers_from",
    ("Cone", "radius"): "base_radius",
    ("Cylinder", "axis"): "direction",
    ("DashedVMobject", "positive_space_ratio"): "dashed_ratio",
    ("DashedLine", "positive_space_ratio"): "dashed_ratio",
    ("DecimalNumber", "digit_to_digit_buff"): "digit_buff_per_font_unit",
    ("FunctionGraph", "x_min"): "",
    ("ImageMobject", "filename"): "filename_or_array",
    ("LaggedStartMap", "anim_func"): "animation_class",
    ("LaggedStartMap", "group"): "mobject",
    ("Line3D", "width"): "thickness",
    ("NumberLine", "width"): "length",
    ("NumberLine", "big_tick_numbers"): "numbers_with_elongated_ticks",
    ("NumberLine", "line_to_number_direction"): "label_direction",
    ("NumberLine", "number_scale_val"): "",
    ("ParametricFunction", "t_func"): "function",
    ("Rotate", "radians"): "angle",
    ("Rotating", "radians"): "angle",
    ("Surface", "uv_func"): "func",
    ("SVGMobject", "file"): "file_name",
    ("Text", "size"): "font_size",
    ("Text", "text2color"): "t2c",
    ("Text", "text2font"): "t2f",
    ("Text", "text2slant"): "t2s",
    ("Text", "text2weight"): "t2w",
    ("Text", "lsh"): "line_spacing",
    ("Torus", "r1"): "major_radius",
    ("Torus", "r2"): "minor_radius",
    ("TracedPath", "time_traced"): "dissipating_time",
    ("TransformMatchingTex", "source"): "mobject",
    ("TransformMatchingTex", "target"): "target_mobject",
    ("TransformMatchingShapes", "source"): "mobject",
    ("TransformMatchingShapes", "target"): "target_mobject",
    ("SurroundingRectangle", "buffer"): "buff",
    ("MathTex", "t2c"): "tex_to_color_map",
    ("MathTex", "isolate"): "substrings_to_isolate",
    ("Indicate", "scale_value"): "scale_factor",
    ("Circumscribe", "surrounding_rectangle_config"): "",
    ("Broadcast", "n_circles"): "n_mobs",
    ("Flash", "flash_width"): "",
    ("Sphere", "clockwise"): "",
    ("VMobject", "background"): "",
    ("VMobject", "opacity"): "fill_opacity",
}

# (method, its keyword) → ManimCE's keyword, empty where there is none.
METHOD_KEYWORDS: dict[tuple[str, str], str] = {
    ("add_updater", "call"): "call_updater",
    ("add_updater", "call_now"): "call_updater",
    ("arrange_in_grid", "n_rows"): "rows",
    ("arrange_in_grid", "n_cols"): "cols",
    ("arrange_in_grid", "h_buff"): "",
    ("arrange_in_grid", "v_buff"): "",
    ("set_stroke", "behind"): "background",
    ("set_stroke", "recurse"): "family",
    ("set_fill", "recurse"): "family",
    ("set_color", "recurse"): "family",
    ("set_opacity", "recurse"): "family",
    ("fade", "recurse"): "family",
    ("match_style", "recurse"): "family",
    ("set_z_index", "recurse"): "family",
    ("suspend_updating", "recurse"): "recursive",
    ("resume_updating", "recurse"): "recursive",
    ("get_graph_label", "x"): "x_val",
    ("surround", "buff"): "buffer_factor",
    ("copy", "deep"): "",
    ("apply_function", "maintain_smoothness"): "",
    ("update", "recurse"): "recursive",
}

# Positional parameters of manimgl where ManimCE's own differ: what stands at these places is passed by keyword.
POSITIONAL: dict[str, tuple[str, ...]] = {
    "FadeIn": ("mobject", "shift", "scale"),
    "FadeOut": ("mobject", "shift", "scale"),
    "SurroundingRectangle": ("mobject", "buff", "color"),
    "Arc": ("start_angle", "angle", "radius", "n_components"),
    "Rectangle": ("width", "height"),
    "RoundedRectangle": ("width", "height", "corner_radius"),
    "Rotating": ("mobject", "angle", "axis"),
    "Transform": ("mobject", "target_mobject", "path_arc"),
    "ReplacementTransform": ("mobject", "target_mobject", "path_arc"),
    "TransformFromCopy": ("mobject", "target_mobject", "path_arc"),
    "Prism": ("width", "height", "depth"),
    "Sector": ("angle", "radius"),
    "BackgroundRectangle": ("mobject", "color"),
}

# Keywords that ManimCE's class accepts and then fails on, or that say what it does anyway.
DROPPED: frozenset[tuple[str, str]] = frozenset(
    {("Flash", "remover"), ("Flash", "lag_ratio"), ("ShowPassingFlash", "remover")}
)
