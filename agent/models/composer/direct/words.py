"""The small words of the grammar: counts, sizes, places, directions, order, pace, references, and fillers."""

from __future__ import annotations

COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "a couple of": 2, "a pair of": 2, "pair of": 2,
    "a few": 3, "a dozen": 12, "several": 4, "some": 3, "many": 7, "couple of": 2, "few": 3,
}  # fmt: skip
ANGLE_WORDS = {
    "a quarter turn": 90, "quarter turn": 90, "a half turn": 180, "half turn": 180, "a full turn": 360,
    "full turn": 360, "a full circle": 360, "a full rotation": 360, "full rotation": 360, "upside down": 180,
    "one full rotation": 360, "a complete turn": 360, "full revolution": 360, "one full turn": 360,
    "one full revolution": 360, "a full revolution": 360, "half a turn": 180, "a complete rotation": 360,
}  # fmt: skip
ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "last": -1, "1st": 0, "2nd": 1,
    "3rd": 2, "4th": 3, "5th": 4, "leftmost": 0, "rightmost": -1, "final": -1,
}  # fmt: skip
SIZES = {
    "tiny": 0.4, "very small": 0.4, "small": 0.6, "little": 0.6, "medium": 1.0, "medium sized": 1.0, "big": 1.5,
    "bigger": 1.4, "large": 1.5, "larger": 1.4, "huge": 2.2, "very large": 2.0, "giant": 2.2, "smaller": 0.6,
    "mini": 0.5, "long": 1.6, "short": 0.6, "wide": 1.5, "tall": 1.3, "narrow": 0.6, "very big": 2.0, "enormous": 2.2,
}  # fmt: skip
ADJECTIVES = {
    "filled": "filled", "solid": "filled", "filled in": "filled", "hollow": "outlined", "outlined": "outlined",
    "unfilled": "outlined", "empty": "outlined", "outline": "outlined", "transparent": "faint",
    "semi transparent": "faint", "translucent": "faint", "faint": "faint", "opaque": "filled", "dashed": "dashed",
    "dotted": "dashed", "thick": "thick", "thicker": "thick", "thinner": "thin", "see through": "faint",
    "bold": "bold", "thin": "thin", "italic": "italic",
    "horizontal": "horizontal", "vertical": "vertical", "diagonal": "diagonal", "parallel": "parallel",
    "perpendicular": "perpendicular", "rotating": "rotating", "spinning": "rotating", "concentric": "concentric",
    "overlapping": "overlapping", "intersecting": "overlapping", "nested": "concentric", "colorful": "colorful",
    "colourful": "colorful", "rainbow": "colorful", "multicolored": "colorful", "multicoloured": "colorful",
    "random": "random", "curved": "curved", "threed": "threed", "twod": "", "labeled": "labeled",
    "labelled": "labeled", "named": "labeled", "called": "labeled", "marked": "labeled", "titled": "labeled",
    "crossing": "crossing", "round": "round", "glowing": "glowing", "regular": "", "of increasing size": "graded",
    "of increasing sizes": "graded", "increasing in size": "graded",
    "of different sizes": "graded", "of growing size": "graded", "with increasing size": "graded", "straight": "",
    "glow": "glowing",
}  # fmt: skip

