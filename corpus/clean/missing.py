"""Step: imports that code takes for granted, because other Manims' star imports brought them."""

from __future__ import annotations

from corpus.clean.static_check import unknown_names
from corpus.clean.step import Cleaned

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
    """Code with imports for names that have one well-known meaning."""
    lines = [line for name in unknown_names(code) if (line := IMPORTS.get(name))]
    if not lines:
        return Cleaned(code)
    head = code.splitlines()
    at = next((index for index, line in enumerate(head) if not line.startswith(("from __future__", "#"))), 0)
    return Cleaned(
        "\n".join([*head[:at], *lines, *head[at:], ""]),
        tuple(f"added: {line}" for line in lines),
    )
