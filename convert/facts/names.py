"""Names that are spelt differently in today's ManimCE: one row a fact."""

from __future__ import annotations

# Same meaning, other name: renamed wherever the module does not define the old name itself.
NAMES: dict[str, str] = {
    "ShowCreation": "Create",
    "ShowCreationPerSubmobject": "Create",
    "DEG": "DEGREES",
    "ParametricCurve": "ParametricFunction",
    "RADIANS": "1",
    "FRAME_WIDTH": "config.frame_width",
    "FRAME_HEIGHT": "config.frame_height",
    "FRAME_X_RADIUS": "config.frame_x_radius",
    "FRAME_Y_RADIUS": "config.frame_y_radius",
    "SPACE_WIDTH": "config.frame_x_radius",
    "SPACE_HEIGHT": "config.frame_y_radius",
    "ASPECT_RATIO": "config.aspect_ratio",
    "TOP": "config.top",
    "BOTTOM": "config.bottom",
    "LEFT_SIDE": "config.left_side",
    "RIGHT_SIDE": "config.right_side",
    "DEFAULT_MOBJECT_TO_EDGE_BUFF": "DEFAULT_MOBJECT_TO_EDGE_BUFFER",
    "DEFAULT_MOBJECT_TO_MOBJECT_BUFF": "DEFAULT_MOBJECT_TO_MOBJECT_BUFFER",
    "DEFAULT_ANIMATION_RUN_TIME": "1.0",
    "GREEN_SCREEN": "PURE_GREEN",
}

# Old ManimCE names; the same table of the years 2020–2022.
OLD_CE_NAMES: dict[str, str] = {
    "TexMobject": "MathTex",
    "TextMobject": "Tex",
    "FadeInFromDown": "FadeIn",
    "FadeOutAndShiftDown": "FadeOut",
    "ParametricSurface": "Surface",
    "CairoText": "Text",
    "PangoText": "Text",
    "WiggleOutThenIn": "Wiggle",
}

# What manimgl renamed later, where it kept the meaning.
GL_LATER_NAMES: dict[str, str] = {
    "TexMobject": "OldTex",
    "TextMobject": "OldTexText",
}

# What manimgl means by names of its own, in ManimCE terms, where no shim does it better.
GL_NAMES: dict[str, str] = {
    "YELLOW": "PURE_YELLOW",
    "YELLOW_C": "PURE_YELLOW",
    "ArrowTip": "ArrowTriangleFilledTip",
    "OldTex": "MathTex",
    "OldTexText": "Tex",
    "TexText": "Tex",
    "Tex": "MathTex",
    "TexMobject": "MathTex",
    "TextMobject": "Tex",
    "CircleIndicate": "Circumscribe",
    "FlashAround": "Circumscribe",
    "ShowPassingFlashAround": "Circumscribe",
    "ShowCreationThenDestruction": "ShowPassingFlash",
    "ShowCreationThenFadeOut": "ShowPassingFlash",
    "ParametricSurface": "Surface",
    "GlowDot": "Dot",
    "WiggleOutThenIn": "Wiggle",
    "SmallDot": "Dot",
    "VFadeIn": "FadeIn",
    "VFadeOut": "FadeOut",
    "InteractiveScene": "Scene",
    "TransformMatchingStrings": "TransformMatchingTex",
    "TransformMatchingParts": "TransformMatchingShapes",
}

_IN_BOTH = ("Tex", "YELLOW", "YELLOW_C", "ArrowTip")
RENAMES: dict[str, str] = {key: new for key, new in (GL_NAMES | OLD_CE_NAMES | NAMES).items() if key not in _IN_BOTH}
"""All of them, for those who look a name up without knowing the dialect."""

# Modules that manim's star import brought along, by the name under which scenes use them.
MODULES: dict[str, str] = {
    "it": "import itertools as it",
    "itertools": "import itertools",
    "random": "import random",
    "math": "import math",
    "re": "import re",
    "op": "import operator as op",
    "operator": "import operator",
    "time": "import time",
    "copy": "import copy",
    "deepcopy": "from copy import deepcopy",
    "reduce": "from functools import reduce",
    "partial": "from functools import partial",
    "wraps": "from functools import wraps",
    "lru_cache": "from functools import lru_cache",
    "functools": "import functools",
    "string": "import string",
    "inspect": "import inspect",
    "itemgetter": "from operator import itemgetter",
    "log": "from math import log",
    "sqrt": "from math import sqrt",
    "scipy": "import scipy",
    "np": "import numpy as np",
    "numpy": "import numpy",
    "warnings": "import warnings",
    "collections": "import collections",
    "OrderedDict": "from collections import OrderedDict",
    "defaultdict": "from collections import defaultdict",
    "Counter": "from collections import Counter",
    "Fraction": "from fractions import Fraction",
    "fractions": "import fractions",
    "Image": "from PIL import Image",
    "Iterable": "from collections.abc import Iterable",
    "Callable": "from collections.abc import Callable",
    "Sequence": "from collections.abc import Sequence",
    "Any": "from typing import Any",
    "Optional": "from typing import Optional",
    "Union": "from typing import Union",
    "Tuple": "from typing import Tuple",
    "List": "from typing import List",
    "Dict": "from typing import Dict",
    "TYPE_CHECKING": "from typing import TYPE_CHECKING",
    "pprint": "from pprint import pprint",
    "sp": "import sympy as sp",
    "sympy": "import sympy",
    "json": "import json",
    "product": "from itertools import product",
    "ABC": "from abc import ABC",
    "abstractmethod": "from abc import abstractmethod",
}

PLAIN: dict[str, tuple[str, tuple[str, ...]]] = {
    "FlashAround": ("Circumscribe", ("taper_width", "n_inserted_curves")),
    "VShowPassingFlash": ("ShowPassingFlash", ("taper_width",)),
    "ParametricSurface": ("Surface", ("u_min", "u_max", "v_min", "v_max")),
    "TransformMatchingStrings": ("TransformMatchingShapes", ("key_map", "matched_keys", "matched_pairs")),
    "GlowDot": ("PlainGlowDot", ("glow_factor", "get_point", "set_point", "add_point", "set_radius", "radii")),
}
"""In code that is mostly ManimCE: manimgl's name, the little that does the same there, and the words that need more."""
