"""Wishes of our own with what the grammar must make of them, as data."""

from __future__ import annotations

READ: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    # wish, kinds of the things in order of appearance, verbs of all steps
    ("a circle", ("circle",), ("enter",)),
    ("turn a square into a triangle", ("square", "triangle"), ("enter", "transform")),
    (
        "a pentagon morphs into a hexagon and then into a circle",
        ("pentagon", "hexagon", "circle"),
        ("enter", "transform", "transform"),
    ),
    (
        "Create a red circle and a blue square, then morph the circle into the square",
        ("circle", "square"),
        ("enter", "enter", "transform"),
    ),
    ("write 'Hello' and underline it", ("text",), ("enter", "underline")),
    ('show the text "Start", wait 1 second, transform it into "End"', ("text", "text"), ("enter", "wait", "transform")),
    ("a small circle orbits around a big circle three times", ("circle", "circle"), ("enter", "enter", "orbit")),
    ("a triangle appears, waits 2 seconds, and disappears", ("triangle",), ("enter", "wait", "exit")),
    ("move a circle up 2 units, then right 3 units", ("circle",), ("enter", "move", "move")),
    ("Two circles, one red and one blue, move towards each other", ("circle",), ("enter", "meet")),
    ("four squares arranged in a grid, then they form a row", ("square",), ("enter", "arrange")),
    ("a ball falls from the top and bounces", ("ball",), ("enter", "bounce")),
    ("make a yellow square pulse three times and then vanish", ("square",), ("enter", "pulse", "exit")),
    ("draw a heart and make it pulse", ("heart",), ("enter", "pulse")),
    ("a rotating cube", ("cube",), ("enter", "rotate")),
    ("E = mc^2 appears, then highlight the m in red", ("formula",), ("enter", "symbol")),
    ("count from 0 to 10", ("counter",), ("enter", "count")),
    (
        "show a number line from 0 to 10 with a dot at 3 that moves to 7",
        ("number_line", "dot"),
        ("enter", "enter", "move"),
    ),
    ("two dots labeled A and B, connect them with a line", ("dot", "label", "line"), ("enter", "enter", "enter")),
    ("write the quadratic formula, then fade it out", ("formula",), ("enter", "exit")),
)

DETAILS: tuple[tuple[str, str, str, object], ...] = (
    # wish, id of a thing, its field, the value it must have
    ("three red dots", "red_dots", "count", 3),
    ("a 4x6 grid of circles", "circles_grid", "dims", (4, 6)),
    ("a light blue hexagon", "blue_hexagon", "colors", ("BLUE_A",)),
    ("a circle in #ff8800", "circle", "colors", ("#FF8800",)),
    ("Draw three circles in a row, red, green and blue", "circles", "colors", ("RED", "GREEN", "BLUE")),
    ("a triangle with vertices (-1,0), (1,0), (0,2)", "triangle", "points", ((-1.0, 0.0), (1.0, 0.0), (0.0, 2.0))),
    ("a rectangle 4 units wide", "rectangle", "kind", "rectangle"),
    ("an ellipse with width 4 and height 2", "ellipse", "measures", (("width", 4.0), ("height", 2.0))),
    ("circle of radius 2", "circle", "measures", (("radius", 2.0),)),
    ("a polygon with 7 sides", "polygon", "measures", (("n", 7.0),)),
    ("a big star", "star", "size", 1.5),
    ("a hollow square", "square", "look", ("outlined",)),
    ("a red circle without a border", "red_circle", "look", ("borderless",)),
    ("the word EUREKA", "eureka_text", "content", "EUREKA"),
    ("text that says 'Hello there'", "text", "content", "Hello there"),
    ("write x^2 + y^2 = r^2", "formula", "content", "x^2 + y^2 = r^2"),
    ("write sqrt(2)/2 = y", "formula", "tex", True),
    ("the numbers 1, 2 and 3", "numbers", "content", "1\n2\n3"),
    ("a pentagon with vertices labeled A-E", "vertices", "labels", ("A", "B", "C", "D", "E")),
    ("draw a triangle and label its sides a, b and c", "sides", "labels", ("a", "b", "c")),
    ("points A and B on a plane", "points", "labels", ("A", "B")),
    ("three squares stacked vertically", "squares", "formation", "column"),
    ("six dots in a circle", "dots", "formation", "circle"),
)

ACTIONS: tuple[tuple[str, str, str, object], ...] = (
    # wish, verb of an action, its field, the value it must have
    ("rotate a square 90 degrees clockwise", "rotate", "value", -90.0),
    ("rotate a square by a quarter turn", "rotate", "value", 90.0),
    ("a star that shrinks to half its size", "scale", "value", 0.5),
    ("make a circle grow to three times its size", "scale", "value", 3.0),
    ("scale a text 'Hi' by a factor of 2.5", "scale", "value", 2.5),
    ("a square turns red over 2 seconds", "recolor", "seconds", 2.0),
    ("change the color of a square to green", "recolor", "colors", ("GREEN",)),
    ("a square spins slowly", "rotate", "seconds", 3.0),
    ("a dot moves 2 units to the right", "move", "shift", (2.0, 0.0)),
    ("three circles that change color one by one", "recolor", "lag", True),
    ("four squares, the second one turns yellow", "recolor", "targets", ("squares[1]",)),
    ("three squares in a row, the middle one turns yellow", "recolor", "targets", ("squares[1]",)),
    ("a red circle and a blue circle, the red one disappears", "exit", "targets", ("red_circle",)),
    ("a 3x3 grid of dots, highlight the diagonal", "highlight", "targets", ("dots_grid[:: 4]",)),
    ("a line rotates around its left endpoint", "rotate", "others", ("line.get_start()",)),
    ("a yellow arrow pointing right, then rotate it to point up", "rotate", "value", 90.0),
)

NOT_DRAWINGS: tuple[str, ...] = (
    "how do I boil an egg",
    "who is the president of France",
    "write an essay about the sea",
    "book me a flight to Rome",
    "crack the password of my school",
    "a photorealistic dog running on a beach",
    "a dragon fights a knight",
    "explain stochastic gradient descent",
    "what is the meaning of life",
    "visualise the merge sort algorithm",
    "prove the fundamental theorem of algebra",
    "the causes of the first world war",
    "give me stock prices",
    "plot the population of Brazil",
    "draw a realistic portrait of Einstein",
    "make my homework",
    "qwerty asdf zxcv",
    "simulate a neural network with three layers",
    "area of a circle by exhaustion",
    "tangent line of x^3 at x = 2",
    "add the vectors (1,2) and (3,4)",
    "a circle that quantum-tunnels through a black hole",
)
"""Wishes that this grammar must not claim: none is one of the development wishes."""
