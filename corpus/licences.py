"""Which licences allow a data set to be shared freely, and what the others ask for."""

from __future__ import annotations

SHAREABLE = frozenset(
    "MIT Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 CC-BY-4.0 Unlicense ISC Zlib MPL-2.0 0BSD".split()  # noqa: SIM905
)
"""Permissive licences: credit is enough. Everything else stays out of an export unless it is asked for."""
TERMS: dict[str, str] = {
    "CC-BY-NC-SA-4.0": "not for commercial use; share alike; credit 3Blue1Brown (Grant Sanderson) or who else wrote it",
    "CC-BY-NC-4.0": "not for commercial use; credit the author",
    "CC-BY-SA-4.0": "share alike; credit the author",
    "GPL-3.0-only": "share alike, with source",
    "GPL-2.0-only": "share alike, with source",
    "AGPL-3.0-only": "share alike, with source, also over a network",
    "LicenseRef-own": "scenes made on this machine: their maker decides",
    "NOASSERTION": "nobody has said: ask the author before sharing",
}
HUB_NAMES = {"MIT": "mit", "Apache-2.0": "apache-2.0", "CC-BY-NC-SA-4.0": "cc-by-nc-sa-4.0", "CC-BY-4.0": "cc-by-4.0"}
"""As Hugging Face writes them."""


def is_shareable(licence: str) -> bool:
    """Whether credit is all that a licence asks for."""
    return licence in SHAREABLE


def hub_licence(licences: set[str]) -> str:
    """What Hugging Face shall show: the licence if there is only one, else `other`; the card lists them all."""
    return HUB_NAMES.get(next(iter(licences)), "other") if len(licences) == 1 else "other"
