"""How likely a candidate is an attribution: a sum of weights over its class, construction and surroundings."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from rashomon.annotate.quotes.candidate import Candidate
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.records import Token

_CLAUSAL = frozenset({"clause", "around", "to", "object to", "gerund", "as said"})
_NOMINAL = frozenset({"object", "prep"})
_NOUN_CLAUSES = ("noun clause", "noun is", "noun to", "adj clause", "adj to")
_FIRST = frozenset({"i", "we", "you", "my", "our", "your"})
_THING = frozenset({"it", "this", "that", "these"})
_LENGTHS = ((2, "1-2"), (5, "3-5"), (10, "6-10"))


@lru_cache
def weights() -> dict[str, float]:
    """The weights that come with the package: no word has one, only classes and constructions."""
    table = tomllib.loads(resources.files("rashomon.annotate.quotes").joinpath("weights.toml").read_text("utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}


def probability(candidate: Candidate, quoted: bool, inside: bool) -> float:
    """How likely the candidate is an attribution; `quoted`: its content holds a quotation, `inside`: it stands in one."""
    known = weights()
    total = sum(known.get(f, 0.0) for f in features(candidate, quoted, inside))
    return 1 / (1 + math.exp(-total))


def features(candidate: Candidate, quoted: bool, inside: bool) -> Iterator[str]:
    """The names of all that speaks for or against a candidate."""
    yield "bias"
    frame = candidate.frame
    active = frame.removeprefix("passive ")
    yield f"frame {active}"
    if frame != active:
        yield "passive"
    clausal = active in _CLAUSAL or active.endswith(_NOUN_CLAUSES)
    group = " clause" if clausal else " object" if active in _NOMINAL else ""
    for c in candidate.classes or ("other",):
        yield f"class {c}{group}"
    if candidate.key in lexicon().weak:
        yield "weak"
    yield f"source {_source_kind(candidate)}"
    yield from _context(candidate)
    if quoted:
        yield "content quoted"
    if inside:
        yield "inside quotation"
    length = sum(b - a + 1 for a, b in candidate.content)
    yield "length " + next((name for limit, name in _LENGTHS if length <= limit), "long")


def _source_kind(candidate: Candidate) -> str:
    t = candidate.source
    if t is None:
        return "agentless" if candidate.agentless else "none"
    if t.pos == "PRON":
        if t.lower in _FIRST:
            return "first"
        if t.tag in {"WP", "WDT", "WP$"}:
            return "relative"
        return "thing" if t.lower in _THING else "pronoun"
    return "name" if t.pos == "PROPN" else "noun"


def _context(candidate: Candidate) -> Iterator[str]:
    tree, t = candidate.tree, candidate.anchor
    if tree.negated(t):
        yield "negated"
    if tree.modal(t):
        yield "modal"
    if t.dep in {"relcl", "acl", "advcl", "xcomp", "conj", "pcomp", "ccomp"}:
        yield f"place {t.dep}"
    if t.tag in {"VB", "VBG", "VBN", "VBD", "VBZ", "VBP"}:
        yield f"form {t.tag}"
    if tree.tokens[-1].text == "?":
        yield "question"
    if _conditional(candidate, t):
        yield "conditional"


def _conditional(candidate: Candidate, t: Token) -> bool:
    mark = candidate.tree.child(t, "mark", "advmod")
    return mark is not None and mark.lower in {"if", "unless", "when", "whether"}
