"""What the service does not make: a word policy by default, a moderation model through litellm where configured.

It looks at wishes and at the words of finished scenes. It is a filter for a public service, not a judgement: what a
wish says changes nothing about it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import structlog

from core.errors import BadInput
from core.settings import Settings

WORDS = Path(__file__).with_name("content_words.txt")
LEET = str.maketrans("013457@$", "oieastas")
log = structlog.get_logger("tulku.content")


async def check(settings: Settings, *texts: str) -> None:
    """Raises `BadInput` for texts that the configured policy refuses."""
    if settings.content == "none":
        return
    text = "\n".join(filter(None, texts))
    if await _refused(settings.content, text):
        raise BadInput("this is not something that Tulku makes", advice="ask for something to learn")


async def _refused(policy: str, text: str) -> bool:
    if policy == "words":
        return bool(_pattern().search(_plain(text)))
    return bool(_pattern().search(_plain(text))) or await _flagged(policy, text)


async def _flagged(model: str, text: str) -> bool:
    """What a moderation model says; one that does not answer refuses nothing, and the log says so."""
    from core.environment import quiet_litellm

    quiet_litellm()
    import litellm

    try:
        answer = await litellm.amoderation(input=text[:8000], model=model)  # pyright: ignore[reportAttributeAccessIssue]
        return any(result.flagged for result in answer.results)
    except Exception as error:  # whatever the provider raises
        log.warning("the moderation model did not answer", kind=type(error).__name__)
        return False


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return re.compile("|".join(rf"\b{word}\b" for word in words), re.IGNORECASE)


def _plain(text: str) -> str:
    """Lower case without accents, tricks with digits undone inside words."""
    folded = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(
        char for char in folded if not unicodedata.combining(char) and char not in "\u200b\u200c\u200d\u00ad"
    )
    return bare + "\n" + re.sub(r"[a-z0-9@$]*[a-z][a-z0-9@$]*", lambda word: word[0].translate(LEET), bare)
