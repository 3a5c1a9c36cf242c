"""Documents written to their formats' specifications, byte by byte."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Sequence

Line = tuple[int, int, int, str]
"""From the left, from below, size of type (points), text."""


def pdf(pages: Sequence[Sequence[Line]], title: str = "") -> bytes:
    """A PDF 1.4 with one font."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        shown = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def printed(headline: str, paragraphs: Sequence[str], width: int = 70) -> list[Line]:
    """A headline and paragraphs, wrapped as a browser prints them."""
    lines, y = [(50, 720, 24, headline)], 690
    for paragraph in paragraphs:
        for text in textwrap.wrap(paragraph, width):
            lines.append((50, y, 12, text))
            y -= 14
        y -= 12
    return lines


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def epub(chapters: dict[str, str], **told: str) -> bytes:
    """An EPUB 3 of XHTML chapters by their names; `told` are Dublin Core elements."""
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{n}"/>' for n in chapters)
    core = "".join(f"<dc:{k}>{v}</dc:{k}>" for k, v in told.items())
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">kiln</dc:identifier>{core}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", container)
        book.writestr("OPS/book.opf", package)
        for name, chapter in chapters.items():
            book.writestr(f"OPS/{name}.xhtml", chapter)
    return made.getvalue()


def mhtml(page: str, url: str) -> bytes:
    """A page as Chromium saves it in a single file."""
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: Kiln\r\nDate: Wed, 7 May 2031 10:00:00 +0200\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n------b\r\n'
        f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {url}\r\n\r\n{page}\r\n"
        "------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: x.png\r\n\r\niVBORw0KGgo=\r\n"
        "------b--\r\n"
    ).encode()
