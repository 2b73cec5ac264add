"""Three-way merge: what a source changed flows into what a desk made of it, and no human byte is lost.

Three texts: `base`, the briefing as it was generated; `theirs`, as it would be generated now; `ours`, as it stands.
"""

from readalso.intake.merge.conflicts import Conflict
from readalso.intake.merge.texts import Merged, merge

__all__ = ["Conflict", "Merged", "merge"]
