"""What a person or program meets: command line, web desk, REST, MCP."""
