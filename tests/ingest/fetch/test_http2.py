"""A server that speaks HTTP/2 over TLS."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from rashomon.ingest.fetch import Fetcher, Policy, RefusedError

POLICY = Policy(allow_private=True, robots=False, pause=0, whole_within=5)


def answer(raw: socket.socket, context: ssl.SSLContext) -> None:
    try:
        with context.wrap_socket(raw, server_side=True) as connection:
            speak(connection)
    except OSError:
        pass


def speak(connection: ssl.SSLSocket) -> None:
    http = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    http.initiate_connection()
    connection.sendall(http.data_to_send())
    while data := connection.recv(65_536):
        for event in http.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                http.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/plain")])
                http.send_data(event.stream_id, b"over two", end_stream=True)
        connection.sendall(http.data_to_send())


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def port(authority: trustme.CA) -> Iterator[int]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.set_alpn_protocols(["h2"])
    authority.issue_cert("kilner.example").configure_cert(context)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                threading.Thread(target=answer, args=(listener.accept()[0], context), daemon=True).start()
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def test_http2_is_spoken_and_the_certificate_is_the_names_own(authority: trustme.CA, port: int) -> None:
    """The connection goes to the checked machine, the certificate is held against the name."""
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with Fetcher(POLICY, resolve=lambda *_: ["127.0.0.1"], certificates=trusted) as fetcher:
        assert fetcher.fetch(f"https://kilner.example:{port}/").data == b"over two"
        with pytest.raises(RefusedError, match="certificate"):
            fetcher.fetch(f"https://other.example:{port}/")
    with (
        Fetcher(POLICY, resolve=lambda *_: ["127.0.0.1"]) as fetcher,
        pytest.raises(RefusedError, match="certificate"),
    ):
        fetcher.fetch(f"https://kilner.example:{port}/")