REGIONS = {
    "top left corner": "UL", "upper left corner": "UL", "top left": "UL", "upper left": "UL", "left top": "UL",
    "top right": "UR", "top right corner": "UR", "upper right corner": "UR", "upper right": "UR", "bottom left": "DL",
    "bottom left corner": "DL", "lower left": "DL", "lower left corner": "DL", "bottom right": "DR",
    "bottom right corner": "DR", "lower right": "DR", "lower right corner": "DR", "left side": "LEFT",
    "left edge": "LEFT", "left half": "LEFT", "right side": "RIGHT", "right edge": "RIGHT", "right half": "RIGHT",
    "top edge": "UP", "bottom edge": "DOWN", "left": "LEFT", "right": "RIGHT", "top": "UP", "bottom": "DOWN",
    "center": "ORIGIN", "centre": "ORIGIN", "middle": "ORIGIN", "origin": "ORIGIN", "far left": "LEFT",
    "far right": "RIGHT", "very top": "UP", "left hand side": "LEFT", "right hand side": "RIGHT", "upper half": "UP",
    "lower half": "DOWN", "left end": "LEFT", "right end": "RIGHT", "top center": "UP", "bottom center": "DOWN",
    "top middle": "UP",
}  # fmt: skip
DIRECTIONS = {
    "left": "LEFT", "leftward": "LEFT", "leftwards": "LEFT", "right": "RIGHT", "rightward": "RIGHT",
    "rightwards": "RIGHT", "up": "UP", "upward": "UP", "upwards": "UP", "down": "DOWN", "downward": "DOWN",
    "downwards": "DOWN", "vertically": "UP", "horizontally": "RIGHT", "diagonally": "UR", "sideways": "RIGHT",
}  # fmt: skip
TURNS = {
    "clockwise": "clockwise", "counterclockwise": "counterclockwise", "anticlockwise": "counterclockwise",
    "counter clockwise": "counterclockwise", "anti clockwise": "counterclockwise",
    "anti-clockwise": "counterclockwise",
}  # fmt: skip

RELATIONS = {
    "above": "UP", "over": "UP", "on top of": "UP", "atop": "UP", "below": "DOWN", "under": "DOWN",
    "underneath": "DOWN", "beneath": "DOWN", "to the left of": "LEFT", "left of": "LEFT", "on the left of": "LEFT",
    "to the right of": "RIGHT", "right of": "RIGHT", "on the right of": "RIGHT", "beside": "RIGHT",
    "next to": "RIGHT", "alongside": "RIGHT", "near": "RIGHT", "close to": "RIGHT", "by the side of": "RIGHT",
    "besides": "RIGHT", "nearby": "RIGHT", "on the right side of": "RIGHT", "on the left side of": "LEFT",
    "at the bottom of": "at_bottom", "at the top of": "at_top", "inside": "inside", "inside of": "inside",
    "inscribed in": "inscribed", "inscribed inside": "inscribed", "circumscribed around": "around",
    "circumscribed about": "around", "surrounding": "around", "overlapping": "overlap", "overlapping with": "overlap",
    "touching": "touch", "enclosing": "around", "within": "inside", "in the middle of": "inside",
    "in the center of": "inside", "in the centre of": "inside", "at the center of": "inside",
    "at the centre of": "inside", "at the middle of": "inside", "around": "around", "round": "around",
    "about": "around", "between": "between", "behind": "behind", "in front of": "front", "through": "through",
    "across": "across", "along": "along", "past": "past", "off": "off", "from": "from", "to": "to", "into": "into",
    "onto": "on", "towards": "to", "toward": "to", "in": "in", "at": "at", "on": "on", "with": "with", "of": "of",
    "by": "by", "for": "for", "over the course of": "during", "during": "during", "as": "as", "until": "until",
    "using": "with", "via": "through", "against": "off", "out of": "out_of", "showing": "with",
    "containing": "inside_of", "back to": "to", "up to": "to", "after": "after", "before": "before",
    "up from": "from", "away from": "away", "saying": "saying", "that says": "saying", "reading": "saying",
    "which says": "saying", "that reads": "saying", "says": "saying",
}  # fmt: skip

