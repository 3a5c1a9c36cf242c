"""Work that takes longer than a request: reading reports, laying a story side by side."""

from rashomon.app.web.jobs.board import Job, JobBoard, Lane
from rashomon.app.web.jobs.tasks import AddArticles, AddInputs, AddUploads, Collate, Task

__all__ = ["AddArticles", "AddInputs", "AddUploads", "Collate", "Job", "JobBoard", "Lane", "Task"]
