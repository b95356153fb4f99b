"""Layout: what a viewer would object to, and how to mend it.

Public entries: `layout.findings.check`, `layout.mend.mend`.
"""
