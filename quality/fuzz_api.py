"""The REST interface held against its own description by schemathesis, all its checks, over HTTP.

    python -m quality.fuzz_api [--examples 50] [--tokens] [--seed 1]

Serves a corpus of the bundled examples, its stories laid side by side, and exits with 1 when any answer is not as described. What
would leave the machine (/addresses) or never ends (/events) is left out.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from starlette.types import ASGIApp

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.app.web.settings import API, ServeSettings
from rashomon.app.web.tokens import TokenFile
from rashomon.store import Corpus

EXAMPLES = Path(__file__).parent.parent / "examples"
_LEFT_OUT = (f"{API}/events", f"{API}/addresses")
_PATIENCE = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=50, help="for each operation")
    parser.add_argument("--tokens", action="store_true", help="ask for tokens, so that doing without is tried, too")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        desk = Desk(Corpus.create(Path(folder) / "corpus.sqlite"))
        desk.add([EXAMPLES / "harbour", EXAMPLES / "vote"])
        secret = TokenFile(Path(folder) / "tokens").add("fuzz", "write") if args.tokens else None
        found = fuzz(desk, examples=args.examples, seed=args.seed, secret=secret, folder=Path(folder))
    sys.stdout.write(found.stdout)
    sys.exit(found.returncode)


def fuzz(
    desk: Desk,
    *,
    examples: int,
    folder: Path,
    seed: int = 1,
    secret: str | None = None,
    phases: str = "examples,coverage,fuzzing,stateful",
) -> subprocess.CompletedProcess[str]:
    """Serve the desk and let schemathesis ask; `secret` is a token of the file `tokens` in `folder`."""
    for shelf in desk.stories():
        desk.collation(shelf.story)
    tokens = folder / "tokens" if secret is not None else None
    with serving(create_app(desk, ServeSettings(tokens=tokens, max_body=1 << 20))) as address:
        description = folder / "openapi.json"
        description.write_bytes(_fetch(f"{address}{API}/openapi.json", secret))
        words = [Path(sys.executable).with_name("schemathesis"), "run", description, "--url", address]
        words += [
            "--checks",
            "all",
            "--phases",
            phases,
            "--max-examples",
            examples,
            "--seed",
            seed,
            "--report-dir",
            folder,
        ]
        words += [w for path in _LEFT_OUT for w in ("--exclude-path", path)]
        words += ["--header", f"Authorization: Bearer {secret}"] if secret is not None else []
        hooks = {"SCHEMATHESIS_HOOKS": "quality.fuzz_hooks", "NO_COLOR": "1"}
        root = Path(__file__).parent.parent
        return subprocess.run(
            [str(w) for w in words], env={**os.environ, **hooks}, cwd=root, capture_output=True, text=True, check=False
        )


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The address at which an application is served, by a thread of this process, until the block is left."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        end = time.monotonic() + _PATIENCE
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def _fetch(address: str, secret: str | None) -> bytes:
    from urllib.request import Request, urlopen

    headers = {"Authorization": f"Bearer {secret}"} if secret is not None else {}
    with urlopen(Request(address, headers=headers), timeout=_PATIENCE) as answer:
        found: bytes = answer.read()
    return found


if __name__ == "__main__":
    main()
