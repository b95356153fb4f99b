"""Commands of LaTeX that only manimgl's preamble knows: one row a command, and the line that brings it."""

from __future__ import annotations

_WASY = r"\usepackage[nointegrals]{wasysym}"
_PHYSICS = r"\usepackage{physics}"

PREAMBLE: dict[str, str] = {
    "mathds": r"\providecommand{\mathds}[1]{\mathbb{#1}}",
    "ding": r"\usepackage{pifont}",
    "mathscr": r"\usepackage{mathrsfs}",
    "textipa": r"\usepackage{tipa}",
    "cancel": r"\usepackage{cancel}",
    "bcancel": r"\usepackage{cancel}",
    "xcancel": r"\usepackage{cancel}",
    "bm": r"\usepackage{bm}",
    "mathlarger": r"\usepackage{relsize}",
    "mathsmaller": r"\usepackage{relsize}",
    "xmapsto": r"\usepackage{mathtools}",
    "coloneqq": r"\usepackage{mathtools}",
    "textcolor": r"\usepackage{xcolor}",
    "female": _WASY,
    "male": _WASY,
    "sun": _WASY,
    "mercury": _WASY,
    "venus": _WASY,
    "earth": _WASY,
    "mars": _WASY,
    "jupiter": _WASY,
    "saturn": _WASY,
    "smiley": _WASY,
    "frownie": _WASY,
    "dv": _PHYSICS,
    "pdv": _PHYSICS,
    "qty": _PHYSICS,
    "ket": _PHYSICS,
    "bra": _PHYSICS,
    "braket": _PHYSICS,
    "oiint": r"\usepackage{esint}",
    "llbracket": r"\usepackage{stmaryrd}",
    "minus": r"\DeclareMathSymbol{\minus}{\mathbin}{AMSa}{57}",
}
