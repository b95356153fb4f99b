"""Sets as circles: operations, De Morgan, inclusion and exclusion."""

from manim import *

from components_cache.library.theme import (
    BAD,
    FOCUS,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    words,
)


def venn_circles(radius: float = 1.55, gap: float = 0.85, center=(0.0, 0.0)) -> tuple[Circle, Circle]:
    """Two overlapping circles A and B."""
    x, y = center
    one = Circle(radius, color=OTHER, stroke_width=4).move_to([x - gap, y, 0])
    return one, Circle(radius, color=WARM, stroke_width=4).move_to([x + gap, y, 0])


def shade(mobject: VMobject, color=FOCUS, opacity: float = 0.55) -> VMobject:
    """A region without outline."""
    return mobject.set_stroke(width=0).set_fill(color, opacity)


def venn_diagram(scene: Scene, operation: str = "all"):
    """Venn diagram: union, intersection, difference and symmetric difference of two sets.

    Tags: discrete mathematics, sets, union, intersection, difference, complement
    Wishes:
        Venn diagram of two sets
        union and intersection of sets
        set difference with a Venn diagram
        set operations
        Venn diagrams with two circles
        what are union and intersection?
        overlapping circles of sets
        elements in A but not in B
        set theory basics
    Parameters:
        operation: which operation; one of: all, union, intersection, difference, symmetric difference; said: operation
    """
    narrator = Narrator(scene)
    one, two = venn_circles(1.9, 1.1, (0, -0.25))
    names = VGroup(
        formula("A", color=OTHER).next_to(one, LEFT, buff=0.2), formula("B", color=WARM).next_to(two, RIGHT, buff=0.2)
    )
    narrator.say(
        "Two sets: everything in the left circle, everything in the right one.", Create(one), Create(two), FadeIn(names)
    )
    rows = {
        "union": (r"A \cup B", "Union: in A or in B, or in both.", Union(one, two)),
        "intersection": (r"A \cap B", "Intersection: in both at once.", Intersection(one, two)),
        "difference": (r"A \setminus B", "Difference: in A, but not in B.", Difference(one, two)),
        "symmetric difference": (
            r"A \,\triangle\, B",
            "Symmetric difference: in exactly one of them.",
            Exclusion(one, two),
        ),
    }
    chosen = list(rows) if operation == "all" else [operation]
    region, label = None, None
    for name in chosen:
        tex, text, shape = rows[name]
        shade(shape)
        sign = formula(tex, size=54, color=FOCUS).move_to([0, 2.35, 0])
        changes = [FadeOut(region), FadeOut(label)] if region else []
        narrator.say(text, FadeIn(shape), FadeIn(sign), *changes, wait=1.5)
        region, label = shape, sign
    if operation == "all":
        narrator.say("Each operation on sets is a word of logic: or, and, and not.")
    else:
        narrator.say("A picture of two circles shows every case that there can be.")


def de_morgan(scene: Scene):
    """De Morgan's laws: what is outside a union is outside of both sets.

    Tags: discrete mathematics, sets, logic, complement, union, intersection, De Morgan
    Wishes:
        De Morgan's laws
        De Morgan with Venn diagrams
        complement of a union is the intersection of the complements
        not (A or B) equals not A and not B
        complement of an intersection
        negation of and and or with sets
        Demonstrate De Morgan's laws by shading two overlapping sets
    """
    narrator = Narrator(scene)
    boards, circles = [], []
    for x in (-3.4, 3.4):
        board = Rectangle(width=5.4, height=3.5, color=MUTED, stroke_width=3).move_to([x, -0.55, 0])
        boards.append(board)
        circles.append(venn_circles(1.1, 0.62, (x, -0.55)))
    picture = VGroup(*boards, *[circle for pair in circles for circle in pair])
    for one, two in circles:
        names = VGroup(formula("A", size=36), formula("B", size=36)).set_z_index(2)
        names[0].move_to(one.get_center() + 0.45 * LEFT)
        picture.add(names)
        names[1].move_to(two.get_center() + 0.45 * RIGHT)
    narrator.say("The same two sets twice, inside everything there is.", Create(picture), wait=0.5)
    for law in ("union", "intersection"):
        _law(scene, narrator, boards, circles, law)
    narrator.say("Turn it around, and “or” becomes “and”: that is De Morgan's law.")


