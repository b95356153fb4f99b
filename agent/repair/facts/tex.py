"""Facts about LaTeX for the mending of formulas: characters, commands that are not there: one row a fact."""

from __future__ import annotations

# In text, as they are.
TYPOGRAPHY: dict[str, str] = {
    "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\ldots{}", "\u00a0": "~",
    "•": r"\textbullet{}", "€": r"\texteuro{}", "£": r"\pounds{}", "\u200b": "",
}  # fmt: skip

# Commands that manim's template does not have, in mathematics.
UNDEFINED: dict[str, str] = {
    **{letter: rf"\mathbb{{{letter}}}" for letter in "NZQRCFE"},
    "reals": r"\mathbb{R}",
    "argmin": r"\operatorname*{arg\,min}",
    "argmax": r"\operatorname*{arg\,max}",
    "sgn": r"\operatorname{sgn}",
    "sign": r"\operatorname{sign}",
    "diag": r"\operatorname{diag}",
    "tr": r"\operatorname{tr}",
    "Tr": r"\operatorname{Tr}",
    "rank": r"\operatorname{rank}",
    "Var": r"\operatorname{Var}",
    "Cov": r"\operatorname{Cov}",
    "lcm": r"\operatorname{lcm}",
    "mod": r"\bmod",
    "degree": r"^\circ",
    "degrees": r"^\circ",
    "celsius": r"^\circ\mathrm{C}",
    "dd": r"\mathrm{d}",
    "diff": r"\mathrm{d}",
    "ohm": r"\Omega",
    "checkmark": r"\surd",
    "implies": r"\Rightarrow",
    "micro": r"\mu",
    "percent": r"\%",
    "grad": r"\nabla",
    "div": r"\div",
    "laplacian": r"\nabla^2",
    "or": r"\lor",
    "and": r"\land",
    "union": r"\cup",
    "intersection": r"\cap",
    "infinity": r"\infty",
    "bold": r"\mathbf",
    "italic": r"\mathit",
}

# Commands of packages, and the line of the preamble that brings them; further ones in `convert.facts.tex`.
PACKAGES: dict[str, str] = {
    "SI": r"\usepackage{siunitx}",
    "si": r"\usepackage{siunitx}",
    "qty": r"\usepackage{siunitx}",
    "num": r"\usepackage{siunitx}",
    "unit": r"\usepackage{siunitx}",
    "metre": r"\usepackage{siunitx}",
    "abs": r"\providecommand{\abs}[1]{\left|#1\right|}",
    "norm": r"\providecommand{\norm}[1]{\left\|#1\right\|}",
    "set": r"\providecommand{\set}[1]{\left\{#1\right\}}",
    "ceil": r"\providecommand{\ceil}[1]{\left\lceil#1\right\rceil}",
    "floor": r"\providecommand{\floor}[1]{\left\lfloor#1\right\rfloor}",
    "multirow": r"\usepackage{multirow}",
    "ce": r"\usepackage[version=4]{mhchem}",
    "tcbox": r"\usepackage{tcolorbox}",
    "hl": r"\usepackage{soul}",
    "ul": r"\usepackage{soul}",
}

COMMANDS = frozenset(
    r"""frac dfrac tfrac sqrt sum int prod lim infty alpha beta gamma delta epsilon theta lambda mu pi sigma phi omega
    Delta Sigma Omega cdot times pm le ge leq geq neq approx to rightarrow Rightarrow left right text mathbf mathrm
    mathbb vec hat bar partial nabla sin cos tan log ln exp begin end quad cdots ldots dots binom overline underline
    tau nu rho eta zeta xi psi chi forall exists in notin subset cup cap boxed color textcolor operatorname max min
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""Commands so common that a doubled backslash before them is an accident."""
