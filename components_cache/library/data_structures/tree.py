"""Binary trees: a search tree that is laid out anew whenever it changes."""

import numpy as np
from manim import *

from components_cache.library.theme import BACKGROUND, INK, MAIN, MUTED, words


class TreeNode:
    """A node of a binary search tree: `key`, `left`, `right`, and its picture (circle and number)."""

    def __init__(self, key: int, radius: float = 0.34):
        self.key, self.left, self.right = key, None, None
        circle = Circle(radius, color=MAIN, stroke_width=3).set_fill(BACKGROUND, 1)
        self.picture = VGroup(circle, words(str(key), 26)).set_z_index(2)

    def light(self, color, filled: bool = True) -> Animation:
        """Colour the node in an animation."""
        circle, label = self.picture
        return AnimationGroup(
            circle.animate.set_stroke(color).set_fill(color if filled else BACKGROUND, 1),
            label.animate.set_color(BACKGROUND if filled else INK),
        )

    def paint(self, color, filled: bool = True) -> None:
        """Colour the node at once."""
        circle, label = self.picture
        circle.set_stroke(color).set_fill(color if filled else BACKGROUND, 1)
        label.set_color(BACKGROUND if filled else INK)


def insert_key(root, key: int, radius: float = 0.34):
    """Insert into a search tree (equal keys go right) and return (root, path of nodes from the root to the new one)."""
    new, path = TreeNode(key, radius), []
    if root is None:
        return new, [new]
    node = root
    while node is not None:
        path.append(node)
        node = node.left if key < node.key else node.right
    if key < path[-1].key:
        path[-1].left = new
    else:
        path[-1].right = new
    return root, [*path, new]


def tree_nodes(root) -> list:
    """All nodes in order, smallest key first."""
    return [] if root is None else [*tree_nodes(root.left), root, *tree_nodes(root.right)]


def tree_height(root) -> int:
    """The number of levels."""
    return 0 if root is None else 1 + max(tree_height(root.left), tree_height(root.right))


def tree_places(root, width: float = 11.5, top: float = 2.2, drop: float = 1.05, middle: float = 0.0) -> dict:
    """A point for every node: x by the order of the keys, y by the level. Keys of the dict are the nodes."""
    order = tree_nodes(root)
    gap = min(1.3, width / max(1, len(order) - 1))
    places = {}

    def place(node, level: int) -> None:
        if node is not None:
            x = middle + (order.index(node) - (len(order) - 1) / 2) * gap
            places[node] = np.array([x, top - drop * level, 0.0])
            place(node.left, level + 1)
            place(node.right, level + 1)

    place(root, 0)
    return places


def tree_links(places: dict) -> dict:
    """Lines from parents to children at these places, by the child."""
    return {
        child: Line(places[node], places[child], color=MUTED, stroke_width=3)
        for node in places
        for child in (node.left, node.right)
        if child is not None and child in places
    }


def settle(places: dict, links: dict) -> list[Animation]:
    """Animations that bring the nodes and the links to new places; `links` is updated, new links are drawn."""
    moves = [node.picture.animate.move_to(point) for node, point in places.items()]
    wanted = tree_links(places)
    moves += [FadeOut(links.pop(child)) for child in list(links) if child not in wanted]
    for child, line in wanted.items():
        if child in links:
            moves.append(Transform(links[child], line))
        else:
            links[child] = line
            moves.append(Create(line))
    return moves


def grown_tree(keys: list[int], radius: float = 0.34, **layout):
    """A finished search tree of the keys: (root, places, links), its pictures at their places."""
    root = None
    for key in keys:
        root, _ = insert_key(root, key, radius)
    places = tree_places(root, **layout)
    for node, point in places.items():
        node.picture.move_to(point)
    return root, places, tree_links(places)
