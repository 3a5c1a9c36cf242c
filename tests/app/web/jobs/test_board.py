"""Jobs: asked for, worked on beside one another, told of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from rashomon.app.web.events import EventBus
from rashomon.app.web.jobs import AddArticles, Collate, Job, JobBoard, Task
from rashomon.app.web.jobs.tasks import Outcome, Tell
from rashomon.errors import InputError
from rashomon.records import Article

ADD = AddArticles(articles=(Article(id="one", text="The kiln burst."),))


@dataclass
class Stub:
    """A worker that does what the test says once it is let go."""

    act: Callable[[Tell], Outcome]
    free: threading.Event = field(default_factory=threading.Event)

    def do(self, task: Task, tell: Tell) -> Outcome:
        assert isinstance(task, Task)
        assert self.free.wait(5)
        return self.act(tell)

    def close(self) -> None:
        self.free.set()


def reads(tell: Tell) -> Outcome:
    tell("kept", 1)
    tell("read", 1)
    return {"new": 1}


def fails(_: Tell) -> Outcome:
    raise InputError("the disk is full")


def breaks(_: Tell) -> Outcome:
    raise ZeroDivisionError


@pytest.fixture
def stubs() -> dict[str, Stub]:
    return {"add": Stub(reads), "collate": Stub(lambda _: {"articles": 2})}


@pytest.fixture
def board(stubs: dict[str, Stub]) -> Iterator[JobBoard]:
    board = JobBoard(stubs, EventBus())  # type: ignore[arg-type]
    yield board
    board.close()


def over(board: JobBoard, job: Job) -> Job:
    found = board.wait(job.id, 5)
    assert found is not None
    return found


def test_a_job_tells_how_far_it_is_and_what_came_of_it(board: JobBoard, stubs: dict[str, Stub]) -> None:
    job = board.submit(ADD)
    assert not job.over
    stubs["add"].free.set()
    done = over(board, job)
    assert (done.state, dict(done.progress), done.outcome) == ("done", {"kept": 1, "read": 1}, {"new": 1})
    assert board.jobs() == [done]


def test_collating_does_not_wait_for_adding(board: JobBoard, stubs: dict[str, Stub]) -> None:
    board.submit(ADD)
    stubs["collate"].free.set()
    assert over(board, board.submit(Collate(story="s1"))).state == "done"


def test_a_story_that_waits_is_asked_for_once(board: JobBoard) -> None:
    board.submit(Collate(story="first"))
    assert board.submit(Collate(story="s1")) is board.submit(Collate(story="s1"))


@pytest.mark.parametrize(("act", "said"), [(fails, "the disk is full"), (breaks, "a bug of rashomon")])
def test_a_job_that_fails_says_why_and_the_next_is_done(
    board: JobBoard, stubs: dict[str, Stub], act: Callable[[Tell], Outcome], said: str
) -> None:
    stubs["add"].act = act
    stubs["add"].free.set()
    failed = over(board, board.submit(ADD))
    assert failed.state == "failed"
    assert said in (failed.error or "")
    stubs["add"].act = reads
    assert over(board, board.submit(ADD)).state == "done"


def test_an_unknown_job_is_not_waited_for(board: JobBoard) -> None:
    assert board.wait("job0", 5) is None
