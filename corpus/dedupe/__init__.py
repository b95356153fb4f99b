"""What is there twice. Public entry: `corpus.dedupe.deduper.Deduper`, fed with `corpus.dedupe.fingerprint.fingerprint`.

Four ways in which two snippets are the same, from strict to loose:

1. **exact**: the same code.
2. **normalised**: the same syntax tree, whatever the names of locals, the comments, docstrings and spaces.
3. **near**: nine tenths of the runs of five tokens are the same (MinHash, found by locality-sensitive hashing).
4. **description**: the same words say what it shows.

1 to 3 keep the first, which is from the most trusted source. *Same code, other description*: the other description is
kept as one more `wish` of the snippet that stays, since people ask for the same thing in different words. *Same
description, other code* (4): both stay, since there is more than one good way to show a thing, up to `MOST_VERSIONS`;
what comes after those teaches little that is new and is dropped. Reference entries are never compared, and examples
(`Difference` beside `Intersection`) only strictly: their small differences are what they are there to show.
"""
