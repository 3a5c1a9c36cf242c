"""Ways to run one task over many batches: same results in the same order, different speed."""

from rashomon.runners.processes import ProcessRunner
from rashomon.runners.runner import Failed, Runner
from rashomon.runners.serial import SerialRunner

__all__ = ["Failed", "ProcessRunner", "Runner", "SerialRunner"]
