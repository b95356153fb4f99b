"""Recursion made visible: the call tree of Fibonacci and the call stack of the factorial."""

import math

from manim import *

from components_cache.library.algorithms.bars import brisk
from components_cache.library.graphs.network import Network, layered_places
from components_cache.library.theme import BAD, FOCUS, GHOST, GOOD, MAIN, MUTED, OTHER, WARM, Narrator, words


def fibonacci_recursion_tree(scene: Scene, n: int = 5):
    """Recursion tree of Fibonacci: the same calls come again and again, until results are remembered.

    Tags: algorithms, recursion, recursion tree, Fibonacci, memoisation, dynamic programming, exponential
    Wishes:
        recursion tree of fibonacci
        fibonacci recursion tree for n = 5
        memoization of the recursive Fibonacci function
        why is the naive recursive Fibonacci slow
        call tree of fib(6)
        memoised fibonacci versus naive recursion
        overlapping subproblems in recursive Fibonacci
        why does recursive fib take exponential time?
        how does memoization avoid computing the same thing twice
        Visualize the recursive calls of the Fibonacci function as a tree
    Parameters:
        n: which Fibonacci number; in [2, 6]; said: n, fibonacci, fib, number
    """
    narrator = Narrator(scene)
    value, children = _fibonacci_calls(n)
    deep = n - 1
    places = layered_places(children, 0, 12.0, 2.4, min(1.1, 4.5 / max(1, deep)), 1.15)
    edges = [(call, child) for call in children for child in children[call]]
    radius = 0.33 if n < 6 else 0.3
    tree = Network(places, edges, radius)
    for call, node in tree.nodes.items():
        node[1].become(words(str(value[call]), 28).move_to(node[1]))
    rule = words("f(n) = f(n-1) + f(n-2)", 32, MUTED).move_to([-4.2, 2.35, 0])
    narrator.say(f"To get f({n}), the function calls itself twice.", FadeIn(tree.nodes[0], rule), wait=0.4)
    pace = brisk(7, len(children), 0.5, 0.2)
    for call in children:
        for child in children[call]:
            tree.nodes[child].set_z_index(1)
        if children[call]:
            pair = children[call]
            drawn = [Create(tree.edges[call, child]) for child in pair]
            scene.play(*drawn, *[FadeIn(tree.nodes[child], scale=0.5) for child in pair], run_time=pace)
    total = len(children)
    narrator.say(f"That makes {total} calls for f({n}), down to f(1) = 1 and f(0) = 0 at the tips.", wait=0.8)
    _show_repeats(scene, narrator, tree, value, n)
    kept = _needed_calls(children, value)
    gone = [call for call in children if call not in kept]
    fading = [tree.nodes[call].animate.set_opacity(0.12) for call in gone]
    fading += [tree.edges[pair].animate.set_opacity(0.12) for pair in edges if pair[1] in gone]
    again = [tree.light_node(call, GOOD) for call in kept]
    text = "Remember each result the first time, and most of the tree is never needed."
    narrator.say(text if gone else "So small a tree has nothing to save yet.", *fading, *again)
    narrator.say(f"With memory: {len(kept)} calls instead of {total}. Exponential becomes linear.")


def _fibonacci_calls(n: int) -> tuple[dict[int, int], dict[int, list[int]]]:
    """The calls of naive Fibonacci, numbered in the order they are made: argument and children of each."""
    value: dict[int, int] = {}
    children: dict[int, list[int]] = {}

    def call(argument: int) -> int:
        number = len(value)
        value[number], children[number] = argument, []
        if argument > 1:
            children[number] = [call(argument - 1), call(argument - 2)]
        return number

    call(n)
    return value, children


