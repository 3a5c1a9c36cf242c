"""Makes `src/rashomon/lexicon/wordnet.tsv.gz` from the dictionary files of WordNet 3.0 (Debian: wordnet-base).

    python tools/build_lexicon.py /usr/share/wordnet

Kept: synsets of single words in one of their frequent senses, with the synsets above them; antonyms; verb, noun and
adjective forms derived from one another. The same files give the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/rashomon/lexicon/wordnet.tsv.gz"
FILES = {"n": "noun", "v": "verb", "a": "adj"}
LEXNAMES = [
    "adj.all", "adj.pert", "adv.all", "Tops", "act", "animal", "artifact", "attribute", "body", "cognition",
    "communication", "event", "feeling", "food", "group", "location", "motive", "object", "person", "phenomenon",
    "plant", "possession", "process", "quantity", "relation", "shape", "state", "substance", "time", "v.body",
    "v.change", "v.cognition", "v.communication", "v.competition", "v.consumption", "v.contact", "v.creation",
    "v.emotion", "v.motion", "v.perception", "v.possession", "v.social", "v.stative", "v.weather", "adj.ppl",
]  # fmt: skip
NATURE = ("animal", "plant")
"""Of these only what running text mentions is kept: most are names of species."""
MOST_SENSES = 4
"""Senses after the fourth are rarely meant in news and would make too many words alike."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?:_(?:up|down|off|out|on|in|back|away|over|through|for|to|with|into))?\Z")


@dataclass(frozen=True)
class Synset:
    id: str
    pos: str
    lexname: str
    words: list[str]
    pointers: list[tuple[str, str, str, str]]
    """Symbol, target offset, target part of speech, source and target word numbers (four hex digits)."""


def synsets(folder: Path, pos: str) -> Iterator[Synset]:
    for line in (folder / f"data.{FILES[pos]}").read_text("ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        n = int(fields[3], 16)
        words = [re.sub(r"\((?:a|p|ip)\)$", "", w) for w in fields[4 : 4 + 2 * n : 2]]
        rest = fields[4 + 2 * n :]
        pointers = [
            (rest[i], rest[i + 1], "a" if rest[i + 2] == "s" else rest[i + 2], rest[i + 3])
            for i in range(1, 1 + 4 * int(rest[0]), 4)
        ]
        yield Synset(fields[0], pos, LEXNAMES[int(fields[1])], words, pointers)


def sense_ranks(folder: Path, pos: str) -> dict[tuple[str, str], int]:
    """(lemma, offset) to the number of that sense among the lemma's, the most frequent first."""
    ranks = {}
    for line in (folder / f"index.{FILES[pos]}").read_text("ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            for rank, offset in enumerate(fields[-int(fields[2]) :], start=1):
                ranks[fields[0], offset] = rank
    return ranks


def tag_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """(lemma, part of speech, sense number) to how often that sense was tagged in running text."""
    kinds = {"1": "n", "2": "v", "3": "a", "5": "a"}
    counts = {}
    for line in (folder / "cntlist.rev").read_text("ascii").splitlines():
        key, number, count = line.split()
        lemma, sense = key.split("%")
        if sense[0] in kinds:
            counts[lemma, kinds[sense[0]], int(number)] = int(count)
    return counts


def build(folder: Path) -> list[str]:
    counts = tag_counts(folder)
    every = {(s.pos, s.id): s for pos in FILES for s in synsets(folder, pos)}
    ranks = {pos: sense_ranks(folder, pos) for pos in FILES}

    def frequent(word: str, s: Synset) -> int | None:
        """The word's rank in this synset if that sense is worth keeping."""
        rank = ranks[s.pos].get((word, s.id))
        if rank is None or rank > MOST_SENSES or not _WORD.match(word):
            return None
        seen = counts.get((word, s.pos, rank), 0) > 0
        if s.pos == "n":
            return rank if seen or (rank == 1 and s.lexname not in NATURE) else None
        return rank if seen or rank <= 2 else None

    kept = {k: [(w, r) for w in s.words if (r := frequent(w, s))] for k, s in every.items()}
    above = {k: [(s.pos, t) for sym, t, _, _ in s.pointers if sym == "@"][:1] for k, s in every.items()}
    wanted = {k for k, words in kept.items() if words}
    stack = list(wanted)
    while stack:
        for up in above[stack.pop()]:
            if up not in wanted:
                wanted.add(up)
                stack.append(up)
    number = {k: i for i, k in enumerate(sorted(wanted))}
    lines = []
    for k in sorted(wanted):
        up = number[above[k][0]] if above[k] else -1
        lines.append(f"{every[k].lexname.removeprefix('v.')}\t{up}\t{' '.join(w for w, _ in kept[k])}")
    return [*lines, "", *_words(every, kept, number, frequent)]


def _words(every, kept, number, frequent) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """A line for each word: its synsets with their ranks, its antonyms, what it is derived with."""
    senses = defaultdict(list)
    for k in sorted(number):
        for word, rank in kept[k]:
            senses[k[0], word].append((rank, number[k]))
    antonyms, derived = _pairs(every, frequent)
    for pos, word in sorted(senses):
        ranked = sorted(senses[pos, word], key=lambda s: s[0])
        fields = [f"{n}:{rank}" for rank, n in ranked], sorted(antonyms[pos, word]), sorted(derived[pos, word])
        yield f"{pos} {word}\t" + "\t".join(" ".join(f) for f in fields)


def _pairs(every, frequent):  # type: ignore[no-untyped-def]
    """Each word to its antonyms and to those derived from it or it from them, both ways."""
    antonyms, derived = defaultdict(set), defaultdict(set)
    for s in every.values():
        for symbol, offset, pos, numbers in s.pointers:
            if symbol not in "!+" or pos not in FILES or numbers == "0000":
                continue
            target = every[pos, offset]
            a, b = s.words[int(numbers[:2], 16) - 1], target.words[int(numbers[2:], 16) - 1]
            if frequent(a, s) and frequent(b, target) and (symbol == "!" or s.pos != pos):
                found = antonyms if symbol == "!" else derived
                found[s.pos, a].add(f"{pos}:{b}")
                found[pos, b].add(f"{s.pos}:{a}")
    return antonyms, derived


if __name__ == "__main__":
    text = "\n".join(build(Path(sys.argv[1]))) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    print(f"{TARGET}: {TARGET.stat().st_size} bytes, {text.count(chr(10))} lines")
