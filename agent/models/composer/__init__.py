"""The embedded composer: plans and writes scenes from the library, SymPy and a small grammar; no key, no network.

Public entry: `agent.models.composer.composer.Composer`.
"""
