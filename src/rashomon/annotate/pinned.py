"""Models of others' packages: every file is checked before it is loaded, so that the same version gives the same answers."""

from __future__ import annotations

import hashlib
import importlib
import json
from functools import lru_cache
from importlib import resources
from pathlib import Path

from rashomon.errors import ModelError


@lru_cache
def _pinned() -> dict[str, dict[str, str]]:
    text = resources.files("rashomon.annotate").joinpath("model_hashes.json").read_text("utf-8")
    pinned: dict[str, dict[str, str]] = json.loads(text)
    return pinned


def verified_model(model: str) -> Path | None:
    """The folder of a pinned model package, every file of it checked; None for a model of the user's own."""
    if model not in _pinned():
        return None
    try:
        module = importlib.import_module(model)
    except ImportError as e:
        raise ModelError(f"the language model {model!r} is not installed: install the project's requirements") from e
    folder = Path(str(module.__file__)).parent
    for name, wanted in _pinned()[model].items():
        file = folder / name
        if not file.is_file():
            raise ModelError(f"the language model {model!r} lacks {name}: install it again")
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if found != wanted:
            raise ModelError(f"the language model file {file} is not the pinned one (sha256 {found[:12]}…, pinned {wanted[:12]}…): install it again")  # fmt: skip
    return folder
