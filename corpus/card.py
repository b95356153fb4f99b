"""The card of an exported data set, as Hugging Face reads it."""

from __future__ import annotations

from collections import Counter

from corpus.licences import TERMS, hub_licence
from corpus.statistics import Statistics

HEAD = """---
license: {licence}
language:
- en
task_categories:
- text-generation
tags:
- manim
- code
- mathematics
- animation
pretty_name: {name}
configs:
- config_name: chat
  data_files:
  - split: train
    path: chat/train.jsonl
  - split: validation
    path: chat/validation.jsonl
- config_name: snippets
  data_files: data/corpus.parquet
---

# {name}

Scenes for [Manim Community Edition](https://www.manim.community), each self-contained, with a description in words.
Gathered, converted, cleaned and checked by `tulku corpus`; nothing here was written by hand for this data set.
{warning}
"""
BODY = """
## What is in it

{snippets} snippets; {train} conversations to train with and {validation} to validate with. The two sides share no
video, no file and no description.

| licence | snippets | what it asks for |
|---|---|---|
{licences}

| source | snippets |
|---|---|
{sources}

| checked | snippets |
|---|---|
{verified}

Lines of a scene: {lengths}. `difficulty` from 1 to 5 goes by these lines, and conversations come in that order.

## Columns

`code`, `title`, `description`, `wishes` (other words for the same code), `kind`, `scenes`, `source`, `path`, `line`,
`commit`, `licence`, `dialect` (what it was written for before it was converted), `video`, `year`, `tags`, `comments`,
`verified` (`static`: it parses and its names exist; `probed`: it ran), `problem`, `score` (how well description and
code fit, 0 to 1; -1: nobody asked), `duration` in seconds, `animations`, `findings` (layout objections),
`notes` (what the cleaning changed).
"""
WARNING = """
**Not for commercial use.** Part of this comes from code under CC BY-NC-SA 4.0 and other licences that ask for more than
credit; see the column `licence` of each snippet.
"""


def card(counted: Statistics, train: int, validation: int, *, restricted: bool) -> str:
    """The README of a data set."""
    licences = set(counted.licences)
    head = HEAD.format(licence=hub_licence(licences), name="Tulku Manim corpus", warning=WARNING if restricted else "")
    body = BODY.format(
        snippets=counted.snippets,
        train=train,
        validation=validation,
        licences="\n".join(
            f"| {name} | {count} | {TERMS.get(name, 'credit the author')} |"
            for name, count in counted.licences.most_common()
        ),
        sources=_table(counted.sources),
        verified=_table(counted.verified),
        lengths=", ".join(f"{share} {lines}" for share, lines in counted.lengths.items()),
    )
    return head + body


def _table(counts: Counter[str]) -> str:
    return "\n".join(f"| {name} | {count} |" for name, count in counts.most_common())
