"""Common English words by what they are in a sentence: the vocabulary of the made-up language models."""

LANGUAGE_WORDS = {
    "article": "the a an this his her their my our every some",
    "adjective": """new good old great little small long young big different large important early strong whole clear
        simple beautiful dark quiet bright hidden strange deep true""",
    "noun": """time people way day man woman child world life hand part place week case point year night house water
        room mother father area money story fact month lot book eye job word side kind head friend hour game line end
        member law car city name team minute idea body back parent face door health art war history party result
        morning reason girl boy moment air teacher force education king queen forest creature number question language
        machine model sentence answer problem""",
    "verb": """is was had said made went took came saw knew got gave found thought told became left felt put brought
        began kept held wrote stood heard let meant set met ran paid sat spoke lay led read grew lost fell sent built
        could would will can""",
    "preposition": "of in to for with on at from by about into through after over between against during without",
    "joiner": "and that but as if when than because while where so or",
    "adverb": "not very also just even only still never always again often now then almost really",
    "pronoun": "it he she they we you who there what",
    "mark": ", . ! ? ; :",
}

LANGUAGE_ORDER = {
    "article": "noun adjective",
    "adjective": "noun noun joiner",
    "noun": "mark preposition verb joiner",
    "verb": "article preposition adverb adjective",
    "preposition": "article noun pronoun",
    "joiner": "article pronoun noun",
    "adverb": "adjective preposition verb",
    "pronoun": "verb adverb",
    "mark": "joiner article pronoun adverb",
}
