"""The jobs of a server: asked for, waiting, worked on, done. They live as long as the server; what they made is in the corpus."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from rashomon.app.web.events import EventBus
from rashomon.app.web.jobs.tasks import Collate, Outcome, Task
from rashomon.app.web.jobs.workers import Worker
from rashomon.errors import RashomonError

State = Literal["waiting", "running", "done", "failed"]
Lane = Literal["add", "collate"]
_REMEMBERED = 1000
_WAITING = 1000
"""Jobs that may wait; more are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work. `progress` counts articles kept and read; `outcome` is there when it is done, `error` when it failed."""

    id: str
    kind: Lane
    state: State
    made: str
    story: str | None = None
    progress: Mapping[str, int] = field(default_factory=dict)
    outcome: Outcome | None = None
    error: str | None = None

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


class JobBoard:
    """Takes jobs and has them done, those that add and those that collate each in their order and beside one another."""

    def __init__(
        self,
        workers: Mapping[Lane, Worker],
        events: EventBus,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._workers = workers
        self._events = events
        self._now = now
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._tasks: dict[str, Task] = {}
        self._changed = threading.Condition()
        self._queues: dict[Lane, queue.SimpleQueue[tuple[str, Task] | None]] = {
            lane: queue.SimpleQueue() for lane in workers
        }
        self._threads = [threading.Thread(target=self._run, args=(lane,), daemon=True) for lane in workers]
        for thread in self._threads:
            thread.start()

    def submit(self, task: Task) -> Job:
        """Ask for a task. A story that waits to be collated is not asked for twice. Raises `RashomonError` when too much waits."""
        lane: Lane = "collate" if isinstance(task, Collate) else "add"
        story = task.story if isinstance(task, Collate) else None
        with self._changed:
            waiting = [j for j in self._jobs.values() if not j.over]
            asked = (j for j in waiting if j.state == "waiting" and self._tasks.get(j.id) == task)
            again = next(asked, None) if isinstance(task, Collate) else None
            if again is not None:
                return again
            if len(waiting) >= _WAITING:
                raise RashomonError("too many jobs are waiting: try again later")
            stamp = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            job = Job(id=f"job{secrets.token_hex(8)}", kind=lane, state="waiting", made=stamp, story=story)
            self._jobs[job.id] = job
            self._tasks[job.id] = task
            self._forget()
        self._queues[lane].put((job.id, task))
        self._events.tell("job", event_of(job))
        return job

    def get(self, job: str) -> Job | None:
        """A job as it stands; None for one that is unknown or long over."""
        return self._jobs.get(job)

    def jobs(self) -> list[Job]:
        """All jobs, the latest first."""
        with self._changed:
            return list(reversed(self._jobs.values()))

    def wait(self, job: str, seconds: float) -> Job | None:
        """The job when it is over, or as it stands after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: (found := self._jobs.get(job)) is None or found.over, seconds)
            return self._jobs.get(job)

    def close(self) -> None:
        """Work on nothing more."""
        for waiting in self._queues.values():
            waiting.put(None)
        for worker in self._workers.values():
            worker.close()

    def _run(self, lane: Lane) -> None:
        while (asked := self._queues[lane].get()) is not None:
            job, task = asked
            self._set(job, state="running")
            del self._tasks[job]
            try:
                outcome = self._workers[lane].do(task, lambda what, n, job=job: self._progress(job, what, n))  # type: ignore[misc]
                self._set(job, state="done", outcome=outcome)
            except RashomonError as e:
                self._set(job, state="failed", error=str(e))
            except Exception:
                logging.getLogger(__name__).exception("job %s", job)
                self._set(job, state="failed", error="a bug of rashomon; its log has the details")

    def _progress(self, job: str, what: str, done: int) -> None:
        self._set(job, progress={**self._jobs[job].progress, what: done})

    def _set(self, job: str, **changes: object) -> None:
        with self._changed:
            changed = replace(self._jobs[job], **changes)  # type: ignore[arg-type]
            self._jobs[job] = changed
            self._changed.notify_all()
        self._events.tell("job", event_of(changed))

    def _forget(self) -> None:
        over = [j.id for j in self._jobs.values() if j.over]
        for job in over[: max(0, len(self._jobs) - _REMEMBERED)]:
            del self._jobs[job]


def event_of(job: Job) -> dict[str, object]:
    """What listeners are told of a job."""
    found: dict[str, object] = {"id": job.id, "kind": job.kind, "state": job.state, "progress": dict(job.progress)}
    if job.story is not None:
        found["story"] = job.story
    if job.outcome is not None:
        found["outcome"] = job.outcome
    if job.error is not None:
        found["error"] = job.error
    return found
