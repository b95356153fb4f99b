"""Union-find and tries: trees that hold sets and words."""

import numpy as np
from manim import *

from components_cache.library.graphs.network import Network, layered_places
from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    PALETTE,
    WARM,
    Narrator,
    words,
)


def union_find(scene: Scene, elements: int = 8, seed: int = 4):
    """Union-find: sets grow together as trees, and the root tells who belongs together.

    Tags: data structures, disjoint sets, union, find, forest, path compression
    Wishes:
        union find
        disjoint set union data structure
        how does union-find work with path compression
        disjoint sets
        disjoint-set forest
        union by rank and path compression
        are two elements in the same component?
        merging sets and finding representatives
    Parameters:
        elements: how many elements; in [4, 10]; said: elements, nodes, items, n
        seed: picks what is joined; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    parent = list(range(elements))
    color = [PALETTE[i % len(PALETTE)] for i in range(elements)]
    discs = VGroup()
    for n in range(elements):
        circle = Circle(0.36, color=color[n], stroke_width=3).set_fill(color[n], 1)
        discs.add(VGroup(circle, words(str(n), 28, BACKGROUND)).set_z_index(2))
    places = _forest_places(parent)
    for n, disc in enumerate(discs):
        disc.move_to(places[n])
    narrator.say("In the beginning everybody is alone: each is its own root.", FadeIn(discs, lag_ratio=0.1))
    links: dict[int, Line] = {}
    while len({_root(parent, n) for n in range(elements)}) > 1:
        one, two = (int(n) for n in rng.choice(elements, 2, replace=False))
        a, b = _root(parent, one), _root(parent, two)
        if a == b:
            continue
        big, small = (a, b) if _size(parent, a) >= _size(parent, b) else (b, a)
        first = not links
        text = f"Join {one} and {two}: the root of the smaller tree gets a new parent."
        parent[small] = big
        told = words(f"join {one} and {two}", 32, FOCUS).move_to([0, -2.45, 0])
        members = [n for n in range(elements) if _root(parent, n) == big]
        if first:
            narrator.say(text, FadeIn(told), wait=0.3)
        else:
            scene.play(FadeIn(told), run_time=0.3)
        for n in members:
            discs[n][0].set_fill(color[big]).set_stroke(color[big])
        scene.play(*_settle_forest(discs, links, parent), run_time=0.8)
        scene.play(FadeOut(told), run_time=0.2)
    deep = max(range(elements), key=lambda n: _steps(parent, n))
    way, node = [], deep
    while parent[node] != node:
        way.append(node)
        node = parent[node]
    narrator.say(f"Who leads {deep}? Walk up to the root: {node}.", wait=0.2)
    for n in [*way, node]:
        discs[n][0].set_fill(FOCUS).set_stroke(FOCUS)
        scene.wait(0.5)
    if len(way) > 1:
        for n in way:
            parent[n] = node
        narrator.say(
            "On the way back, hang everybody under the root: next time it is one step.",
            *_settle_forest(discs, links, parent),
        )
    narrator.say("Same root, same set: both questions take almost no time.")


def _root(parent: list[int], node: int) -> int:
    while parent[node] != node:
        node = parent[node]
    return node


def _steps(parent: list[int], node: int) -> int:
    count = 0
    while parent[node] != node:
        node, count = parent[node], count + 1
    return count


def _size(parent: list[int], root: int) -> int:
    return sum(_root(parent, n) == root for n in range(len(parent)))


def _forest_places(parent: list[int]) -> dict:
    """Points for a forest: all trees side by side with their roots on one line."""
    children = {n: [c for c, p in enumerate(parent) if p == n and c != n] for n in range(len(parent))}
    roots = [n for n in range(len(parent)) if parent[n] == n]
    drop = 1.25
    made = layered_places({**children, "top": roots}, "top", 11.5, 2.0 + drop, drop, 1.35)
    del made["top"]
    return made


def _settle_forest(discs: VGroup, links: dict, parent: list[int]) -> list[Animation]:
    """Bring the discs to their places and draw or move the links to the parents."""
    places = _forest_places(parent)
    moves = [discs[n].animate.move_to(places[n]) for n in places]
    for n, p in enumerate(parent):
        if n == p:
            continue
        line = Line(places[n], places[p], buff=0.36, color=MUTED, stroke_width=4)
        if n in links:
            moves.append(Transform(links[n], line))
        else:
            links[n] = line
            moves.append(Create(line))
    return moves


def trie(scene: Scene, entries: list[str] = ["tea", "ten", "to", "inn", "in"]):
    """Trie: words that begin alike share their beginning.

    Tags: data structures, trie, prefix tree, strings, autocomplete, dictionary
    Wishes:
        trie data structure
        prefix tree of words
        how does autocomplete work with a trie
        prefix tree
        store words letter by letter in a tree
        how does autocomplete find words by prefix?
        dictionary tree of characters
    Parameters:
        entries: the words that are stored, up to 6 letters each; 2 to 6 items; said: words
    """
    narrator = Narrator(scene)
    texts = [word.lower()[:6] for word in entries][:6]
    nodes = list(dict.fromkeys(word[:k] for word in texts for k in range(1, len(word) + 1)))
    children = {"": [n for n in nodes if len(n) == 1]} | {
        n: [c for c in nodes if len(c) == len(n) + 1 and c.startswith(n)] for n in nodes
    }
    deepest = max(len(n) for n in nodes)
    places = layered_places(children, "", 9.5, 2.45, min(1.2, 4.6 / deepest), 1.6)
    tree = Network({n: p + 1.2 * RIGHT for n, p in places.items()}, [(n[:-1], n) for n in nodes], 0.34)
    for name in nodes:
        label = words(name[-1], 30).move_to(tree.nodes[name])
        tree.nodes[name][1].become(label)
    listing = VGroup(*[words(word, 32, MUTED) for word in texts]).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
    listing.move_to([-5.5, 0.3, 0])
    narrator.say(
        "Store these words letter by letter, starting at the top.", FadeIn(listing), FadeIn(tree.nodes[""]), wait=0.4
    )
    there = {""}
    shared_told = False
    for number, word in enumerate(texts):
        listing[number].set_color(FOCUS)
        for k in range(1, len(word) + 1):
            name = word[:k]
            if name in there:
                if not shared_told:
                    shared_told = True
                    narrator.say("The beginning is there already: follow it.", wait=0.2)
                tree.paint_node(name, OTHER)
                scene.wait(0.25)
                continue
            there.add(name)
            scene.play(Create(tree.edges[name[:-1], name]), FadeIn(tree.nodes[name], scale=0.5), run_time=0.4)
        tree.nodes[word][0].set_stroke(GOOD, 6)
        if number == 0:
            narrator.say("A green ring marks the end of a word.", wait=0.3)
        for name in there - {""}:
            color = GOOD if name in texts[: number + 1] else MAIN
            tree.paint_node(name, color, filled=False)
        listing[number].set_color(GOOD)
    start = max(
        (n for n in nodes if n not in texts or children[n]),
        key=lambda n: (sum(w.startswith(n) for w in texts), -len(n)),
    )
    found = [w for w in texts if w.startswith(start)]
    lit = [tree.light_node(start[:k], FOCUS) for k in range(1, len(start) + 1)]
    below = [tree.light_node(n, WARM) for n in nodes if n.startswith(start) and n != start]
    narrator.say(f"Type “{start}”: walk down {len(start)} step{'s' if len(start) > 1 else ''} ...", *lit, wait=0.6)
    narrator.say(f"... and everything below completes it: {', '.join(found)}.", *below)
    narrator.say("Looking up a word takes one step for each letter, however many words there are.")
