"""Binary search trees: insertion, search, deletion, traversals."""

from manim import *

from components_cache.library.algorithms.array import array_row, cell
from components_cache.library.algorithms.bars import brisk
from components_cache.library.data_structures.tree import (
    grown_tree,
    insert_key,
    settle,
    tree_height,
    tree_nodes,
    tree_places,
)
from components_cache.library.theme import BAD, FOCUS, GOOD, MAIN, MUTED, OTHER, WARM, Narrator, words


def unique_keys(values: list[int]) -> list[int]:
    """The values as whole numbers, each once, in the order they came."""
    return list(dict.fromkeys(int(value) for value in values))


def binary_search_tree(scene: Scene, values: list[int] = [50, 30, 70, 20, 40, 60, 80, 35, 65], target: int = 65):
    """Binary search tree: smaller keys go left, larger ones right, and then every search is a single path.

    Tags: data structures, tree, BST, insertion, search, ordered
    Wishes:
        binary search tree insertion
        insert 8, 3, 10, 1, 6 into a binary search tree
        BST insert and search
        how does a binary search tree work?
        insert keys into a search tree and look one up
        smaller values to the left and bigger ones to the right of a node
        how does searching in a BST work?
        Build a binary search tree by inserting numbers one at a time
    Parameters:
        values: the keys in the order they are inserted; 2 to 11 items in [0, 99]; said: values, keys, numbers, insert
        target: the key that is looked for at the end; in [0, 99]; said: search for, find, look for, searching
    """
    narrator = Narrator(scene)
    keys = unique_keys(values)
    queue = array_row(keys, 0.7, MAIN, 26).move_to([0, 2.5, 0])
    narrator.say("Insert these keys one by one.", FadeIn(queue, lag_ratio=0.1), wait=0.4)
    root, links = None, {}
    drop = min(1.05, 3.4 / max(1, _levels(keys) - 1))
    pace = brisk(16, sum(_depths(keys)) + len(keys), 0.5, 0.2)
    told = {1: "", 2: "", 3: "At every node the same question, until there is a free place."}
    for number, key in enumerate(keys):
        root, path = insert_key(root, key)
        new = path[-1]
        new.picture.move_to(queue[number])
        new.paint(FOCUS)
        places = tree_places(root, top=1.05, drop=drop)
        scene.add(new.picture)
        queue[number].set_opacity(0.15)
        if number in told:
            turn = "Smaller: go left." if key < path[-2].key else "Larger: go right."
            narrator.say(told[number] or turn, wait=0.1)
        for node in path[:-1]:
            node.paint(WARM)
            over = node.picture.get_center() + 0.62 * UP
            scene.play(new.picture.animate.move_to(over), run_time=pace if number > 2 else 0.5)
            node.paint(MAIN, filled=False)
        scene.play(*settle(places, links), run_time=max(0.35, pace))
        new.paint(MAIN, filled=False)
    scene.play(FadeOut(queue), run_time=0.4)
    _follow(scene, narrator, root, target)
    levels = tree_height(root)
    narrator.say(f"{len(keys)} keys, but never more than {levels} questions: one for each level.")


def _levels(keys: list[int]) -> int:
    root = None
    for key in keys:
        root, _ = insert_key(root, key)
    return tree_height(root)


def _depths(keys: list[int]) -> list[int]:
    """How many nodes each key passes on its way."""
    root, depths = None, []
    for key in keys:
        root, path = insert_key(root, key)
        depths.append(len(path) - 1)
    return depths


def _follow(scene: Scene, narrator: Narrator, root, target: int) -> None:
    """Search `target` from the root down."""
    question = words(f"Where is {target}?", 32, FOCUS).move_to([0, 2.5, 0])
    narrator.say(f"Now look for {target}: the same questions lead straight to its place.", FadeIn(question), wait=0.3)
    node, last = root, None
    while node is not None:
        last = node
        scene.play(node.light(GOOD if node.key == target else FOCUS), run_time=0.45)
        scene.wait(0.2)
        if node.key == target:
            break
        node = node.left if target < node.key else node.right
    if node is None:
        side = "left" if target < last.key else "right"
        narrator.say(f"No node to the {side} of {last.key}: {target} is not in the tree.", last.light(BAD), wait=0.8)
    else:
        narrator.say("Found.", Flash(node.picture, color=GOOD, flash_radius=0.6), wait=0.4)


