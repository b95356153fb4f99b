"""Stands for `tiktoken`: texts are cut into words and pieces of long words, with numbers of our own."""

import re


class tiktoken:
    """An encoding gives numbers to pieces of text as they come."""

    n_vocab = 50257
    pieces = []

    @classmethod
    def encoding_for_model(cls, name=""):
        return cls()

    get_encoding = encoding_for_model

    def encode(self, text, **kwargs):
        found = re.findall(r" ?[^\W\d_]{1,6}| ?\d{1,3}| ?[^\w\s]+| ?_+|\s", text)
        for piece in found:
            if piece not in self.pieces:
                self.pieces.append(piece)
        return [self.pieces.index(piece) for piece in found]

    def decode(self, tokens):
        return "".join(self.pieces[n] if n < len(self.pieces) else f" {n}" for n in tokens)

    def decode_with_offsets(self, tokens):
        texts = [self.decode([token]) for token in tokens]
        return "".join(texts), [sum(map(len, texts[:n])) for n in range(len(texts))]
