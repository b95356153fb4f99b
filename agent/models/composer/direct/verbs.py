"""Verbs of the grammar: what can be asked of a thing, with every spelling of it."""

from __future__ import annotations

ACTIONS: dict[str, str] = {  # action: base forms; other forms are made
    "create": "create|show|make|display|introduce|add|present|render|sketch|construct|depict|include|insert|put up|"
    "start with|begin with|open with|feature|have|show up|see|give|start by showing|begin by showing|involve|contain|"
    "set up|start with showing|produce|prepare|want|use",
    "draw": "draw|plot",
    "build": "build",
    "write": "write|print|spell|spell out|write out|write down",
    "type": "type|type out",
    "appear": "appear|emerge|come in|enter|come into view|reveal|reappear|show up",
    "fade_in": "fade in|fade into view",
    "grow_in": "grow from|grow out|grow in",
    "pop_in": "pop up|pop in|pop|spawn",
    "spin_in": "spin in|spiral in|spiral into view",
    "fly_in": "fly in|slide in|drop in|swoop in|move in|float in|glide in|enter from|come from",
    "fade_out": "fade out|fade away|fade|disappear|vanish|remove|erase|hide|clear|delete|dissolve|leave|go away",
    "shrink_out": "shrink away|shrink to nothing|shrink to a point|shrink to zero|shrink out|shrink into nothing",
    "uncreate": "uncreate|undraw|unwrite",
    "fly_out": "fly out|slide out|leave the screen|exit|fly away|move out|move off screen|slide off screen"
    "|go off screen",
    "move": "move|shift|slide|glide|travel|go|translate|drift|fly|bring|run|sweep|pass|return|come|head|float|push|"
    "pull|"
    "drag|send|come back|go back|move back|cross the screen|walk|proceed|relocate|approach|race",
    "place": "place|put|position|set|locate|center|centre",
    "stand": "sit|stand|lie|rest|be placed|be positioned",
    "roll": "roll",
    "fall": "fall|fall down|drop|drop down|sink|descend",
    "rise": "rise|ascend|climb|lift|float up|rise up",
    "jump": "jump|hop",
    "follow": "follow|trace|trace out|travel along|move along|go along|ride along|slide along|run along",
    "orbit": "orbit|revolve|circle around|go around|move around|travel around|revolve around|rotate around|spin around|"
    "orbit around|circulate|circulate around|run around",
    "rotate": "rotate|spin|turn|twirl|whirl|pivot|turn around|tilt",
    "scale": "scale|resize|enlarge|grow|magnify|expand|scale up|grow bigger|get bigger|get larger|blow up|inflate|"
    "become bigger|become larger|increase|make bigger|make larger",
    "shrink": "shrink|scale down|get smaller|reduce|contract|become smaller|deflate|decrease|make smaller",
    "double": "double|double in size|double in",
    "halve": "halve",
    "triple": "triple|triple in size",
    "stretch": "stretch|elongate|widen|lengthen",
    "squash": "squash|flatten|squeeze|compress|squish",
    "flip": "flip|reflect|mirror|flip over|invert",
    "transform": "transform|morph|turn into|become|change into|convert|transform into|morph into|convert into|replace|"
    "metamorphose|evolve into|deform|transition",
    "recolor": "recolor|recolour|paint|tint|change color|change colour|turn color|color|colour|dye|become colored",
    "change": "change|switch color",
    "fill": "fill|shade|fill in",
    "indicate": "highlight|indicate|emphasize|emphasise|accentuate|point out|focus on|draw attention to|accent|stress",
    "flash": "flash|glow|sparkle|light up|glimmer|shine",
    "blink": "blink|flicker|twinkle",
    "pulse": "pulse|pulsate|throb|beat|breathe",
    "wiggle": "wiggle|shake|jiggle|wobble|tremble|vibrate|shiver|quiver",
    "box": "box|frame|surround|enclose|put a box around|draw a box around|draw a rectangle around|enclose in a box|"
    "put a frame around|draw a frame around|box in|draw a box round|put a rectangle around|add a box around",
    "encircle": "encircle|draw a circle around|put a circle around|circle",
    "underline": "underline|underscore|draw a line under|put a line under|draw a line below|draw a line beneath",
    "cross_out": "cross out|strike through|strike out|cross|put a cross through|draw a cross over|cross off",
    "swap": "swap|exchange|interchange|switch|swap places|trade places|exchange places|swap positions|switch places|"
    "change places|exchange positions|swap place|switch positions",
    "arrange": "arrange|line up|align|organize|organise|rearrange|distribute|lay out|line|order",
    "form": "form|form up|shape into|assemble into|assemble",
    "spread": "spread out|spread|scatter|spread apart|move apart|separate|spread|fly apart|drift apart|split apart",
    "gather": "gather|converge|meet|come together|move together|collect|merge|combine|join together|unite|collide|fuse",
    "stack": "stack|pile|pile up|stack up",
    "bounce": "bounce|rebound|bounce around|bounce off|bounce up and down|bounce back and forth|dribble",
    "swing": "swing|oscillate|sway|move back and forth|go back and forth|move up and down|move from side to side|"
    "rock|go up and down|rock back and forth|slide back and forth|move left and right|swing back and forth|"
    "move side to side|slide from side to side|travel back and forth",
    "wait": "wait|pause|hold|stay|remain|linger|stop|hold still|rest for",
    "zoom": "zoom|zoom in|zoom into|zoom in on|zoom to|zoom on",
    "zoom_out": "zoom out|zoom back|zoom back out",
    "pan": "pan",
    "connect": "connect|join|link|draw a line between|draw a line connecting|join up|connect up",
    "label": "label|name|annotate|mark|tag|denote|call",
    "point": "point|point at|point to|aim",
    "count": "count|count up|count down|tick|count from",
    "repeat": "repeat|do it|do this|loop",
    "end": "end|finish|conclude|close|end up|wrap up",
    "keep": "keep|leave on screen",
    "shift_color": "cycle through colors|change colors",
}

