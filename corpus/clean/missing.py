"""Step: imports that code takes for granted: Manim itself, and what other Manims' star imports brought."""

from __future__ import annotations

from corpus.clean.static_check import unknown_names
from corpus.clean.step import Cleaned
from corpus.sources.installed import exported_names

HEADER = "from manim import *"

IMPORTS: dict[str, str] = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "random": "import random",
    "it": "import itertools as it",
    "itertools": "import itertools",
    "op": "import operator as op",
    "operator": "import operator",
    "cmath": "import cmath",
    "copy": "import copy",
    "string": "import string",
    "colorsys": "import colorsys",
    "functools": "import functools",
    "reduce": "from functools import reduce",
    "partial": "from functools import partial",
    "lru_cache": "from functools import lru_cache",
    "deepcopy": "from copy import deepcopy",
    "product": "from itertools import product",
    "combinations": "from itertools import combinations",
    "permutations": "from itertools import permutations",
    "Counter": "from collections import Counter",
    "defaultdict": "from collections import defaultdict",
    "deque": "from collections import deque",
    "dataclass": "from dataclasses import dataclass",
    "Fraction": "from fractions import Fraction",
    "sp": "import sympy as sp",
    "sympy": "import sympy",
    "scipy": "import scipy",
    "nx": "import networkx as nx",
    "Callable": "from collections.abc import Callable",
    "Iterable": "from collections.abc import Iterable",
    "Any": "from typing import Any",
    "Optional": "from typing import Optional",
    "Union": "from typing import Union",
    "List": "from typing import List",
    "Dict": "from typing import Dict",
    "Tuple": "from typing import Tuple",
}
"""What a name that nobody binds most likely is."""


def add_imports(code: str) -> Cleaned:
    """Code with imports for names of ManimCE, and for names with one well-known meaning."""
    unknown = unknown_names(code)
    star = [HEADER] if exported_names().intersection(unknown) else []
    lines = star + [line for name in unknown if (line := IMPORTS.get(name)) and not (star and name in exported_names())]
    if not lines:
        return Cleaned(code)
    head = code.splitlines()
    at = next((index for index, line in enumerate(head) if not line.startswith(("from __future__", "#"))), 0)
    return Cleaned(
        "\n".join([*head[:at], *lines, *head[at:], ""]),
        tuple(f"added: {line}" for line in lines),
    )
