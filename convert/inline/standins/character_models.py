"""Stands for a small model trained character by character (nanoGPT): predictions are MADE UP from common words.

What continues a word of the list is likely; else letters come as often as in English.
"""


class MadeUpCharacters:
    """Scores for each character; called as nanoGPT's `GPT` is."""

    characters = "\n !$&',-.0123456789:;?abcdefghijklmnopqrstuvwxyz"
    usual = " etaoinshrdlucmfwypvbgkjxqz,.'-!?"
    block_size = 256
    words = []

    def __init__(self, *args, **kwargs):
        self.config = self
        self.words = [word for kind, words in LANGUAGE_WORDS.items() if kind != "mark" for word in words.split()]

    to = eval = train = load_state_dict = lambda self, *args, **kwargs: self

    def scores(self, text):
        """One score a character, for what comes after the text."""
        begun = text.rsplit(" ", 1)[-1].strip("\n")
        chances = {character: 0.3 / (2 + place) for place, character in enumerate(self.usual)}
        if not begun:
            chances.update({" ": 0.001, **dict.fromkeys(",.'-!?", 0.001)})
        for place, word in enumerate(self.words):
            if word.startswith(begun):
                following = word[len(begun) : len(begun) + 1] or " "
                chances[following] = chances.get(following, 0.0) + 10.0 / (10 + place)
        return np.log([chances.get(character, 0.002) for character in self.characters])

    def __call__(self, tokens, *targets, **kwargs):
        rows = ["".join(self.characters[int(token)] for token in row) for row in np.atleast_2d(tokens)]
        ends = [range(1, len(row) + 1) for row in rows]
        logits = [[self.scores(row[:end]) for end in places] for row, places in zip(rows, ends, strict=True)]
        return MadeUpTensor.of(logits), None


class made_up_pickle:
    """Stands for `pickle`: what a file says of a character model's alphabet; nothing else can be guessed."""

    @staticmethod
    def load(*args, **kwargs):
        characters = MadeUpCharacters.characters
        return {"itos": dict(enumerate(characters)), "stoi": {c: n for n, c in enumerate(characters)}}