IRREGULAR: dict[str, str] = {
    "draw": "draws drawn drawing drew", "write": "writes written writing wrote", "show": "shows shown showing showed",
    "make": "makes made making", "put": "puts put putting", "spin": "spins spun spinning",
    "begin": "begins began beginning",
    "grow": "grows grown growing grew", "shrink": "shrinks shrunk shrinking shrank", "fly": "flies flown flying flew",
    "fall": "falls fallen falling fell", "rise": "rises risen rising rose", "go": "goes gone going went",
    "come": "comes came coming", "become": "becomes became becoming", "swing": "swings swung swinging",
    "sink": "sinks sunk sinking sank", "run": "runs ran running", "split": "splits split splitting",
    "set": "sets set setting",
    "get": "gets got getting", "bring": "brings brought bringing", "stand": "stands stood standing",
    "lie": "lies lay lying",
    "sit": "sits sat sitting", "leave": "leaves left leaving", "hold": "holds held holding",
    "break": "breaks broken breaking",
    "spread": "spreads spread spreading", "have": "has had having", "see": "sees seen seeing",
    "give": "gives given giving",
    "hide": "hides hidden hiding", "shine": "shines shone shining", "send": "sends sent sending",
    "keep": "keeps kept keeping",
    "meet": "meets met meeting", "blow": "blows blown blowing", "beat": "beats beaten beating",
    "strike": "strikes struck",
    "be": "is are being", "do": "do does doing", "build": "builds built building", "ride": "rides riding",
    "lay": "lays laid laying", "light": "lights lit lighting", "sweep": "sweeps swept sweeping",
    "label": "labels labelling "
    "labeling labelled labeled", "travel": "travels traveling travelling traveled travelled",
    "spell": "spells spelled "
    "spelling", "morph": "morphs morphed morphing", "tie": "ties tied tying", "focus": "focuses focusing focused",
    "shake": "shakes shaking shook shaken", "wrap": "wraps wrapped wrapping", "tag": "tags tagged tagging",
    "walk": "walks walking",
}  # fmt: skip

NOT_DOUBLED = frozenset(
    [
        "appear",
        "enter",
        "color",
        "colour",
        "label",
        "cover",
        "center",
        "gather",
        "flicker",
        "scatter",
        "order",
        "shiver",
        "quiver",
    ]
)


def forms(verb: str) -> list[str]:
    """Every form of a verb or verb phrase (its first word is inflected)."""
    first, _, rest = verb.partition(" ")
    return [f"{form} {rest}".strip() for form in [first, *_inflected(first)]]


def _inflected(verb: str) -> list[str]:
    if verb in IRREGULAR:
        return IRREGULAR[verb].split()
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith(("s", "x", "ch", "sh", "z")):
        return [verb + "es", verb + "ed", verb + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if _doubles(verb):
        return [verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [verb + "s", verb + "ed", verb + "ing"]


def _doubles(verb: str) -> bool:
    if verb in NOT_DOUBLED or len(verb) < 3:
        return False
    if verb[-1] in "aeiouwxy" or verb[-2] not in "aeiou" or verb[-3] in "aeiou":
        return False
    return sum(letter in "aeiou" for letter in verb) == 1