def tree_traversals(scene: Scene, values: list[int] = [50, 30, 70, 20, 40, 60, 80], order: str = "all"):
    """Tree traversals: preorder, inorder, postorder and level order on the same tree.

    Tags: data structures, tree, traversal, preorder, inorder, postorder, level order, recursion
    Wishes:
        tree traversals
        inorder traversal of a binary tree
        preorder, inorder and postorder
        level order traversal of a tree
        preorder traversal
        postorder traversal
        in what order are the nodes of a tree visited?
        walk through a binary tree left, root, right
        DFS and BFS order of a binary tree
    Parameters:
        values: the keys of the tree in the order of insertion; 3 to 11 items in [0, 99]; said: values, keys, numbers
        order: which traversal; one of: all, preorder, inorder, postorder, level; said: order
    """
    narrator = Narrator(scene)
    keys = unique_keys(values)
    root, places, links = grown_tree(keys, top=2.4, drop=min(1.0, 2.9 / max(1, _levels(keys) - 1)), width=11)
    pictures = VGroup(*[node.picture for node in places])
    shown = FadeIn(VGroup(*links.values()), pictures)
    narrator.say("One tree. In which order do we visit its nodes?", shown, wait=0.4)
    kinds = ["preorder", "inorder", "postorder", "level"] if order == "all" else [order]
    rules = {
        "preorder": "Preorder: first the node itself, then its left side, then its right side.",
        "inorder": "Inorder: left side, node, right side. The keys come out sorted!",
        "postorder": "Postorder: both sides first, the node last. Good for clearing up.",
        "level": "Level order: row by row from the top, with a queue.",
    }
    side = min(0.62, 9 / len(keys))
    pace = 0.24 if len(kinds) > 1 else 0.6
    last = None
    for kind in kinds:
        visited = traversal_order(root, kind)
        head = words("level order" if kind == "level" else kind, 28, MUTED).move_to([-5.2, -2.2, 0])
        shown = VGroup(*[cell(node.key, side, FOCUS, 26) for node in visited]).arrange(RIGHT, buff=0.06)
        shown.next_to(head, RIGHT, buff=0.4).set_x(max(0.6, -3.6 + shown.width / 2))
        clear = [FadeOut(last), *[node.light(MAIN, filled=False) for node in visited]] if last else []
        narrator.say(rules[kind], FadeIn(head), *clear, wait=0.2)
        for node, box in zip(visited, shown, strict=True):
            scene.play(
                node.light(FOCUS), TransformFromCopy(node.picture[1], box[1]), FadeIn(box[0]), run_time=pace + 0.12
            )
            node.paint(OTHER)
        scene.wait(0.7)
        last = VGroup(head, shown)
    narrator.say("Every node is visited once. Only the moment of its turn differs.")


def traversal_order(root, kind: str) -> list:
    """The nodes in preorder, inorder, postorder or level order."""
    if kind == "level":
        row, visited = [root], []
        while row:
            visited += row
            row = [child for node in row for child in (node.left, node.right) if child]
        return visited
    if root is None:
        return []
    left, right = traversal_order(root.left, kind), traversal_order(root.right, kind)
    return {"preorder": [root, *left, *right], "inorder": [*left, root, *right], "postorder": [*left, *right, root]}[
        kind
    ]


def bst_deletion(scene: Scene, values: list[int] = [50, 30, 70, 20, 40, 60, 80, 65], remove: int = 50):
    """Deleting from a search tree: a node with two children is replaced by the next larger key.

    Tags: data structures, tree, BST, deletion, successor
    Wishes:
        delete a node from a binary search tree
        BST deletion with two children
        remove 30 from a binary search tree
        remove a node from a BST
        deletion in a binary search tree
        replace a deleted node with its inorder successor
        what happens when you delete a node with two children?
        Animate deleting keys from a search tree
    Parameters:
        values: the keys in the order they were inserted; 3 to 11 items in [0, 99]; said: values, keys, numbers
        remove: the key that is removed, the root if it is not there; in [0, 99]; said: remove, delete, deleting
    """
    narrator = Narrator(scene)
    keys = unique_keys(values)
    drop = min(1.25, 4.2 / max(1, _levels(keys) - 1))
    root, places, links = grown_tree(keys, top=2.2, drop=drop)
    remove = remove if remove in keys else keys[0]
    pictures = VGroup(*[node.picture for node in places])
    narrator.say(f"Take {remove} out, and keep the order.", FadeIn(VGroup(*links.values())), FadeIn(pictures), wait=0.4)
    node = next(node for node in places if node.key == remove)
    scene.play(node.light(BAD), run_time=0.6)
    if node.left and node.right:
        heir = node.right
        while heir.left:
            heir = heir.left
        narrator.say("It has two children. Who may take its place without breaking the order?", wait=1)
        narrator.say("The next larger key: one step right, then left as far as possible.", heir.light(GOOD), wait=1)
        other = words(str(heir.key), 26).set_z_index(3).move_to(heir.picture)
        scene.play(FadeOut(node.picture[1]), other.animate.move_to(node.picture), run_time=0.9)
        node.picture.submobjects[1] = other
        node.key = heir.key
        root = _unlink(root, heir)
        gone = heir
    else:
        child = node.left or node.right
        text = "Its only child moves up into its place." if child else "It is a leaf: it can simply go."
        narrator.say(text, wait=0.8)
        root = _unlink(root, node)
        gone = node
    fresh = tree_places(root, top=2.2, drop=drop)
    if gone is not node:
        node.paint(GOOD)
    scene.play(FadeOut(gone.picture), *settle(fresh, links), run_time=0.9)
    narrator.say(
        "Read from left to right, the keys are still in order.", *[n.light(OTHER, filled=False) for n in fresh]
    )


