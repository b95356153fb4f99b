"""How far a task is: the agent's events folded into a stage and a share of the whole."""

from __future__ import annotations

from typing import Any

SHARES = {
    "retrieve": 0.05,
    "write": 0.1,
    "convert": 0.2,
    "check": 0.25,
    "repair": 0.15,
    "render": 0.35,
    "run": 0.35,
    "draw": 0.35,
    "kept": 1.0,
}
"""How far a scene is when it enters a stage. Rendering goes on from there, animation by animation."""
PLANNED, DELIVERED = 0.08, 0.96
"""Share of the whole when the plan is there, and when the last scene is."""


class Progress:
    """State of a task while its events come in. Never goes back."""

    def __init__(self) -> None:
        self.stage, self.value = "start", 0.0
        self.titles: list[str] = []
        self.scenes: dict[int, dict[str, Any]] = {}
        self._shares: dict[int, float] = {}

    def note(self, event: dict[str, Any]) -> None:
        """Take in one event of the agent."""
        self.stage = str(event.get("stage", self.stage))
        if self.stage == "planned":
            self.titles = [str(title) for title in event.get("scenes", ())]
        index = int(event.get("scene", -1))
        if index >= 0:
            self._shares[index] = self._share(event)
            self.scenes[index] = self.scenes.get(index, {}) | _facts(event)
        self.value = max(self.value, self._total())

    def _share(self, event: dict[str, Any]) -> float:
        start = SHARES.get(self.stage, 0.0)
        done, total = event.get("animation"), event.get("of")
        if self.stage in ("render", "run", "draw") and done is not None and total:
            return start + (1.0 - start) * min(1.0, int(done) / int(total)) * 0.95
        return start

    def _total(self) -> float:
        if not self._shares:
            return PLANNED if self.titles else 0.02
        count = max(len(self.titles), len(self._shares))
        return PLANNED + (DELIVERED - PLANNED) * sum(self._shares.values()) / count


def _facts(event: dict[str, Any]) -> dict[str, Any]:
    names = ("stage", "attempt", "made", "problem")
    return {name: event[name] for name in names if name in event}
