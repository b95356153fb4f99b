from concurrent.futures import ThreadPoolExecutor

import pytest

from agent.models.composer.language import content, plain, stem, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Show me the Fourier transform, please!", ["fourier", "transform"]),
        ("What is a determinant?", ["determin"]),
        ("Thales' theorem", ["thale", "theorem"]),
        ("Newton's method for sqrt(2)", ["newton", "method", "sqrt"]),
        ("why is a^2 + b^2 = c^2", ["a^2", "b^2", "c^2"]),
        ("", []),
        ("please show me how", []),
    ],
)
def test_content_words(text: str, words: list[str]) -> None:
    assert content(text) == words


def test_typography_is_made_plain() -> None:
    assert plain("Gauß’s “naïve” x − 1") == 'gauss\'s "naive" x - 1'
    assert tokens("k-means with 3 clusters") == ["k", "means", "with", "3", "clusters"]


def test_many_threads_stem_at_once() -> None:
    words = [f"transform{'ation' * (i % 3)}{i}" for i in range(400)]
    texts = [" ".join(words[i : i + 40]) for i in range(0, 400, 5)]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(content, texts))
    stem.cache_clear()
    assert together == [content(text) for text in texts]
