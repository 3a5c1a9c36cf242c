"""The pages that people read: HTML made on the server, small hand-written scripts, nothing from any other host."""

from __future__ import annotations

from pathlib import Path

from rashomon.app.web.pages.routes import router

STATIC = Path(__file__).parent / "static"
"""Served below /static."""

__all__ = ["STATIC", "router"]
