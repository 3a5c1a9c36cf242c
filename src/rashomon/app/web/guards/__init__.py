"""What every request passes before it is answered. Each guard is one small ASGI middleware in a file of its own."""
