"""What articles owe to others as JSON, a line an article (CONTRACT: field names are stable)."""

from __future__ import annotations

from rashomon.origins import Copied, Credit, Reuse
from rashomon.report.json import Json


def reuse_json(reuse: Reuse) -> Json:
    """One line of `rashomon reuse`.

    `credits` name whose text it is; `contributions` who gave an unknown part of it. `shared_with` are passages held in common with
    nothing to show who took them from whom.
    """
    return {
        "id": reuse.article,
        "cluster": reuse.cluster,
        "credits": [_credit(c) for c in reuse.credits if c.whole],
        "copied_from": [_copied(c) for c in reuse.copied_from],
        "contributions": [_credit(c) for c in reuse.credits if not c.whole],
        "shared_with": [_copied(c) for c in reuse.shared_with],
    }


def _credit(c: Credit) -> Json:
    return {"agency": c.entry.name, "start": c.span.start, "end": c.span.end, "form": c.form}


def _copied(c: Copied) -> Json:
    found: Json = {
        "id": c.other.article,
        "start": c.span.start,
        "end": c.span.end,
        "from_start": c.other.start,
        "from_end": c.other.end,
        "words": c.matched,
    }
    return {**found, "because": c.reason} if c.told else found
