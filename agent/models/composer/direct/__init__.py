"""The grammar for direct wishes: from "a red ball bouncing between two walls" to ManimCE code, with no model.

Public entries: `reader.read` (a sentence to a `Reading`, with how much of it was understood) and `writer.write`
(a `Reading` to `core.scene.SceneCode`). Between them: `tokens` → `items` → `phrases` → `clauses` → `interpreter`
→ `program` → `stage` (layout) → `shapes` and `motions` (code).
"""
