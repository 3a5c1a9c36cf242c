from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.app.web.tokens import TokenFile
from rashomon.errors import InputError, UsageError


def test_the_file_holds_no_secret_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = TokenFile(tmp_path / "t.jsonl")
    secret = file.add("ada", "read")
    assert secret not in file.path.read_text()
    assert file.path.stat().st_mode & 0o077 == 0
    found = file.holder(secret)
    assert found is not None
    assert (found.name, found.scope) == ("ada", "read")
    assert file.holder("") is None


def test_a_name_is_given_once(tmp_path: Path) -> None:
    file = TokenFile(tmp_path / "t.jsonl")
    file.add("ada", "read")
    with pytest.raises(UsageError, match="has a token called 'ada'"):
        file.add("ada", "write")
    with pytest.raises(UsageError, match="no token called 'ben'"):
        file.revoke("ben")


@pytest.mark.parametrize("line", ["nonsense", "[]", "{}", '{"name": "a", "scope": "all", "sha256": ""}'])
def test_a_file_of_something_else_is_told_in_one_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "t.jsonl").write_text(line)
    with pytest.raises(InputError, match="not a file of tokens"):
        TokenFile(tmp_path / "t.jsonl").tokens()
