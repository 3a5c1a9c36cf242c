"""The desk over HTTP: pages for people (`pages`), a REST interface for programs (`rest`). Needs the extra `rashomon[web]`."""
