"""Which model writes: the embedded composer, or any model that litellm can reach."""

from __future__ import annotations

from agent.models.protocol import CodeModel
from core.errors import BadInput


def choose_model(name: str, *, temperature: float = 0.2, seed: int = 0) -> CodeModel:
    """The model called `name`: `composer`, or a litellm name such as `openai/gpt-4o`.

    Raises `BadInput` for an empty name.
    """
    if not name.strip():
        raise BadInput("the model has no name", advice="use `composer`, or a litellm name such as openai/gpt-4o")
    if name == "composer":
        from agent.models.composer.composer import Composer

        return Composer()
    from agent.models.litellm_model import LitellmModel

    return LitellmModel(name, temperature=temperature, seed=seed)
