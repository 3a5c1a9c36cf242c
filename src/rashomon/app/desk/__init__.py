"""A corpus at work. Command line, web and assistants ask `Desk`."""

from rashomon.app.desk.desk import Desk, Progress, Report

__all__ = ["Desk", "Progress", "Report"]
