"""What a word names in its company: the table is sound, and invented sentences get the kinds a reader would give them."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from rashomon.annotate import annotate
from rashomon.annotate.parser import Parser
from rashomon.claims import extract_claims
from rashomon.collate import collate
from rashomon.collate.kinds import Company, kind_of, sense_of
from rashomon.ingest import split_parts
from rashomon.records import Article

SENSES = tomllib.loads((files("rashomon.collate.kinds") / "senses.toml").read_text("utf-8"))["sense"]
KINDS = tomllib.loads((files("rashomon.collate.kinds") / "kinds.toml").read_text("utf-8"))
NOBODY = Company({}, frozenset(), frozenset())


def test_every_sense_names_a_kind_that_there_is_and_can_be_reached() -> None:
    seen: list[tuple[str, frozenset[str]]] = []
    for sense in SENSES:
        assert {sense["kind"]} | set(sense.get("beside", "").split()) <= {*KINDS, "general"}
        assert ("role" in sense) == ("of" in sense)
        for word in sense["words"].split():
            asked = frozenset((k, str(v)) for k, v in sense.items() if k not in ("words", "kind"))
            assert not any(w == word and before <= asked for w, before in seen), (word, sense)
            seen.append((word, asked))


def test_a_verb_with_a_particle_is_a_word_of_its_own() -> None:
    assert sense_of("back", None, NOBODY).name == "support"
    assert sense_of("back off", None, NOBODY).name == "concession"
    assert sense_of("back into", None, NOBODY).general


def test_without_company_a_word_names_what_the_table_says() -> None:
    assert sense_of("arrest", None, NOBODY) == kind_of("arrest")


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "code"),
    [
        ("The club fired its manager on Sunday.", "fired", "employment", None),
        ("Rebels fired on the fort at Ostrava.", "fired", "assault", "ASSAULT"),
        ("A fire in the mill at Tarn destroyed the loom.", "fire", "fire", None),
        ("The ministry released a report on salt on Monday.", "released", "release", None),
        ("The guards released the prisoners on Monday.", "released", "retreat", "RETREAT"),
        ("President Orlo called for calm on Tuesday.", "called", "request", "REQUEST"),
        ("President Orlo called Mayor Brandt on Tuesday.", "called", "consultation", "CONSULT"),
        ("Four miners were killed in an explosion at the pit.", "killed", "death", None),
        ("A soldier killed two fishermen on Friday.", "killed", "assault", "ASSAULT"),
        ("A falling rock killed two fishermen on Friday.", "killed", "death", None),
        ("The president vetoed the salt bill on Friday.", "vetoed", "rejection", "REJECT"),
        ("The ministers tried to strike a balance.", "strike", "general", None),
        ("A camera captured the eel on film.", "captured", "general", None),
        ("A strike by the drivers' union shut the port of Tarn.", "strike", "protest", "PROTEST"),
        ("The ferry struck a pier at Senn.", "struck", "accident", None),
        ("The company cancelled the evening train.", "cancelled", "general", None),
        ("The minister cancelled a meeting with the envoy.", "cancelled", "sanction", "SANCTION"),
        ("The senate passed the bill on Thursday.", "passed", "law", None),
        ("Norrsund's shares rose to 12 crowns.", "rose", "business", None),
        ("The mayor warned of floods in spring.", "warned", "statement", None),
        ("The general threatened the capital with an attack.", "threatened", "threat", "THREATEN"),
        ("Thieves stole nine paintings from the museum.", "stole", "crime", None),
        ("Voters in Veld elected a new mayor.", "elected", "vote", None),
        ("The court convicted the banker of fraud.", "convicted", "trial", None),
    ],
)
def test_the_company_of_a_word_tells_its_kind(
    parser: Parser, sentence: str, word: str, kind: str, code: str | None
) -> None:
    article = Article(id="a", text=sentence, language="en", parts=split_parts("a", sentence))
    (annotation,) = annotate([article], parser)
    collation = collate([article], [annotation])
    claim = next(c for c in extract_claims(article, annotation) if word in c.trigger.of(sentence))
    event = next(e for e in collation.events if claim.id in e.claims)
    assert event.code == code
    assert event.kind == kind or (kind == "general" and event.kind not in KINDS)
