"""Huffman coding: short codes for frequent letters."""

import heapq
from collections import Counter

from manim import *

from components_cache.library.graphs.network import Network, layered_places
from components_cache.library.theme import FOCUS, GOOD, OTHER, WARM, Narrator, words


def huffman_coding(scene: Scene, text: str = "mississippi"):
    """Huffman coding: join the two rarest again and again, and frequent letters get short codes.

    Tags: algorithms, compression, greedy, Huffman, prefix code, entropy, tree
    Wishes:
        Huffman coding
        Huffman tree
        how does compression give frequent letters short codes
        Huffman
        data compression with variable length codes
        build a Huffman tree from letter frequencies
        how does zip make files smaller?
        frequent symbols get shorter bit strings
        optimal prefix code
    Parameters:
        text: the text that is coded, 2 to 7 different letters; said: text, word, of
    """
    narrator = Narrator(scene)
    counts = Counter("".join(c for c in text.lower() if c.isalpha())[:30])
    counts = dict(counts.most_common(7)) if len(counts) > 1 else {"a": 3, "b": 1}
    merges, children = _huffman_merges(counts)
    root = merges[-1][2]
    deep = max(len(code) for code in _codes(children, root).values())
    places = layered_places(children, root, 10.5, 2.35, min(1.15, 3.6 / deep), 1.5)
    total = {name: counts[name] for name in counts} | {new: size for _, _, new, size in merges}
    edges = [(node, child) for node in children for child in children[node]]
    tree = Network(places, edges, 0.36)
    for name in places:
        tree.nodes[name][1].become(words(str(total[name]), 28).move_to(tree.nodes[name]))
    leaves = {name: words(name, 34, FOCUS).next_to(tree.nodes[name], DOWN, buff=0.12) for name in counts}
    shown = [FadeIn(tree.nodes[name], leaf) for name, leaf in leaves.items()]
    narrator.say("Count how often each letter comes.", *shown, wait=0.8)
    for number, (one, two, new, _) in enumerate(merges):
        lit = [tree.light_node(one, WARM), tree.light_node(two, WARM)]
        if number == 0:
            narrator.say("Join the two rarest. Their counts add up.", *lit, wait=0.2)
        else:
            scene.play(*lit, run_time=0.45)
        drawn = [Create(tree.edges[new, one]), Create(tree.edges[new, two]), FadeIn(tree.nodes[new], scale=0.5)]
        scene.play(*drawn, run_time=0.7)
        for name in (one, two):
            tree.paint_node(name, OTHER, filled=False)
        if number == 1:
            narrator.say("Again the two rarest of what is left, until there is one tree.", wait=0.2)
    bits = VGroup()
    for node in children:
        for bit, child in enumerate(children[node]):
            label = words(str(bit), 26, GOOD).move_to(tree.edges[node, child].get_center())
            bits.add(label.shift(0.24 * (LEFT if bit == 0 else RIGHT)))
    narrator.say("Left is 0, right is 1: the way down is the code of a letter.", FadeIn(bits, lag_ratio=0.05), wait=1)
    codes = _codes(children, root)
    table = VGroup(
        *[words(f"{name} = {codes[name]}", 30, FOCUS) for name in sorted(counts, key=lambda n: len(codes[n]))]
    )
    table.arrange(RIGHT, buff=0.5).move_to([0, -2.6, 0])
    if table.width > 12.6:
        table.scale(12.6 / table.width)
    used = sum(len(codes[name]) * counts[name] for name in counts)
    narrator.say("Frequent letters sit high in the tree and get short codes.", FadeIn(table, lag_ratio=0.2), wait=0.8)
    narrator.say(
        f"{sum(counts.values())} letters in {used} bits, instead of {8 * sum(counts.values())} with 8 bits each."
    )


def _huffman_merges(counts: dict[str, int]) -> tuple[list[tuple[str, str, str, int]], dict[str, list[str]]]:
    """The joins in order as (one, two, new, size), and the children of every inner node."""
    waiting = [(size, name) for name, size in counts.items()]
    heapq.heapify(waiting)
    merges, children = [], {}
    while len(waiting) > 1:
        (a, one), (b, two) = heapq.heappop(waiting), heapq.heappop(waiting)
        new = f"node {len(merges) + 1}"
        merges.append((one, two, new, a + b))
        children[new] = [one, two]
        heapq.heappush(waiting, (a + b, new))
    return merges, children


def _codes(children: dict[str, list[str]], root: str) -> dict[str, str]:
    """The code of every leaf."""
    made, waiting = {}, [(root, "")]
    while waiting:
        node, code = waiting.pop()
        if node not in children:
            made[node] = code
        for bit, child in enumerate(children.get(node, [])):
            waiting.append((child, f"{code}{bit}"))
    return made