def _unlink(root, gone):
    """Take out a node with at most one child and return the new root."""
    child = gone.left or gone.right
    if gone is root:
        return child
    for node in tree_nodes(root):
        if node.left is gone:
            node.left = child
        if node.right is gone:
            node.right = child
    return root


def tree_rotation(scene: Scene, values: list[int] = [10, 20, 30, 40, 50, 60, 70]):
    """AVL tree: whenever one side gets two levels deeper, a rotation balances the tree again.

    Tags: data structures, tree, AVL, balanced, rotation, self-balancing
    Wishes:
        AVL tree rotations
        how does an AVL tree balance itself
        self-balancing binary search tree
        insert 10, 20, 30, 40, 50 into an AVL tree
        tree rotations
        left and right rotations rebalance a tree
        keep a search tree from becoming too deep
        Animate AVL insertions with rotations and balance factors
    Parameters:
        values: the keys in the order they are inserted; 3 to 10 items in [0, 99]; said: values, keys, numbers, insert
    """
    narrator = Narrator(scene)
    root, links, turns = None, {}, 0
    narrator.say("A plain search tree can grow into one long chain. This one keeps its balance.", wait=0.8)
    for key in unique_keys(values):
        root, path = insert_key(root, key)
        new = path[-1]
        new.picture.move_to([path[-2].picture.get_x() if len(path) > 1 else 0, 2.4, 0])
        new.paint(FOCUS)
        places = tree_places(root, top=2.1, drop=1.1)
        scene.play(FadeIn(new.picture), *settle(places, links), run_time=0.6)
        new.paint(MAIN, filled=False)
        root, count = _rebalance(scene, narrator, root, path, links, turns)
        turns += count
    levels = tree_height(root)
    turned = "1 rotation" if turns == 1 else f"{turns} rotations"
    text = f"{len(unique_keys(values))} keys on {levels} levels: after {turned} no branch is long."
    narrator.say(text, *[node.light(GOOD, filled=False) for node in tree_nodes(root)])
    narrator.say("Every search stays short: about $\\log_2 n$ questions for $n$ keys.")


def _rebalance(scene: Scene, narrator: Narrator, root, path: list, links: dict, turns: int):
    """Rotate at the lowest node of the path that is out of balance. Returns (root, number of rotations)."""
    for place in range(len(path) - 1, -1, -1):
        node = path[place]
        lean = tree_height(node.left) - tree_height(node.right)
        if abs(lean) < 2:
            continue
        deep = "left" if lean > 0 else "right"
        scene.play(node.light(BAD), run_time=0.4)
        if turns == 0:
            narrator.say(f"At {node.key} the {deep} side is two levels deeper: out of balance.", wait=0.8)
        child = getattr(node, deep)
        count = 1
        inner = "right" if deep == "left" else "left"
        if tree_height(getattr(child, inner)) > tree_height(getattr(child, deep)):
            narrator.say("The middle key hides inside: turn the child first.", wait=0.4)
            setattr(node, deep, _turned(child, inner))
            scene.play(*settle(tree_places(root, top=2.1, drop=1.1), links), run_time=0.8)
            count = 2
        if turns == 0:
            narrator.say("Rotate: its child moves up, and it moves down to the other side.", wait=0.2)
        top = _turned(node, deep)
        root = _hang(root, path[place - 1] if place else None, node, top)
        scene.play(*settle(tree_places(root, top=2.1, drop=1.1), links), run_time=1.0)
        scene.play(node.light(MAIN, filled=False), run_time=0.3)
        return root, count
    return root, 0


def _turned(node, side: str):
    """Rotate so that the child on `side` becomes the parent of `node`; returns that child."""
    other = "right" if side == "left" else "left"
    child = getattr(node, side)
    setattr(node, side, getattr(child, other))
    setattr(child, other, node)
    return child


def _hang(root, parent, old, new):
    """Put `new` in the place of `old` under `parent`; returns the root."""
    if parent is None:
        return new
    if parent.left is old:
        parent.left = new
    else:
        parent.right = new
    return root
