"""Models that only their author has: what scenes ask of them is made up, the same each time, and said with its line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from inline_snapshot import snapshot

from convert.inline.inline import Inlined
from convert.possible import impossible
from tests.convert.inline.test_inline import inlined, loaded, repository, scene

PREDICT = """import openai
import torch
from transformers import GPT2LMHeadModel, GPT2Tokenizer

def predict(text, shown=3):
    tokenizer, model = GPT2Tokenizer.from_pretrained("gpt2"), GPT2LMHeadModel.from_pretrained("gpt2")
    with torch.no_grad():
        scores = model(tokenizer.encode(text, return_tensors="pt")).logits[0, -1, :]
    best, places = torch.topk(torch.softmax(scores, dim=-1), shown)
    assert list(reversed(torch.argsort(scores)[-shown:])) == list(places)
    return [tokenizer.decode([place]) for place in places.tolist()], best.numpy()

def asked(text, shown=3):
    answer = openai.Completion.create(prompt=text, max_tokens=1, logprobs=shown)
    return answer.choices[0]["logprobs"]["top_logprobs"][0]

def speak(text):
    tokenizer, model = GPT2Tokenizer.from_pretrained("gpt2"), GPT2LMHeadModel.from_pretrained("gpt2")
    return tokenizer.decode(model.generate(tokenizer.encode(text, return_tensors="pt"), max_new_tokens=6)[0])

"""
INSIDE = """import pickle

def following(text):
    import torch
    from model import (
        GPT,
        GPTConfig,
    )
    model = GPT(GPTConfig(**torch.load("ckpt.pt")["model_args"]))
    places = pickle.load(None)["stoi"]
    chances = torch.softmax(model(torch.tensor([[places[letter] for letter in text]]))[0][0, -1], dim=-1)
    return model.characters[int(chances.argmax())], float(chances.sum())

"""
VECTORS = """import gensim

def vectors():
    return gensim.downloader.load("glove-wiki-gigaword-50")

"""


def made(root: Path, code: str, asked: str) -> tuple[Inlined, object]:
    result = inlined(repository(root, {"main.py": code + scene(asked)}), "main.py", "S")
    return result, loaded(result, np=np).S().construct()


def test_predictions_are_plausible_and_always_the_same(tmp_path: Path) -> None:
    _, (first, again) = made(tmp_path, PREDICT, 'predict("He opened the"), predict("He opened the")')
    words, chances = first
    assert words == again[0] == snapshot([" door", " back", " head"])
    assert list(chances) == sorted(chances, reverse=True)
    assert 0.2 < sum(chances) < 1


def test_the_service_and_the_model_say_the_same(tmp_path: Path) -> None:
    _, (words, table) = made(tmp_path, PREDICT, 'predict("He opened the")[0], asked("He opened the")')
    assert list(table) == words
    assert all(chance < 0 for chance in table.values())


def test_a_model_speaks(tmp_path: Path) -> None:
    assert made(tmp_path, PREDICT, 'speak("He opened the")')[1] == snapshot("He opened the door left an day about back")


def test_each_use_has_a_note_with_its_line(tmp_path: Path) -> None:
    result, _ = made(tmp_path, PREDICT, 'predict("He"), asked("He")')
    assert [str(note) for note in result.notes] == snapshot(
        [
            "line 5: GPT2LMHeadModel is not available here; its predictions are made up, real ones would differ",
            "line 13: openai is not available here; its predictions are made up, real ones would differ",
        ]
    )
    assert {(note.severity, note.code) for note in result.notes} == {("lost", "missing_data")}


def test_a_model_that_a_function_imports(tmp_path: Path) -> None:
    result, (letter, whole) = made(tmp_path, INSIDE, 'following("the q")')
    assert (letter, round(whole, 6)) == ("u", 1.0)
    assert [str(note) for note in result.notes] == snapshot(
        [
            "line 3: pickle is not available here; what its files hold cannot be known: an alphabet stands for it",
            "line 3: GPT is not available here; its predictions are made up, real ones would differ",
        ]
    )
    assert "import pickle" not in result.code
    assert "import torch" not in result.code


@pytest.mark.parametrize(("one", "other", "unlike"), [("cats", "cat", "navy"), ("king", "queen", "soup")])
def test_related_words_have_related_vectors(tmp_path: Path, one: str, other: str, unlike: str) -> None:
    _, model = made(tmp_path, VECTORS, "vectors()")
    assert model.similarity(one, other) > model.similarity(one, unlike) + 0.2


def test_analogies_hold_and_unknown_words_have_a_place(tmp_path: Path) -> None:
    result, model = made(tmp_path, VECTORS, "vectors()")
    assert model.most_similar(positive=["king", "woman"], negative=["man"], topn=1)[0][0] == "queen"
    assert model["zyzzyva"].shape == (50,)
    assert model.index_to_key[model.key_to_index["zyzzyva"]] == "zyzzyva"
    assert len(model.vectors) == len(model)
    assert "MadeUpModel" not in result.code, "only what is used comes along"


def test_what_is_made_up_may_be_shown(tmp_path: Path) -> None:
    result, _ = made(tmp_path, PREDICT, 'predict("He")')
    assert not impossible(result.code, ("S",)).scenes