def _law(scene: Scene, narrator: Narrator, boards, circles, law: str) -> None:
    """Show that both sides of one law shade the same region."""
    joined = law == "union"
    (a, b), (c, d) = circles
    left_tex, right_tex = (r"\overline{A \cup B}", r"\overline{A} \cap \overline{B}")
    if not joined:
        left_tex, right_tex = r"\overline{A \cap B}", r"\overline{A} \cup \overline{B}"
    left = formula(left_tex, size=50, color=FOCUS).move_to([-3.4, 2.05, 0])
    right = formula(right_tex, size=50, color=FOCUS).move_to([3.4, 2.05, 0])
    inner = shade((Union if joined else Intersection)(a, b), BAD, 0.45)
    outer = shade(Difference(boards[0], (Union if joined else Intersection)(a, b)))
    word = "union" if joined else "intersection"
    narrator.say(f"Left: take the {word} ...", FadeIn(inner), wait=0.4)
    narrator.say("... and then everything outside of it.", FadeOut(inner), FadeIn(outer), FadeIn(left), wait=0.8)
    not_a, not_b = shade(Difference(boards[1], c), OTHER, 0.4), shade(Difference(boards[1], d), WARM, 0.4)
    narrator.say("Right: outside of A, and outside of B ...", FadeIn(not_a), FadeIn(not_b), wait=0.8)
    shape = Difference(Difference(boards[1], c), d) if joined else Difference(boards[1], Intersection(c, d))
    both = shade(shape)
    text = "... where both are true: the same region!" if joined else "... where at least one is true: the same region!"
    narrator.say(text, FadeOut(not_a), FadeOut(not_b), FadeIn(both), FadeIn(right), wait=0.6)
    equal = formula("=", size=54).move_to([0, 2.05, 0])
    scene.play(FadeIn(equal, scale=1.6), run_time=0.5)
    scene.wait(0.8)
    if joined:
        narrator.say(
            "And the other way round?",
            FadeOut(outer),
            FadeOut(both),
            FadeOut(left),
            FadeOut(right),
            FadeOut(equal),
            wait=0.4,
        )


def inclusion_exclusion(scene: Scene, first: int = 18, second: int = 15, both: int = 6):
    """Inclusion and exclusion: add the sizes of two sets and take away what was counted twice.

    Tags: discrete mathematics, sets, counting, union, overlap
    Wishes:
        inclusion-exclusion principle
        how many people play football or tennis, counted without double counting
        size of the union of two sets
        count elements of A union B without double counting
        why do we subtract the intersection?
        survey problem with overlapping groups
        cardinality of a union
    Parameters:
        first: how many are in the first set; in [3, 40]; said: first, A
        second: how many are in the second set; in [3, 40]; said: second, B
        both: how many are in both; in [0, 20]; said: both, overlap, intersection
    """
    narrator = Narrator(scene)
    both = min(both, first, second)
    one, two = venn_circles(1.7, 1.0, (0, 0.85))
    names = VGroup(
        formula("A", color=OTHER).next_to(one, LEFT, buff=0.2), formula("B", color=WARM).next_to(two, RIGHT, buff=0.2)
    )
    sizes = formula(f"|A| = {first}", r"\qquad", f"|B| = {second}", size=40).move_to([0, -1.35, 0])
    sizes[0].set_color(OTHER)
    sizes[2].set_color(WARM)
    narrator.say(
        "Two sets that overlap. How many are in at least one of them?", Create(one), Create(two), FadeIn(names, sizes)
    )
    left = shade(one.copy(), OTHER, 0.4)
    right = shade(two.copy(), WARM, 0.4)
    only = VGroup(words(str(first - both), 38), words(str(both), 38), words(str(second - both), 38))
    for number, x in zip(only, (-1.75, 0, 1.75), strict=True):
        number.move_to([x, 0.85, 0]).set_z_index(2)
    start = formula(r"|A \cup B| =", f"{first}", "+", f"{second}", size=46).move_to([-0.5, -2.2, 0])
    start[1].set_color(OTHER)
    start[3].set_color(WARM)
    narrator.say("Adding the two sizes ...", FadeIn(left), FadeIn(right), FadeIn(start), wait=0.8)
    twice = shade(Intersection(one, two), BAD, 0.6)
    narrator.say("... counts the middle twice.", FadeIn(twice), FadeIn(only[1]), wait=0.8)
    end = formula(r"|A \cup B| =", f"{first}", "+", f"{second}", "-", f"{both}", f"= {first + second - both}", size=46)
    end.move_to([0, -2.2, 0])
    for part, color in ((1, OTHER), (3, WARM), (5, BAD), (6, FOCUS)):
        end[part].set_color(color)
    grow = [ReplacementTransform(start[i], end[i]) for i in range(4)]
    narrator.say(
        "So take it away once.",
        *grow,
        FadeIn(end[4:]),
        twice.animate.set_fill(FOCUS, 0.4),
        FadeIn(only[0], only[2]),
        wait=1,
    )
    narrator.say(
        f"Check: {first - both} + {both} + {second - both} = {first + second - both}. Now everybody is counted once."
    )
