"""What `rashomon annotate` costs beside the parsing alone, in the same run.

    python quality/bench_annotate.py TEXTS.jsonl [--articles 500] [--rounds 1] [--profile]

Prints the CPU seconds of one core that the bare spaCy pipeline needs for the texts, those that reading the same texts as
articles with parts and annotating them needs, and their ratio. Nothing seen before is reused, on either side. With
`--profile` also the functions that cost most beside the parsing.
"""

from __future__ import annotations

import os

# Before numpy is loaded: one core on both sides.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", RASHOMON_PARSE_CACHE="")

import argparse
import cProfile
import json
import pstats
import time
from collections.abc import Sequence
from pathlib import Path

from rashomon.annotate import annotate
from rashomon.annotate.spacy_parser import DEFAULT_MODEL, SpacyParser
from rashomon.app.assemble import ingest
from rashomon.records import Article
from rashomon.report.json import annotation_json, dumps

_BATCH = 32


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, help="JSONL, an object with `text` a line")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=1, help="the least of so many rounds counts")
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.texts.read_text("utf-8").splitlines()][: args.articles]
    bare = min(bare_seconds(texts) for _ in range(args.rounds))
    ours = min(annotate_seconds(texts) for _ in range(args.rounds))
    words = sum(len(t.split()) for t in texts)
    print(json.dumps({"articles": len(texts), "words": words, "bare_s": round(bare, 2), "annotate_s": round(ours, 2), "ratio": round(ours / bare, 3)}))  # fmt: skip
    if args.profile:
        profile(texts)


def bare_seconds(texts: Sequence[str]) -> float:
    """CPU seconds of the pipeline as its package loads it, over whole texts."""
    import importlib
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = importlib.import_module(DEFAULT_MODEL).load()
    for _ in nlp.pipe(texts[:2]):
        pass
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - start


def annotate_seconds(texts: Sequence[str]) -> float:
    """CPU seconds from texts to lines of JSON; the model is loaded before."""
    parser = SpacyParser()
    run(texts[:2], parser)
    fresh = SpacyParser()
    start = time.process_time()
    run(texts, fresh)
    return time.process_time() - start


def run(texts: Sequence[str], parser: SpacyParser) -> None:
    articles = ingest([Article(id=str(i), text=t) for i, t in enumerate(texts)]).articles
    for i in range(0, len(articles), _BATCH):
        for annotation in annotate(articles[i : i + _BATCH], parser):
            dumps(annotation_json(annotation))


def profile(texts: Sequence[str]) -> None:
    parser = SpacyParser()
    run(texts, parser)  # everything parsed: what is left is our own
    profiler = cProfile.Profile()
    profiler.enable()
    run(texts, parser)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats("rashomon", 45)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
