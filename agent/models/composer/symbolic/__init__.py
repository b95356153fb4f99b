"""The symbolic half of the embedded composer: from mathematics in a wish to library acts with filled slots.

One entry: `match.match(text) -> Draft | None`. `mathtext.read` finds and parses the mathematics; every module in
`intents/` knows one topic.
"""