def _show_repeats(scene: Scene, narrator: Narrator, tree: VGroup, value: dict, n: int) -> None:
    """Give every repeated argument its own colour and say how often the commonest one is called."""
    again = [k for k in range(n - 1, -1, -1) if sum(v == k for v in value.values()) > 1]
    if not again:
        return
    lit = [
        tree.light_node(c, [WARM, FOCUS, OTHER, PURPLE_B, PINK, RED_C][again.index(v)])
        for c, v in value.items()
        if v in again
    ]
    busiest = max((k for k in again if k > 0), key=lambda k: sum(v == k for v in value.values()))
    times = sum(v == busiest for v in value.values())
    narrator.say(f"Equal colours are equal calls: f({busiest}) is worked out {times} times!", *lit, wait=1.4)


def _needed_calls(children: dict, value: dict) -> list[int]:
    """The calls that are made when every finished result is remembered (a repeated call is looked up, not made)."""
    known: set[int] = set()
    made: list[int] = []

    def call(number: int) -> None:
        if value[number] in known:
            return
        made.append(number)
        for child in children[number]:
            call(child)
        known.add(value[number])

    call(0)
    return made


def factorial_call_stack(scene: Scene, n: int = 4):
    """Recursion with the factorial: calls pile up, and results come back down.

    Tags: algorithms, recursion, call stack, factorial, base case
    Wishes:
        recursion explained with factorial
        call stack of the recursive factorial
        how does recursion work
        factorial of 5 by recursion
        recursive function and its call stack
        what is recursion in programming?
        a function that calls itself until the base case
        how do stack frames pile up and unwind?
        Animate the call stack for computing 5! recursively
    Parameters:
        n: which factorial; in [1, 6]; said: #!, n, factorial, of
    """
    narrator = Narrator(scene)
    code = (
        VGroup(words("n! = n · (n - 1)!", 36, FOCUS), words("1! = 1", 36, GOOD), words("the base case", 26, MUTED))
        .arrange(DOWN, buff=0.3)
        .move_to([-4.4, 0.6, 0])
    )
    height = min(0.8, 5.0 / n)
    narrator.say("A function that asks itself for a smaller case.", FadeIn(code), wait=0.6)
    floor = Line([-1.6, -2.5, 0], [4.6, -2.5, 0], color=MUTED, stroke_width=4)
    scene.play(Create(floor), run_time=0.4)
    frames = []
    narrator.say("Each call must wait for the next one. The waiting calls pile up.", wait=0.2)
    for level, k in enumerate(range(n, 0, -1)):
        box = Rectangle(width=5.2, height=height - 0.08, color=MAIN, stroke_width=2.5).set_fill(MAIN, 0.2)
        box.move_to([1.5, -2.44 + height * (level + 0.5), 0])
        text = words(f"{k}! = {k} · {k - 1}!" if k > 1 else "1! = 1", 30).move_to(box)
        frames.append(VGroup(box, text))
        scene.play(FadeIn(frames[-1], shift=0.4 * DOWN), run_time=0.55)
    frames[-1][0].set_stroke(GOOD).set_fill(GOOD, 0.4)
    narrator.say("The base case knows its answer. Now the waiting ends, from the top down.", wait=0.5)
    result = 1
    for k in range(2, n + 1):
        top, below = frames.pop(), frames[-1]
        factor = result
        result *= k
        answer = words(f"{k}! = {k} · {factor} = {result}", 30).move_to(below)
        handed = words(str(factor), 30, GOOD).move_to(top)
        scene.play(FadeOut(top), handed.animate.move_to(below.get_right() + 0.6 * RIGHT), run_time=0.5)
        scene.play(FadeOut(handed, target_position=below), Transform(below[1], answer), run_time=0.5)
        below[0].set_stroke(GOOD).set_fill(GOOD, 0.4)
        scene.wait(0.15)
    narrator.say(f"{n}! = {math.factorial(n)}. Last call in, first call out: a stack.")
    narrator.say("A recursion needs two things: a smaller case each time, and a case where it stops.")


