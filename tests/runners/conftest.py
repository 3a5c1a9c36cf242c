"""Clusters of these tests are open to each other: Ray would ask programs of one user for a token that only one of them knows."""

from __future__ import annotations

import os

os.environ["RAY_AUTH_MODE"] = "disabled"  # before Ray is loaded, for its workers, too
