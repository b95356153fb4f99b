"""What ManimCE lacks, written in its terms. Public entry: `convert.shelf.shims_for`.

Each file holds plain ManimCE Python, written as it stands in the output. Files are read, never imported: at module
level they hold definitions, patches (`Mobject.replicate = _replicate`) and features (a call of `_install_…`).
"""

from convert.shelf import Shims, offered, shims_for, supplied

__all__ = ["Shims", "offered", "shims_for", "supplied"]
