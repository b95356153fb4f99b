"""Stands for language models (transformers, openai): predictions are MADE UP, but plausible and always the same.

The words after a context are scored by what kind of word may follow its last one, and by dice that the context throws.
"""


class MadeUpTokenizer(tiktoken):
    """The encoding of tiktoken's stand-in, with the words of the model already numbered, and arrays on demand."""

    pad_token_id = eos_token_id = 0
    kinds = {}

    def __init__(self, *args, **kwargs):
        self.vocab_size = self.n_vocab
        for kind, words in LANGUAGE_WORDS.items():
            for word in (one for one in words.split() if len(one) <= 6):  # longer ones are more than a piece
                piece = word if kind == "mark" else f" {word}"
                for token in self.encode(piece):
                    self.kinds.setdefault(self.pieces[token], kind)

    @classmethod
    def from_pretrained(cls, *args, **kwargs):
        return cls()

    def encode(self, text, return_tensors=None, **kwargs):
        tokens = super().encode(text)
        return MadeUpTensor.of([tokens], dtype=int) if return_tensors else tokens

    def __call__(self, text, return_tensors=None, **kwargs):
        ids = self.encode(text, return_tensors)
        return MadeUpAnswer(input_ids=ids, attention_mask=np.ones_like(ids))

    def decode(self, tokens, **kwargs):
        return super().decode([int(token) for token in np.ravel(tokens)])

    def convert_ids_to_tokens(self, tokens, **kwargs):
        return [self.decode(token).replace(" ", "Ġ") for token in np.ravel(tokens)]

    def tokenize(self, text, **kwargs):
        return self.convert_ids_to_tokens(self.encode(text))


class MadeUpAnswer(dict):
    """What a model gives back: by name, as an attribute, or by place."""

    def __getattr__(self, name):
        if name not in self:
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, key):
        return list(self.values())[key] if isinstance(key, int) else super().__getitem__(key)


class MadeUpModel:
    """Scores for each piece that the tokenizer knows."""

    def __init__(self, *args, **kwargs):
        self.tokenizer = MadeUpTokenizer()

    @classmethod
    def from_pretrained(cls, *args, **kwargs):
        return cls()

    def eval(self):
        return self

    to = train = lambda self, *args, **kwargs: self

    def scores(self, tokens):
        """One score a piece, for what comes after the tokens."""
        kinds, pieces = self.tokenizer.kinds, self.tokenizer.pieces
        last = pieces[int(tokens[-1])] if len(tokens) else "."
        wanted = LANGUAGE_ORDER[kinds.get(f" {last.strip().lower()}", kinds.get(last, "noun"))].split()
        text = "".join(pieces[int(token)] for token in tokens[-12:])
        dice = np.random.default_rng(list(text.encode()))
        chances = {kind: 4.0 - wanted.index(kind) for kind in reversed(wanted)}
        base = np.array([chances.get(kinds.get(piece), -3.0 if piece in kinds else -9.0) for piece in pieces])
        recent = {int(token) for token in tokens[-8:]}
        stale = np.array([3.0 if number in recent else 0.0 for number in range(len(pieces))])
        return base + 2.2 * np.resize(dice.normal(size=1024), len(pieces)) - stale

    def __call__(self, input_ids=None, *args, **kwargs):
        rows = np.atleast_2d(np.asarray(input_ids, dtype=int))
        ends = range(1, rows.shape[1] + 1)
        logits = [[self.scores(row[:end]) for end in ends] or [self.scores(row)] for row in rows]
        return MadeUpAnswer(logits=MadeUpTensor.of(logits))

    def generate(self, input_ids, max_new_tokens=20, temperature=1.0, do_sample=False, **kwargs):
        rows = [list(row) for row in np.atleast_2d(np.asarray(input_ids, dtype=int))]
        dice = np.random.default_rng(len(rows))
        for row in rows:
            for _ in range(max_new_tokens):
                scores = self.scores(row) / max(temperature, 1e-3)
                row.append(int(np.argmax(scores + (dice.gumbel(size=len(scores)) if do_sample else 0))))
        return MadeUpTensor.of(rows, dtype=int)


class made_up_openai:
    """Stands for the client of a service: completions of the made-up model, with their chances."""

    api_key = ""
    Image = Absent("openai.Image")

    class Completion:
        """`Completion.create` only."""

        @staticmethod
        def create(prompt="", max_tokens=1, logprobs=10, **kwargs):
            model = MadeUpModel()
            tokens, tables = model.tokenizer.encode(prompt), []
            for _ in range(max_tokens or 1):
                scores = model.scores(tokens)
                chances = scores - np.log(np.exp(scores).sum())
                best = np.argsort(-chances)[: max(logprobs or 1, 1)]
                tables.append({model.tokenizer.decode(token): float(chances[token]) for token in best})
                tokens = [*tokens, int(best[0])]
            words = [next(iter(table)) for table in tables]
            found = MadeUpAnswer(tokens=words, token_logprobs=[max(t.values()) for t in tables], top_logprobs=tables)
            return MadeUpAnswer(choices=[MadeUpAnswer(text="".join(words), logprobs=found)])