def n_queens_backtracking(scene: Scene, n: int = 4):
    """N queens by backtracking: place a queen, go on, and take it back when there is no way on.

    Tags: algorithms, backtracking, recursion, chess, queens, constraint
    Wishes:
        n queens problem
        4 queens with backtracking
        eight queens puzzle on a smaller board
        how does backtracking work
        eight queens puzzle
        backtracking algorithm
        place queens on a chessboard so that none attack each other
        backtracking search with chess pieces
        Animate solving the N-Queens puzzle, placing and removing queens
    Parameters:
        n: how many queens, on a board of n by n; in [4, 6]; said: queens, n, board
    """
    narrator = Narrator(scene)
    side = 5.3 / n
    board = VGroup()
    for row in range(n):
        for column in range(n):
            square = Square(side, stroke_width=0).set_fill(GHOST if (row + column) % 2 else MUTED, 0.55)
            board.add(square.move_to(_square(row, column, n, side)))
    rules = VGroup(*[words(t, 28, MUTED) for t in ("one queen in each row,", "no two in a column", "or on a diagonal")])
    rules.arrange(DOWN, buff=0.2, aligned_edge=LEFT).move_to([4.4, 1.4, 0])
    tries = words("tries: 0", 32, FOCUS).move_to([4.4, -0.4, 0])
    narrator.say(f"Put {n} queens on the board so that none attacks another.", FadeIn(board), FadeIn(rules, tries))
    steps = _queen_steps(n)
    pace = brisk(14, len(steps), 0.5, 0.1)
    queens: dict[int, VGroup] = {}
    told: set[str] = set()
    tried = 0
    for number, (kind, row, columns) in enumerate(steps):
        slow = max(pace, 0.4) if number < 8 else pace
        if kind == "back":
            if "back" not in told:
                told.add("back")
                narrator.say("No square is left in this row: go back and move the queen before.", wait=0.3)
            scene.play(FadeOut(queens.pop(row), scale=0.5), run_time=slow)
            continue
        tried += len(columns)
        tries.become(words(f"tries: {tried}", 32, FOCUS).move_to([4.4, -0.4, 0]))
        if kind == "attacked":
            if "attacked" not in told:
                told.add("attacked")
                narrator.say("Attacked: try the next square.", wait=0.1)
            red = Square(side, stroke_width=0).set_fill(BAD, 0.6)
            marks = VGroup(*[red.copy().move_to(_square(row, column, n, side)) for column in columns])
            scene.add(marks)
            scene.wait(max(0.14, slow))
            scene.remove(marks)
        else:
            queens[row] = _queen(side, WARM).move_to(_square(row, columns[0], n, side))
            scene.play(FadeIn(queens[row], scale=1.4), run_time=slow)
    narrator.say(f"A solution, after {tried} tries.", *[queen.animate.set_color(GOOD) for queen in queens.values()])
    narrator.say(f"Blind trying: up to ${n}^{n} = {n**n}$ boards. Backtracking cuts dead ends early.")


def _square(row: int, column: int, n: int, side: float) -> list[float]:
    return [-2.4 + side * (column - (n - 1) / 2), 0.05 + side * ((n - 1) / 2 - row), 0]


def _queen(side: float, color) -> VGroup:
    """A crown."""
    points = [(-0.3, -0.22), (0.3, -0.22), (0.36, 0.25), (0.15, 0.02), (0, 0.34), (-0.15, 0.02), (-0.36, 0.25)]
    crown = Polygon(*[[x * side, y * side, 0] for x, y in points], color=color, stroke_width=3).set_fill(color, 0.9)
    return VGroup(crown)


def _queen_steps(n: int) -> list[tuple[str, int, list[int]]]:
    """What backtracking does until the first solution: (placed | attacked | back, row, columns)."""
    steps: list[tuple[str, int, list[int]]] = []
    placed: list[int] = []

    def place(row: int) -> bool:
        if row == n:
            return True
        for column in range(n):
            if any(c == column or abs(c - column) == row - r for r, c in enumerate(placed)):
                if steps[-1][:2] == ("attacked", row):
                    steps[-1][2].append(column)
                else:
                    steps.append(("attacked", row, [column]))
                continue
            steps.append(("placed", row, [column]))
            placed.append(column)
            if place(row + 1):
                return True
            placed.pop()
            steps.append(("back", row, [column]))
        return False

    place(0)
    return steps
