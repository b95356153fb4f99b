"""Equations, systems of equations and inequalities, solved step by step."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import rounded
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of, steps_call
from agent.models.composer.symbolic.intents.plots import functions_of_x
from agent.models.composer.symbolic.naming import point_tex, spoken
from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Equation, Expression, MathReading
from agent.models.composer.symbolic.solving import equation_lines, system_lines
from agent.models.composer.symbolic.window import window

SOLVE = (
    "solve solving solution solutions root roots step steps find unknown x real by factoring factor factorise "
    "factorising formula completing complete square quadratic linear cubic graphically "
    "algebraically graph zero answer where isolate"
)


def solvable(reading: MathReading) -> list[Equation]:
    """Equations with unknowns that are no differential equations."""
    return [q for q in reading.equations if q.relation == "=" and not any("'" in s for s in q.symbols) and q.symbols]


def _open(equation: Equation) -> bool:
    """Whether something is left to solve; `x = 3` and `y = x^2` are no questions."""
    return not equation.left.sympy.is_Symbol


def solve(reading: MathReading) -> Draft | None:
    """`solve x^2 - 5x + 6 = 0 step by step`, `roots of 2x^2 + 3x = 5`, `complete the square for x^2 + 6x + 1 = 0`."""
    sympy = cas()

    equations = solvable(reading)
    said = reading.says(
        "solve*", "solution*", "root*", "step*", "completing", "complete", "factor*", "find x", "quadratic", "formula"
    )
    bare = not reading.words and len(equations) == 1 and len(equations[0].symbols) == 1 and _open(equations[0])
    if len(equations) != 1 or not (said or bare) or "z" in equations[0].symbols or len(equations[0].symbols) != 1:
        return None
    if equations[0].gives_a_value:
        return None
    if reading.says("inverse", "tangent*", "derivative*", "plot*", "limit*", "ellipse", "circle"):
        return None
    q = equations[0]
    x = min((q.left.sympy.free_symbols | q.right.sympy.free_symbols), key=str)
    lines, roots = equation_lines(
        q, x, square=reading.says("completing", "complete"), by_formula=reading.says("formula", "discriminant")
    )
    acts = [steps_call(lines, takeaway="Put it back in to check." if roots else "The graph never reaches zero.")]
    picture = _roots_picture(q, x, roots)
    if picture is not None and not reading.says("algebraically", "only"):
        acts.append(picture)
    start, end = q.span
    name = spoken(reading.plain[start:end])
    title = f"Solving {name}" if name else "Solving an equation"
    del sympy
    return drafted(
        reading, title, f"Solutions of {q.left.sympy} = {q.right.sympy}", tuple(acts), understood=SOLVE, sure=0.96
    )


def _roots_picture(q: Equation, x: Any, roots: list[Any]) -> Any | None:
    """The graph of left minus right with its crossings of the axis."""
    sympy = cas()

    difference = sympy.expand(q.difference)
    try:
        degree = int(sympy.Poly(difference, x).degree())
    except sympy.PolynomialError:
        return None
    if degree not in (2, 3, 4) or any(abs(float(r)) > 30 for r in roots):
        return None
    e = Expression(difference, q.left.node, q.span)
    shown = window([e], None, [(float(r), 0.0) for r in roots] or [(0.0, 0.0)])
    return call(
        "function_graphs",
        functions=f"[{lambda_of(difference, x)}]",
        labels=[f"y = {tex(difference)}"],
        x_range=shown.x_range,
        y_range=shown.y_range,
        points=[(float(r), 0.0, number(r, 2)) for r in roots],
        remarks=[
            "The same question as a picture.",
            *["Here the curve crosses zero." if not k else "" for k in range(len(roots))],
        ],
        takeaway=repr(
            "The solutions are where the graph meets the axis."
            if roots
            else "The graph never meets the axis: no real solution."
        ),
    )


def system(reading: MathReading) -> Draft | None:
    """`solve 2x + 3y = 12, x - y = 1 graphically and algebraically`."""
    sympy = cas()

    equations = solvable(reading)
    if len(equations) != 2 or set(equations[0].symbols | equations[1].symbols) != {"x", "y"}:
        return None
    x, y = sympy.Symbol("x", real=True), sympy.Symbol("y", real=True)
    one, two = equations
    for q in equations:
        d = sympy.expand(q.difference)
        if sympy.Poly(d, x, y).total_degree() != 1:
            return None
    lone = all(q.left.sympy == y for q in equations)
    asked = reading.says("solve*", "system*", "solution*", "intersect*", "simultaneous*", "cross*", "meet*", "lines")
    if not asked and lone:
        return None
    lines, answer = system_lines(one, two, x, y)
    acts: list[Any] = []
    if not reading.says("algebraically") or reading.says("graphically"):
        acts += _lines_picture(reading, one, two, x, y, answer)
    if not reading.says("graphically", "zoom*") or reading.says("algebraically"):
        acts.append(steps_call(lines, takeaway="One point lies on both lines." if answer else ""))
    known = (
        "solve system simultaneous equations linear solution graphically algebraically lines intersection "
        "intersect point step steps substitution elimination cross meet"
    )
    return drafted(
        reading, "Two equations, two unknowns", f"System {one.tex}, {two.tex}", tuple(acts), understood=known, sure=0.96
    )


MOST_COEFFICIENT = 20
"""Largest number the act for Gaussian elimination shows."""


def elimination(reading: MathReading) -> Draft | None:
    """`solve x + y + z = 6, x - y = 1, z = 2y`: two or three linear equations in as many unknowns, as rows."""
    sympy = cas()

    equations = solvable(reading)
    unknowns = sorted({symbol for q in equations for symbol in q.difference.free_symbols}, key=str)
    names = [str(symbol) for symbol in unknowns]
    if not 2 <= len(equations) == len(names) <= 3 or names == ["x", "y"]:
        return None
    table, right = sympy.linear_eq_to_matrix([q.difference for q in equations], unknowns)
    rows = [[*table.row(i), right[i]] for i in range(len(equations))]
    whole = all(value.is_Integer and abs(value) <= MOST_COEFFICIENT for row in rows for value in row)
    if not whole or table.det() == 0:
        return None
    act = call("gaussian_elimination", rows=[[int(value) for value in row] for row in rows])
    known = "solve system simultaneous linear equations solution step steps elimination gauss gaussian unknowns x y z"
    title = f"{['Two', 'Three'][len(rows) - 2]} equations, {['two', 'three'][len(rows) - 2]} unknowns"
    return drafted(reading, title, "; ".join(q.tex for q in equations), (act,), understood=known, sure=0.96)


def _lines_picture(reading: MathReading, one: Equation, two: Equation, x: Any, y: Any, answer: Any) -> list[Any]:
    sympy = cas()

    forms = [sympy.solve(q.difference, y) for q in (one, two)]
    if not all(forms):
        return []  # an upright line is no function of x
    middle = (float(answer[0]), float(answer[1])) if answer else (0.0, float(forms[0][0].subs(x, 0)))
    reach = max(4.0, abs(middle[0]) + 2)
    e = [Expression(f[0], q.left.node, q.span) for f, q in zip(forms, (one, two), strict=True)]
    x_range = rounded(min(-1.0, middle[0] - reach), max(1.0, middle[0] + reach), most=11)
    high = max(4.0, 0.55 * (x_range[1] - x_range[0]))
    y_range = rounded(min(-1.0, middle[1] - high), max(1.0, middle[1] + high), most=8)
    zoom = reading.says("zoom*")
    return [
        call(
            "function_graphs",
            functions=f"[{', '.join(lambda_of(f[0], x) for f in forms)}]",
            labels=[one.tex, two.tex],
            x_range=x_range,
            y_range=y_range,
            points=[(middle[0], middle[1], point_tex(*answer))] if answer else [],
            remarks=["Each equation is a line.", "The common point solves both."]
            if answer
            else ["Each equation is a line."],
            zoom=zoom and bool(answer),
            callout=repr("Only here do both\nequations hold at once." if zoom else ""),
            takeaway=repr("" if answer else "Parallel lines have no common point."),
        )
        for _ in [e]
    ]


def inequality(reading: MathReading) -> Draft | None:
    """`solve 2x + 1 < 7`, `|x - 2| <= 3 on a number line`."""
    sympy = cas()

    found = [q for q in reading.equations if q.relation in ("<", ">", "<=", ">=") and len(q.symbols) == 1]
    if len(found) != 1 or functions_of_x(reading):
        return None
    q = found[0]
    x = min((q.left.sympy.free_symbols | q.right.sympy.free_symbols), key=str)
    relation = {"<": sympy.Lt, ">": sympy.Gt, "<=": sympy.Le, ">=": sympy.Ge}[q.relation](q.left.sympy, q.right.sympy)
    solution = sympy.solveset(relation, x, sympy.S.Reals)
    intervals = _intervals(solution)
    if intervals is None:
        return None
    ends = sorted(
        {
            (float(p), closed, number(p))
            for low, high, lc, hc in intervals
            for p, closed in ((low, lc), (high, hc))
            if p.is_finite
        }
    )
    places = [p for p, _, _ in ends] or [0.0]
    room = max(3.0, 0.6 * (places[-1] - places[0]))
    steps, notes = _inequality_steps(q, x, solution)
    act = call(
        "solution_set",
        steps=steps,
        notes=notes,
        pieces=[(float(max(low, -1000)), float(min(high, 1000))) for low, high, _, _ in intervals],
        ends=ends,
        span=rounded(places[0] - room, places[-1] + room, most=12),
        answer=repr(_set_tex(x, intervals)),
    )
    known = (
        "solve inequality inequalities number line solution set interval step steps where satisfy satisfies "
        "which real all values"
    )
    return drafted(reading, "Solving an inequality", f"Solutions of {q.tex}", (act,), understood=known, sure=0.95)


def _intervals(solution: Any) -> list[tuple[Any, Any, bool, bool]] | None:
    """Low, high and whether each end belongs; None where the solution is no short union of intervals."""
    sympy = cas()

    parts = solution.args if isinstance(solution, sympy.Union) else (solution,)
    found: list[tuple[Any, Any, bool, bool]] = []
    for part in parts:
        if isinstance(part, sympy.Interval):
            found.append((part.start, part.end, not part.left_open, not part.right_open))
        elif isinstance(part, sympy.FiniteSet):
            found += [(p, p, True, True) for p in part]
        elif part is sympy.S.Reals:
            found.append((-sympy.oo, sympy.oo, False, False))
        elif part is not sympy.S.EmptySet:
            return None
    return found if len(found) <= 4 else None


def _set_tex(x: Any, intervals: list[tuple[Any, Any, bool, bool]]) -> str:
    if not intervals:
        return r"\text{no solution}"
    pieces = [
        rf"{'[' if lc else '('}{number(low)}, {number(high)}{']' if hc else ')'}"
        if low != high
        else rf"\{{{number(low)}\}}"
        for low, high, lc, hc in intervals
    ]
    joined = r" \cup ".join(pieces)
    return rf"{tex(x)} \in {joined}"


def _inequality_steps(q: Equation, x: Any, solution: Any) -> tuple[list[str], list[str]]:
    sympy = cas()

    sign = {"<=": r"\le", ">=": r"\ge"}.get(q.relation, q.relation)
    steps, notes = [q.tex], [""]
    difference = sympy.expand(q.difference)
    inner = q.left.sympy
    if isinstance(inner, sympy.Abs) and not q.right.sympy.free_symbols and q.right.sympy > 0:
        bound, inside = tex(q.right.sympy), tex(inner.args[0])
        small = q.relation in ("<", "<=")
        below = r"\le" if "e" in sign else "<"
        apart = rf"{inside} {sign} {bound} \;\text{{ or }}\; {inside} {below} -{bound}"
        steps.append(rf"-{bound} {sign} {inside} {sign} {bound}" if small else apart)
        notes.append("distance from zero")
        return steps, notes
    if difference.is_polynomial(x) and sympy.degree(difference, x) == 1:
        a, b = difference.coeff(x), difference.subs(x, 0)
        right = -b
        steps.append(f"{tex(a * x)} {sign} {tex(right)}")
        notes.append("x on one side, numbers on the other")
        if a != 1:
            flipped = {"<": ">", ">": "<", r"\le": r"\ge", r"\ge": r"\le"}[sign] if a < 0 else sign
            steps.append(f"{tex(x)} {flipped} {tex(sympy.nsimplify(right / a))}")
            notes.append(f"divide by {a}" + (": the sign turns round" if a < 0 else ""))
        return steps, notes
    if difference.is_polynomial(x):
        factored = sympy.factor(difference)
        if q.right.sympy != 0:
            steps.append(f"{tex(difference)} {sign} 0")
            notes.append("bring everything to one side")
        if factored != difference:
            steps.append(f"{tex(factored)} {sign} 0")
            notes.append("the sign changes only at zeros")
    return steps, notes


INTENTS = (
    Intent("solve", solve),
    Intent("system", system),
    Intent("elimination", elimination),
    Intent("inequality", inequality),
)
