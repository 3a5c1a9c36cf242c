"""Only machines of the public internet are asked, however their address is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest.fetch import Policy, RefusedError
from rashomon.ingest.fetch.addresses import check_address, check_machine

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255",
    "224.0.0.1", "240.0.0.1", "198.18.0.1", "192.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1",
    "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
    "2002:c0a8:101::1", "64:ff9b:1::1", "2001:0:7f00:1::", "not an address", "",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_machine_of_a_private_network_is_asked(address: str) -> None:
    with pytest.raises(RefusedError):
        check_machine(address, "kilner.example", Policy())


@pytest.mark.parametrize("address", PUBLIC)
def test_machines_of_the_internet_are_asked(address: str) -> None:
    check_machine(address, "kilner.example", Policy())


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://kilner.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("kilner.example/a", "only http and https"),
        ("http:///a", "names no host"),
        ("http://user:word@kilner.example/", "password"),
        ("http://kilner.example@127.0.0.1/", "password"),
        ("http://2130706433/", "number in disguise"),
        ("http://0x7f000001/", "number in disguise"),
        ("http://0177.0.0.1/", "number in disguise"),
        ("http://127.1/", "number in disguise"),
        ("http://127.0.0.1./", "number in disguise"),
        ("http://kilner.example:22/", "port 22"),
        ("http://kilner.example:99999/", "not an address"),
        ("http://kilner.example/a b", "white space"),
        ("http://kilner.example/a\r\nX: y", "white space"),
        ("http://[::1/", "not an address"),
        ("http://kilner.example/" + "a" * 5000, "too long"),
    ],
)
def test_an_address_that_is_not_asked_is_told_why(url: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        check_address(url, Policy())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_checked_without_a_bug(text: str) -> None:
    for url in (text, f"http://{text}", f"http://kilner.example/{text}"):
        try:
            check_address(url, Policy())
        except RefusedError:
            continue
