"""The pages that people read: HTML made on the server, small hand-written scripts, nothing from any other host."""

from rashomon.app.web.pages.routes import router

__all__ = ["router"]
