"""Every exception Tulku raises.

    TulkuError
    ├── BadInput            the user: the wish, file or option cannot be used as it is
    ├── Unsupported         the user: nothing here can show this; carries the nearest topics
    ├── NotMade             the user: it was tried and failed; carries the last error and where it is kept
    ├── ModelError          the operator or the provider
    │   ├── ModelUnavailable    no answer after all retries and fallbacks
    │   └── ModelAnswerUnusable empty, truncated or unparsable answer
    ├── FarmError           the operator: the render farm cannot start or has no sandbox
    ├── SourceError         the user: a source of the corpus is missing or broken; the other sources go on
    ├── IndexUnusable       the operator: the search index is being built, cannot be read or not be reached
    ├── ServiceError        what the service refuses, or cannot do now
    │   ├── NotThere            the user: no such task, video or component; also what belongs to somebody else
    │   ├── Conflict            the user: not while the task is in this state
    │   ├── NotAllowed          the user: no valid key, or one that does not cover this
    │   ├── TooMuch             the user: a full queue, a rate or a quota; carries when to try again
    │   └── Unreachable         the operator: Redis, the database or the storage does not answer
    └── SetupError          the operator: something is not installed; carries how to mend it

A failure of generated code is a `RunResult`, never an exception.
"""

from __future__ import annotations


class TulkuError(Exception):
    """Base of all errors. `advice` says what to do next."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class BadInput(TulkuError):
    """Raised before any work when a wish, file, name or option cannot be used. The user acts."""


class Unsupported(TulkuError):
    """Raised by the composer when it has no good match. The user picks a topic or configures a model."""

    def __init__(self, message: str, *, nearest: tuple[str, ...] = (), advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.nearest = nearest


class NotMade(TulkuError):
    """Raised when every attempt failed. `kept` is the folder that holds the attempts."""

    def __init__(self, message: str, *, kept: str = "", advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.kept = kept


class ModelError(TulkuError):
    """Base of what can go wrong with a language model. The operator acts."""


class ModelUnavailable(ModelError):
    """Raised when no configured model answered after all retries and fallbacks."""


class ModelAnswerUnusable(ModelError):
    """Raised when a model answered with nothing usable: empty, cut off, or not the format asked for."""


class FarmError(TulkuError):
    """Raised when the render farm cannot start, or cannot guard what it runs. The operator acts."""


class SourceError(TulkuError):
    """Raised when a source of the corpus cannot be read. The build goes on without it and says so in one line."""


class IndexUnusable(TulkuError):
    """Raised when the search index is being built by somebody else, is damaged, or its server does not answer."""


class SetupError(TulkuError):
    """Raised when a program or file that must be installed is not. `advice` is the command that mends it."""


class ServiceError(TulkuError):
    """Base of what the service answers instead of a result."""


class NotThere(ServiceError):
    """Raised for an id that names nothing, or something of somebody else: the two cannot be told apart."""


class Conflict(ServiceError):
    """Raised for what cannot be done while a task is in its present state."""


class NotAllowed(ServiceError):
    """Raised without a valid key (`known` is false), or with one whose scopes do not cover the request."""

    def __init__(self, message: str, *, known: bool = False, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.known = known


class TooMuch(ServiceError):
    """Raised when a queue is full, or a rate or quota used up. `wait` says in how many seconds to try again."""

    def __init__(self, message: str, *, wait: float, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.wait = wait


class Unreachable(ServiceError):
    """Raised while Redis, the database or the storage does not answer. Nothing is lost; try again."""
