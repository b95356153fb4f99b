"""Words that ask for nothing in particular: politeness, praise of the layout, the medium, grammar words."""

from __future__ import annotations

NEUTRAL = frozenset({
    "please", "a", "an", "the", "is", "are", "be", "been", "being", "was", "were", "that", "which", "who", "this",
    "of", "so", "such", "just", "now", "here", "there", "i", "we", "you", "me", "us", "my", "your", "our", "want",
    "would", "like", "need", "can", "could", "should", "may", "might", "let", "lets", "to", "do", "does", "it's",
    "kindly", "short", "simple", "basic", "nice", "beautiful", "clean", "clear", "clearly", "smoothly", "smooth",
    "briefly", "readable", "balanced", "spacing", "layout", "manim", "animation", "animate", "animated", "animating",
    "video", "scene", "explanation", "clip", "visualization", "visualisation", "visual", "manimce", "code", "python",
    "on", "screen", "onscreen", "gently", "nicely", "neatly", "cleanly", "elegantly", "very", "quite", "some",
    "little", "bit", "with", "and", "or", "its", "own", "in", "place", "style", "styled", "look", "looking", "good",
    "pretty", "minimal", "concluding", "conclusion", "final", "concise", "proper", "correctly", "properly",
    "appropriate", "suitable", "way", "manner", "exactly", "also", "again", "same", "current", "currently", "both",
    "right-hand", "whole", "entire", "only", "where", "using", "by", "stuff", "thanks", "thank", "starting", "ending",
    "begins", "starts", "start", "beginning", "simply", "visible", "shown", "following", "effect", "effects",
    "dynamically", "dynamic", "cool", "elegant", "separate", "individual", "distinct", "respective", "respectively",
    "each", "corresponding", "given", "new", "moving", "changing", "fun", "easy", "quick", "illustrating",
    "demonstrating", "still", "various", "demo", "example", "intro", "aesthetic", "called", "having", "creating",
    "out", "itself", "themselves", "program", "script", "sequence", "playful", "fading", "pause", "subtle",
    "explanatory", "transition", "transitions", "easing", "duration", "lasts", "lasting", "takes", "taking", "long",
    "total", "about", "around", "approximately", "roughly", "perfectly", "size", "sized", "color", "colour",
    "colored", "coloured", "shaped", "shape", "visually", "motion", "stays", "movement", "until", "when", "once",
    "happens", "full", "natural", "naturally",
})  # fmt: skip
NEUTRAL_PHRASES = (
    "of the screen", "of the frame", "on the screen", "on screen", "in the frame", "of the scene", "of the canvas",
    "on the canvas", "in manim", "a short animation of", "an animation of", "a video of", "animation showing",
    "an animation where", "a scene where", "an animation in which", "a scene in which", "a scene with",
    "a short manim explanation that", "on the page", "with a clean layout", "with clean spacing",
    "with balanced spacing", "with readable spacing", "with a readable layout", "clean layout", "i want to see",
    "can you", "could you", "i would like", "i want", "there is", "there are", "in the scene", "on the blackboard",
    "in the animation", "to be", "with an animation", "on a black background", "on a dark background", "manim scene",
    "manim animation", "manim code", "and so on", "at the beginning", "as well", "so that", "such that",
    "in order to", "of them", "in the process", "to show", "with smooth easing", "with easing",
    "with a smooth animation", "with a nice animation", "a simple animation of", "back again",
    "with a smooth transition", "using manim", "with manim", "in a scene", "in an animation", "with an effect",
    "in this order", "of it", "this time", "in one go", "as follows", "on the stage", "at its current position",
    "for me", "of each other", "a set of", "set of", "a group of", "group of", "a bunch of", "bunch of", "kind of",
    "a piece of", "original position", "starting position",
)  # fmt: skip
NEGATIONS = frozenset({"doesn't", "don't", "dont", "except", "never", "no", "none", "nor", "not", "without"})
