"""How fast copies are found, how well, and in how much memory, beside MinHash LSH on the same texts.

    python quality/bench_reuse.py                        10,000 generated articles, with datasketch and rensa
    python quality/bench_reuse.py --articles 100000 --alone

Articles have 400 words drawn by Zipf's law from an invented vocabulary; three in ten are copies of an earlier one, cut, reordered,
respelt, with words changed and paragraphs put in, under their outlet's own footer. Times are of the processor (one core), without
the making of the texts. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from rashomon.origins import CopyIndex
from rashomon.records import Article

WORDS = 400
PARAGRAPH = 40
COPIES = 0.3
OUTLETS = 200
SEED = 17
PERMUTATIONS = 128


def make(count: int) -> tuple[list[Article], list[int]]:
    """Articles, and for each the number of the text it comes from."""
    dice = random.Random(SEED)
    vocabulary = _vocabulary(dice, 30_000)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    footers = [" ".join(dice.choices(vocabulary, k=60)) for _ in range(OUTLETS)]
    articles: list[Article] = []
    truth: list[int] = []
    bodies: list[list[str]] = []
    for i in range(count):
        outlet = dice.randrange(OUTLETS)
        if bodies and dice.random() < COPIES:
            source = dice.randrange(len(bodies))
            body = _copied(bodies[source], dice, vocabulary, weights)
            truth.append(source)
        else:
            body = [" ".join(p) for p in _paragraphs(dice, vocabulary, weights, WORDS)]
            truth.append(len(bodies))
            bodies.append(body)
        text = "\n".join([*body, footers[outlet]])
        articles.append(Article(id=f"{i:07}", text=text, outlet=f"Outlet {outlet}"))
    return articles, truth


def _vocabulary(dice: random.Random, size: int) -> list[str]:
    syllables = [c + v for c in "bcdfghklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "ost")]
    return ["".join(dice.choices(syllables, k=dice.choice([1, 2, 2, 3, 3, 4]))) for _ in range(size)]


def _paragraphs(
    dice: random.Random, vocabulary: Sequence[str], weights: Sequence[float], words: int
) -> list[list[str]]:
    drawn = dice.choices(vocabulary, cum_weights=weights, k=words)
    return [drawn[i : i + PARAGRAPH] for i in range(0, words, PARAGRAPH)]


def _copied(body: list[str], dice: random.Random, vocabulary: Sequence[str], weights: Sequence[float]) -> list[str]:
    kept = body[: dice.randrange(5, len(body) + 1)]
    if dice.random() < 0.3:
        dice.shuffle(kept)
    changed = dice.choice([0.0, 0.0, 0.02, 0.04])
    kept = [" ".join(dice.choice(vocabulary) if dice.random() < changed else w for w in p.split(" ")) for p in kept]
    if dice.random() < 0.3:
        kept.insert(dice.randrange(len(kept)), " ".join(_paragraphs(dice, vocabulary, weights, PARAGRAPH)[0]))
    return kept


def ours(articles: Sequence[Article]) -> Sequence[int]:
    index = CopyIndex()
    index.add(articles)
    return index.clusters()


def datasketch_lsh(articles: Sequence[Article], threshold: float) -> Sequence[int]:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    union = _Union(len(articles))
    for i, article in enumerate(articles):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([s.encode() for s in _shingles(article.text)])
        for j in lsh.query(sketch):
            union.join(i, int(str(j)))
        lsh.insert(str(i), sketch, check_duplication=False)
    return union.roots()


def rensa_lsh(articles: Sequence[Article], threshold: float) -> Sequence[int]:
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32)
    union = _Union(len(articles))
    sketches = []
    for i, article in enumerate(articles):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(_shingles(article.text))
        for j in lsh.query(sketch):
            if sketches[j].jaccard(sketch) >= threshold:
                union.join(i, j)
        lsh.insert(i, sketch)
        sketches.append(sketch)
    return union.roots()


class _Union:
    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        self._parents[max(a, b)] = min(a, b)

    def root(self, i: int) -> int:
        while self._parents[i] != i:
            self._parents[i] = self._parents[self._parents[i]]
            i = self._parents[i]
        return i

    def roots(self) -> list[int]:
        return [self.root(i) for i in range(len(self._parents))]


def _shingles(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]


def pair_f1(found: Iterable[int], truth: Iterable[int]) -> float:
    """F1 over pairs of articles put together."""
    found, truth = list(found), list(truth)
    both = _pairs(zip(found, truth, strict=True))
    mine, theirs = _pairs(found), _pairs(truth)
    return 2 * both / (mine + theirs) if mine + theirs else 1.0


def _pairs(labels: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def measure(name: str, run: Callable[[], Sequence[int]], truth: Sequence[int]) -> dict[str, object]:
    start = time.process_time()
    found = run()
    seconds = time.process_time() - start
    return {
        "how": name,
        "articles": len(truth),
        "seconds": round(seconds, 2),
        "articles_per_second": round(len(truth) / seconds),
        "pair_f1": round(pair_f1(found, truth), 4),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--articles", type=int, default=10_000)
    ap.add_argument("--alone", action="store_true", help="without the others: they take minutes for 100,000")
    args = ap.parse_args()
    articles, truth = make(args.articles)
    ours(articles[:200])
    runs = []
    if args.articles > 10_000:
        runs.append(measure("rashomon", lambda: ours(articles[:10_000]), truth[:10_000]))
    runs.append(measure("rashomon", lambda: ours(articles), truth))
    if not args.alone:
        for threshold in (0.3, 0.5):
            runs.append(measure(f"datasketch {threshold}", lambda t=threshold: datasketch_lsh(articles, t), truth))  # type: ignore[misc]
            runs.append(measure(f"rensa {threshold}", lambda t=threshold: rensa_lsh(articles, t), truth))  # type: ignore[misc]
    print(json.dumps(runs))


if __name__ == "__main__":
    main()
