"""Making a list of topics, several at once: what is there already is not made again, a failure stops nothing.

Each topic has a folder of its own with video, code, stills and `result.json`, which says what it was made for: a later
run passes over it as long as wish, options and code are the same.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from api.client import ROOT, ask
from api.topics import Topic
from core.environment import fingerprint
from core.errors import SetupError

Message = dict[str, Any]
Ask = Callable[[Message], Iterator[Message]]
LOOK = 0.2
"""Seconds between two looks at whether to stop."""


@dataclass(frozen=True)
class Done:
    """What came of a topic. `status`: made, partial, unsupported, failed; `served` as in `agent.make.Made`, or `kept`
    where the folder already held it. `files` are relative to the batch's folder. `seconds` is the time it took now.
    """

    topic: Topic
    status: str
    served: str = ""
    title: str = ""
    reason: str = ""
    nearest: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict[str, str])
    findings: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    duration: float = 0.0
    seconds: float = 0.0
    tokens: int = 0
    cost: float = 0.0

    @property
    def is_made(self) -> bool:
        return self.status in ("made", "partial")


class Batch:
    """A list of topics on its way into the folder `out`. `options` hold for topics that name none themselves."""

    def __init__(
        self, topics: list[Topic], out: Path, options: Message, *, fresh: bool = False, asking: Ask | None = None
    ) -> None:
        first: dict[str, Topic] = {}
        for topic in topics:
            first.setdefault(topic.folder, topic)
        self.topics = list(first.values())
        self.out, self.options, self.fresh, self._ask = out, options, fresh, asking or ask
        self.code = fingerprint(ROOT)
        self.stopped = threading.Event()
        self.running: dict[str, Topic] = {}

    @property
    def total(self) -> int:
        return len(self.topics)

    @property
    def now(self) -> list[str]:
        """The topics that are being made."""
        return [topic.wish for topic in list(self.running.values())]

    def run(self, jobs: int) -> Iterator[Done]:
        """What comes of the topics, in the order in which they end. After `stop` only running ones are finished."""
        waiting = iter(self.topics)
        with ThreadPoolExecutor(jobs) as pool:
            work: set[Future[Done]] = set()
            while True:
                while len(work) < jobs and not self.stopped.is_set() and (topic := next(waiting, None)):
                    work.add(pool.submit(self._one, topic))
                if not work:
                    return
                ended, work = wait(work, timeout=LOOK, return_when=FIRST_COMPLETED)
                for future in ended:
                    yield future.result()

    def stop(self) -> None:
        """Start no further topic."""
        self.stopped.set()

    def _one(self, topic: Topic) -> Done:
        self.running[topic.folder] = topic
        try:
            return self._kept(topic) or self._asked(topic)
        finally:
            self.running.pop(topic.folder, None)

    def _kept(self, topic: Topic) -> Done | None:
        """What the folder already holds for this very topic, made by this very code."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = json.loads((self.out / topic.folder / "result.json").read_text(encoding="utf-8"))
            whole = all((self.out / file).stat().st_size for file in found["done"]["files"].values())
            if not self.fresh and whole and found["key"] == self._key(topic):
                done = found["done"] | {"topic": topic, "served": "kept", "seconds": 0.0}
                return Done(**done)
        return None

    def _key(self, topic: Topic) -> str:
        return json.dumps([topic.wish, self._options(topic), self.code], sort_keys=True)

    def _options(self, topic: Topic) -> Message:
        return self.options | dict(topic.options)

    def _asked(self, topic: Topic) -> Done:
        folder = self.out / topic.folder
        request = {
            "do": "make",
            "wish": topic.wish,
            "out": str(folder.absolute()),
            "fresh": self.fresh,
            "options": self._options(topic),
        }
        started = time.monotonic()
        try:
            last: Message = {}
            for last in self._ask(request):  # noqa: B007  # the last message is the answer
                pass
        except (SetupError, OSError) as error:
            return Done(topic, "failed", reason=str(error), seconds=time.monotonic() - started)
        done = self._answered(topic, last, time.monotonic() - started)
        if done.is_made:
            self._note(topic, done)
        return done

    def _answered(self, topic: Topic, answer: Message, seconds: float) -> Done:
        if "result" not in answer:
            error = answer.get("error", {"kind": "", "message": "no answer"})
            status = "unsupported" if error["kind"] == "Unsupported" else "failed"
            return Done(
                topic, status, reason=error["message"], nearest=tuple(error.get("nearest", ())), seconds=seconds
            )
        made = answer["result"]
        paths = {name: made[name] for name in ("video", "poster", "contact_sheet") if made.get(name)}
        paths |= {f"code {number}": path for number, path in enumerate(made["code"], 1)}
        usage = made["usage"]
        return Done(
            topic,
            "partial" if made["missing"] else "made",
            served=made.get("served", "made"),
            title=made["title"],
            reason="; ".join(made["missing"]),
            files={name: f"{topic.folder}/{Path(path).name}" for name, path in paths.items()},
            findings=tuple(finding["message"] for finding in made["findings"]),
            components=tuple(made["components"]),
            duration=made["duration"],
            seconds=seconds,
            tokens=usage["prompt_tokens"] + usage["completion_tokens"],
            cost=usage["cost"],
        )

    def _note(self, topic: Topic, done: Done) -> None:
        """Say in the folder what it holds; only whole videos are passed over later."""
        if done.status != "made":
            return
        target = self.out / topic.folder / "result.json"
        draft = target.with_suffix(".part")
        draft.write_text(json.dumps({"key": self._key(topic), "done": asdict(done)}, indent=1), encoding="utf-8")
        draft.replace(target)