FORMATIONS = {
    "in a row": "row", "in a line": "row", "in a horizontal line": "row", "side by side": "row",
    "next to each other": "row", "in a horizontal row": "row", "into a row": "row", "into a line": "row",
    "beside each other": "row", "horizontally in a row": "row", "in a column": "column",
    "in a vertical line": "column", "into a column": "column", "on top of each other": "column",
    "one above the other": "column", "one below the other": "column", "above each other": "column",
    "below each other": "column", "in a stack": "column", "vertically in a column": "column",
    "in a vertical column": "column", "one above another": "column", "one under the other": "column",
    "in a ring": "circle", "into a ring": "circle", "into a grid": "grid", "in a grid": "grid",
    "into a triangle": "triangle", "in a triangle": "triangle", "in a square": "square",
    "into a square formation": "square", "in a triangular formation": "triangle", "in a v shape": "v",
    "in a diagonal": "diagonal", "diagonally in a line": "diagonal", "along a diagonal": "diagonal",
    "in a diagonal line": "diagonal", "inside each other": "concentric", "inside one another": "concentric",
    "in pyramid": "pyramid", "in a pyramid": "pyramid", "into a pyramid": "pyramid", "around a circle": "circle",
}  # fmt: skip

ORDER = {
    "then": "then", "and then": "then", "after that": "then", "afterwards": "then", "afterward": "then",
    "next": "then", "finally": "then", "lastly": "then", "later": "then", "subsequently": "then",
    "followed by": "then", "before finally": "then", "at last": "then", "in the end": "then", "at the end": "then",
    "once done": "then", "when done": "then", "eventually": "then", "and finally": "then", "and after that": "then",
    "after which": "then", "once it is there": "then", "last": "then", "while": "while", "as": "while",
    "whilst": "while", "meanwhile": "while", "at the same time as": "while", "and meanwhile": "while",
    "first": "start", "first of all": "start", "to begin": "start", "to start": "start", "at first": "start",
    "initially": "start", "before": "before", "and": "and", "&": "and", "plus": "and", "as well as": "and",
    "along with": "and", "together with": "and", "or": "or", "but": "and", "also": "also", "upon": "then",
}  # fmt: skip
MANNER = {
    "one after another": "sequential", "one after the other": "sequential", "one by one": "sequential",
    "sequentially": "sequential", "in sequence": "sequential", "one at a time": "sequential", "in turn": "sequential",
    "in succession": "sequential", "successively": "sequential", "letter by letter": "letters",
    "character by character": "letters", "word by word": "letters", "simultaneously": "together",
    "at the same time": "together", "together": "together", "at once": "together", "all at once": "together",
    "slowly": "slow", "very slowly": "slow", "gradually": "slow", "quickly": "fast", "fast": "fast",
    "rapidly": "fast", "very quickly": "fast", "twice": "x2", "thrice": "x3", "once": "x1", "forever": "x4",
    "repeatedly": "x3", "continuously": "x2", "constantly": "x2", "back and forth": "swing",
    "up and down": "swing_up", "left and right": "swing", "side to side": "swing", "from side to side": "swing",
    "with realistic acceleration and deceleration": "gravity", "realistically": "gravity", "with gravity": "gravity",
    "under gravity": "gravity", "with realistic physics": "gravity", "with realistic acceleration": "gravity",
    "step by step": "sequential", "with realistic gravity": "gravity", "under the influence of gravity": "gravity",
    "in place": "here", "on the spot": "here", "around itself": "here", "about its center": "here",
    "around its center": "here", "about its centre": "here", "around its centre": "here",
    "around its own axis": "here", "about its axis": "here", "around its axis": "here", "from its center": "here",
    "from its centre": "here", "from the center": "center", "from the centre": "center", "from its middle": "here",
    "in loop": "x3", "in a loop": "x3", "endlessly": "x4", "linearly": "linear", "at constant speed": "linear",
    "smoothly": "", "from nothing": "here", "from its center outward": "here", "from the middle": "center",
    "from a point": "here", "in size": "", "in color": "", "in colour": "", "in radius": "", "in place of": "",
    "in a circle": "circle", "in circles": "circle", "around in a circle": "circle", "around in circles": "circle",
    "into a circle": "circle", "in a circular path": "circle", "along a circle": "circle", "in a spiral": "spiral",
    "in a zigzag": "zigzag", "in a wave": "wave", "in a figure eight": "eight", "in a square path": "square_path",
    "in reverse": "", "to the beat": "", "in an arc": "arc", "in an ellipse": "ellipse_path",
    "in an elliptical orbit": "ellipse_path",
}  # fmt: skip
PRONOUNS = {
    "it": "it", "itself": "itself", "them": "them", "they": "them", "these": "them", "those": "them",
    "themselves": "itself", "both": "both", "all": "all", "everything": "all", "all of them": "all",
    "both of them": "both", "all objects": "all", "all shapes": "all", "this": "it", "each of them": "all",
    "each other": "itself", "one another": "itself", "everything else": "rest", "the others": "rest",
    "the rest": "rest", "the other": "other", "its": "its", "their": "their", "the other one": "other",
    "all the objects": "all", "all the shapes": "all", "all of it": "all", "whole scene": "all",
    "the whole scene": "all", "the entire scene": "all", "both shapes": "both", "both objects": "both",
    "the two": "both", "both the shapes": "both", "all three": "all", "all four": "all", "all five": "all",
    "each one": "all", "each": "each", "every one": "all", "one of them": "one", "the screen": "all_or_screen",
    "the latter": "it", "the former": "former",
}  # fmt: skip
DETERMINERS = {
    "a": "new", "an": "new", "the": "the", "another": "another", "this": "the", "that one": "the", "its": "its",
    "their": "their", "every": "every", "each": "every", "all": "every", "both": "every", "each of the": "every",
    "all the": "every", "all of the": "every", "both the": "every", "a new": "another", "one": "new",
    "a single": "new", "single": "new", "one more": "another", "a second": "another", "a third": "another",
}  # fmt: skip
DIFFERENT = (
    "different colors", "different colours", "each a different color", "each a different colour",
    "of different colors", "in different colors", "in different colours", "of different colours",
    "each in a different color", "each with a different color", "each in a different colour",
    "each with a different colour", "different color", "different colour", "various colors", "with different colors",
    "with different colours", "differently colored", "differently coloured", "in rainbow colors", "rainbow colors",
    "of varying colors", "each of a different color", "each of a different colour", "a different color each",
    "all different colors", "all in different colors", "each one a different color", "each one a different colour",
    "different coloured", "different colored", "random colors", "with a rainbow of colors", "a rainbow of colors",
    "rainbow colours", "in rainbow colours", "with rainbow colors", "multiple colors", "in various colors",
    "a new color", "another color",
)  # fmt: skip
UNITS = {
    "degrees": "degrees", "degree": "degrees", "deg": "degrees", "radians": "radians", "units": "units",
    "unit": "units", "seconds": "seconds", "second": "seconds", "sec": "seconds", "secs": "seconds", "times": "times",
    "time": "times", "percent": "percent", "pixels": "pixels", "points": "pt", "milliseconds": "ms", "sides": "sides",
    "sided": "sides", "turns": "turns", "rotations": "turns", "revolutions": "turns", "loops": "turns",
    "laps": "turns", "full rotations": "turns", "full turns": "turns", "moment": "moment", "a moment": "moment",
    "a second": "one_second", "half a second": "half_second", "one second": "one_second", "a bit": "moment",
    "a while": "moment", "a few seconds": "few_seconds", "few seconds": "few_seconds", "briefly": "moment",
    "pi": "pi", "a brief moment": "moment", "a short while": "moment", "one unit": "one_unit", "a little": "little",
    "slightly": "little", "one time": "once",
}  # fmt: skip
MEASURES = {
    "radius": "radius", "side length": "side", "sides of length": "side", "side": "side", "edge length": "side",
    "width": "width", "height": "height", "length": "length", "diameter": "diameter", "font size": "font_size",
    "stroke width": "stroke_width", "opacity": "opacity", "fill opacity": "opacity", "line width": "stroke_width",
    "sides": "side", "factor": "factor", "radii": "radius", "outer radius": "radius", "inner radius": "inner_radius",
    "side lengths": "side", "a factor of": "factor", "thickness": "stroke_width", "edge": "side",
    "magnitude": "length",
}  # fmt: skip
