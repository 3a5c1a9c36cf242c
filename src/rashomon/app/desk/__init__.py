"""A corpus at work. Command line, web and assistants ask `Desk`."""

from rashomon.app.desk.desk import Desk, Explanation
from rashomon.app.desk.intake import Progress, Report

__all__ = ["Desk", "Explanation", "Progress", "Report"]
