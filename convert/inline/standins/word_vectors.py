"""Stands for gensim's word vectors: MADE UP by a word's letters, but words that share a trait share a direction."""

WORD_TRAITS = {
    "male": "man king boy father uncle nephew son brother husband he his actor prince sir gentleman",
    "female": "woman queen girl mother aunt niece daughter sister wife she her actress princess lady",
    "royal": "king queen prince princess throne crown palace royal",
    "family": "father mother uncle aunt nephew niece son daughter brother sister husband wife cousin",
    "animal": "cat dog mouse rabbit kitten puppy horse bird fish mole cow monkey fox wolf bear pet",
    "food": "sushi bratwurst pizza pasta rice sausage bread cheese noodle soup cake fruit apple pie meat",
    "german": "germany german hitler berlin bratwurst beer munich merkel",
    "italian": "italy italian mussolini rome pizza pasta milan",
    "japanese": "japan japanese tokyo sushi kyoto samurai",
    "french": "france french paris napoleon eiffel",
    "leader": "hitler mussolini churchill stalin napoleon president minister leader king queen emperor",
    "country": "germany italy japan france china russia england america country nation state",
    "city": "berlin rome tokyo paris london moscow city town capital",
    "building": "tower house palace castle skyscraper building church bridge spire roof",
    "military": "navy army force ship soldier war marine fleet captain admiral guard battle",
    "web": "wikipedia website web online internet page article google blog site media link encyclopedia",
    "motion": "jump run walk leap throw climb fall fly ride swim dance skip move push drop",
    "large": "large huge giant enormous gigantic massive colossal big tall vast",
    "small": "small tiny little microscopic miniature short micro",
    "number": "one two three four five six seven eight nine ten hundred thousand number",
    "science": "physics chemistry biology science mathematics theory energy atom molecule carbon",
    "mind": "idea thought memory language word meaning sentence story poem question answer model",
    "plain": """the of and to in a for is on that by this with you it not or be are from at as your all have new more
        was we will can us about if my has but our other do no time they up what which their out use any there see only
        so when here who also now help get first been would how were me some these its like than find back people had
        name just over world next day go work last most make them should system best good well way down right life
        know made such through""",
}


class KeyedVectors:
    """Fifty numbers a word; a word that is asked for gets its own and stays."""

    vector_size = 50

    def __init__(self, *args, **kwargs):
        self._known = {}
        for words in WORD_TRAITS.values():
            for word in words.split():
                self[word]

    @classmethod
    def load(cls, *args, **kwargs):
        return cls()

    load_word2vec_format = load
    save = save_word2vec_format = lambda self, *args, **kwargs: None
    index_to_key = property(lambda self: list(self._known))
    key_to_index = property(lambda self: {word: n for n, word in enumerate(self._known)})
    vectors = property(lambda self: np.array(list(self._known.values())))
    wv = property(lambda self: self)

    def _direction(self, text):
        drawn = np.random.default_rng(list(text.encode())).normal(size=self.vector_size)
        return drawn / np.linalg.norm(drawn)

    def _made(self, word):
        single = word[:-1]
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            return self._made(single) + 2.0 * self._direction("trait: plural") + 0.5 * self._direction(word)
        traits = [trait for trait, words in WORD_TRAITS.items() if word in words.split()]
        shared = sum((self._direction(f"trait: {trait}") for trait in traits), np.zeros(self.vector_size))
        return 3.0 * shared + 2.0 * self._direction(word)

    def __getitem__(self, word):
        if not isinstance(word, str):
            return np.array([self[one] for one in word])
        if word not in self._known:
            self._known[word] = self._made(word)
        return self._known[word]

    get_vector = word_vec = __getitem__

    def __contains__(self, word):
        return True

    def __len__(self):
        return len(self._known)

    def similarity(self, one, other):
        a, b = self[one], self[other]
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    def most_similar(self, positive=(), negative=(), topn=10):
        asked = [positive] if isinstance(positive, str) else list(positive)
        against = [negative] if isinstance(negative, str) else list(negative)
        given = [self[word] if isinstance(word, str) else word for word in asked]
        goal = sum(given) - sum(self[word] for word in against)
        near = (self.vectors @ goal) / np.linalg.norm(self.vectors, axis=1) / np.linalg.norm(goal)
        words = self.index_to_key
        ranked = [(words[n], float(near[n])) for n in np.argsort(-near) if words[n] not in [*map(str, asked), *against]]
        return ranked[:topn]

    def similar_by_vector(self, vector, topn=10):
        return self.most_similar([vector], topn=topn)

    def similar_by_word(self, word, topn=10):
        return self.most_similar(word, topn=topn)


class gensim:
    """The paths by which vectors are loaded."""

    class downloader:
        """`load(name)`."""

        load = KeyedVectors.load

    class models:
        """`KeyedVectors` under its two paths."""

        KeyedVectors = KeyedVectors

        class keyedvectors:
            """The module of it."""

            KeyedVectors = KeyedVectors
