"""The desk as tools for an assistant (Model Context Protocol): few, read-only, every answer with spans. Needs the extra `rashomon[mcp]`."""
