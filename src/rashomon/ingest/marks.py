"""How to know a byline, a date line, a dateline, a credit, a picture's credit, a desk's query, a page's furniture: line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.annotate import (
    ENGLISH,
    STAMP_FILLERS,
    byline_words,
    find_stamps,
    has_clock,
    language_read,
    without_stamps,
)
from rashomon.ingest.lines import Line
from rashomon.ingest.phrases import furniture, outlets, words_of

_TOKEN = re.compile(r"\S+")
_LINKS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "del",
        "der",
        "di",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "van",
        "von",
        "with",
        "y",
    ]
)
_BY = re.compile(r"(?:(?:text|story|words|report|analysis|opinion|comment)\s+)?(?:by|from)\b[:\s]*", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_RULE = re.compile(r"[\W_]+\Z")
_DATELINE = re.compile(r"(?P<head>[^–—:_\n]{2,90}?)\s{0,3}(?P<mark>--+|[–—_]|:(?=\s)|\s-(?=\s))\s{0,3}")
_QUERY = re.compile(r"[a-z,;] (TKTK|TKs?|CQ|\(CQ\)|(?:WHEN|WHERE|WHY|HOW|WHICH)\??)(?=[ ,;.)]|\Z)")
_AFTER_QUERY = frozenset(
    [
        "about",
        "after",
        "against",
        "among",
        "at",
        "before",
        "between",
        "by",
        "during",
        "for",
        "from",
        "in",
        "into",
        "near",
        "of",
        "on",
        "over",
        "since",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "with",
        "within",
        "without",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
    ]
)
_LOWER = re.compile(r"[a-z]+")
_PAREN = re.compile(r"\([^()]*\)")
_LABELLED = re.compile(r"\b(?:First |Last )?(?:Posted|Published|Updated)\b", re.IGNORECASE)
_TITLE_TAIL = re.compile(r"\s(?P<mark>[|«–—-])\s(?P<site>[^|«]{2,50})\Z")
_CREDIT_TAIL = re.compile(
    r"(?<=[.!?”\"’'])\s{1,3}(?:\((?P<paren>[^()]{2,40})\)|(?:--?|–|—)\s?(?P<dash>[^.!?—–]{2,40}))\Z"
)
_PICTURE_PAREN = re.compile(r"\s?\((?P<credit>[^()]{3,120})\)\.?\Z")
_PICTURE_MARK = re.compile(r"(?P<before>\S)\s{0,3}(?P<mark>[|/©•])\s{0,3}")
_NO_CREDIT = re.compile(r"[.!?|()]")
_NO_PLACE = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "how",
        "in",
        "is",
        "not",
        "or",
        "to",
        "what",
        "when",
        "who",
        "why",
        "with",
    ]
)
_DASHES = ("-", "–", "—")
_LONGEST_END = 12
"""Words of a line that says that the article ends; the rest of the page is not looked at as closely."""
_FILE = re.compile(r"FILE\s?[-–—]")
_CODE = re.compile(r"[{}=;<>|\[\]]")


def is_furniture(line: Line) -> bool:
    """Navigation, buttons, rules and bare links that a page left in the text."""
    words = words_of(line.text)
    if not words:
        return _RULE.match(line.text) is not None
    if _is_bare_link(line.text) or ("{" in line.text and len(_CODE.findall(line.text)) >= 6):
        return True
    f = furniture()
    if f.phrases.make_up(words):
        return True
    return len(words) <= 16 and f.beginnings.begin(words) and not line.text.startswith(("“", '"', "‘"))


def _is_bare_link(text: str) -> bool:
    return _URL.search(text) is not None and _URL.sub("", text).strip(" \t:.-–—") == ""


def ends_the_article(line: Line) -> bool:
    """Whether what follows belongs to the page and not to the article ("Related stories")."""
    return len(line.words) <= _LONGEST_END and line.text.strip(" :….") in furniture().ends


def is_credit(line: Line) -> bool:
    """ "Contributing: …", "Reporting by …", "… contributed to this report", "© 2020 …"."""
    words = words_of(line.text)
    if not words or len(words) > 60:
        return False
    f = furniture()
    if line.text.startswith(("©", "(c)", "(C)")) or (words[0] == "copyright" and len(words) <= 40):
        return True
    inner = line.text.strip("()[] *_—–-")
    short = len(words) <= 30 and (":" in inner[:40] or " by " in inner.lower() or words[0] in ("with", "from", "wire"))
    return (short and f.credit_beginnings.begin(words)) or f.credit_holds.within(words)


def is_name_of_agency(line: Line) -> bool:
    """A line that is an agency's or agencies' name: "Reuters", "— AP"."""
    return len(line.words) <= 5 and outlets().agencies.make_up(words_of(line.text))


def is_stamp(line: Line) -> bool:
    """A line that says when the article appeared or was updated, and nothing else."""
    if len(line.text) > 160 or line.text.startswith(_DASHES):
        return False
    stamps = find_stamps(line.text)
    return bool(stamps) and not without_stamps(line.text, stamps)


def is_clock(line: Line) -> bool:
    """A line that is a clock time and nothing else."""
    return len(line.text) <= 40 and has_clock(line.text) and not without_stamps(line.text, ())


def _by(text: str) -> re.Match[str] | None:
    """The words that a byline begins with, of English or of the language that is read."""
    return _BY.match(text) or byline_words(text)


def _unsigned(text: str) -> str:
    """A piece of a byline without the words that it begins with."""
    by = _by(text)
    return text[by.end() :] if by else text


def is_byline(line: Line) -> bool:
    """ "By Jane Doe, The Courier, July 4, 2025"; "Jane Doe, staff writer"; "Jane Doe July 4, 2025"."""
    if len(line.text) > 200 or len(line.words) > 24 or (line.ends_sentence and not _short_end(line)):
        return False
    if line.text.startswith(_DASHES) or line.text.endswith(":") or _is_picture_credit(line):
        return False
    stamps = find_stamps(line.text)
    pieces = without_stamps(line.text, stamps) if stamps else [line.text]
    by = _by(line.text)
    if by:
        if by.end() == len(line.text):
            return line.text[:2].lower() == "by"
        rest = [p for p in pieces if _unsigned(p.strip())]
        return bool(rest) and all(names_only(_unsigned(p)) for p in rest) and _names_somebody(rest)
    if stamps and any(s.days for s in stamps):
        return len(pieces) <= 2 and sum(len(words_of(p)) for p in pieces) <= 9 and all(names_only(p) for p in pieces)
    return len(line.words) <= 14 and names_only(line.text) and has_role(line.text)


def is_outlet_line(line: Line) -> bool:
    """A short line that is the name of an outlet or agency."""
    if (
        not 2 <= len(line.words) <= 6
        or line.ends_sentence
        or _is_picture_credit(line)
        or furniture().labels.make_up(words_of(line.text))
    ):
        return False
    return names_only(line.text) and (names_outlet(line.text) or is_agency(line.text))


def names_only(text: str) -> bool:
    """Whether a piece of a byline holds names (and what joins them) and no running text."""
    tokens = [t.strip("|,;:•·()-–—/") for t in _TOKEN.findall(text)]
    tokens = [t for t in tokens if t and "@" not in t]
    plain = [t for t in tokens if t[0].islower() and t.lower() not in _LINKS and t not in outlets().roles]
    # One lower-case word may be an outlet's own spelling ("bne IntelliNews").
    return bool(tokens) and len(plain) <= (len(tokens) >= 2) and any(t[0].isupper() for t in tokens)


def names_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its words ("The Allard Courier", "bne IntelliNews", "example.com")."""
    words = words_of(name)
    if not words or len(words) > 6:
        return False
    known = outlets()
    if (
        known.signing.make_up(words)
        or known.words.at(words, len(words) - 1)
        or known.words.at(words, max(len(words) - 2, 0)) == 2
    ):
        return True
    if re.fullmatch(r"[\w-]+\.(?:com|org|net|info|co\.\w\w|[a-z]{2})", name.strip()):
        return True
    # A word with a capital inside is joined of two: IntelliNews, MarketWatch.
    joined = [part.lower() for t in _TOKEN.findall(name) for part in re.findall(r"(?<=[a-z])[A-Z][a-z]+\b", t)]
    return any(part in known.words for part in joined)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return outlets().agencies.make_up(words_of(name))


def has_role(text: str) -> bool:
    """Whether a line of names says what the person does, or for whom."""
    words = words_of(text)
    known = outlets()
    return known.roles.within(words) or known.agencies.within(words)


def dateline_end(text: str) -> int | None:
    """Where the dateline that `text` begins with ends: after "WASHINGTON –", "OSLO, May 4 (Reuters) -", "(CNN) --"; or None."""
    m = _DATELINE.match(text[:120])
    if not m or all(w in STAMP_FILLERS for w in words_of(m["head"])):
        return None
    after = text[m.end() : m.end() + 1]
    if after and not (after.isupper() or after.isdigit() or after in "\"“‘'"):
        return None
    return m.start("mark") + len(m["mark"]) if _is_place(m["head"], m["mark"].strip()) else None


def _is_place(head: str, mark: str) -> bool:
    signed = _PAREN.findall(head)
    place = _PAREN.sub(" ", head).strip(" ,")
    stamps = find_stamps(place)
    for s in reversed(stamps):
        place = (place[: s.start] + place[s.end :]).strip(" ,")
    if not place:
        return mark != ":" and (bool(stamps) or any(_signs(s) for s in signed))
    first, *others = (p.strip() for p in place.split(","))
    words = words_of(first)
    if (
        not words
        or len(words) > 5
        or len(others) > 2
        or _NO_PLACE & set(words)
        or furniture().labels.make_up(words)
        or any(c.isdigit() for c in place)
    ):
        return False
    if not all(o and len(o.split()) <= 4 and o[0].isupper() for o in others):
        return False
    if first.upper() == first and sum(c.isalpha() for c in first) >= (4 if mark == ":" else 3):
        return True
    return mark != ":" and names_only(first) and first[0].isupper() and any(_signs(s) for s in signed)


def _signs(paren: str) -> bool:
    """Whether "(Reuters)", "(AP/CBS)", "(KTVI)" signs a dateline: an agency, an outlet or capitals."""
    name = paren.strip("() ")
    words = words_of(name)
    return bool(words) and (
        outlets().agencies.make_up(words)
        or names_outlet(name)
        or (len(words) <= 2 and name.upper() == name and name[0].isalpha())
        or len(words) == 1
    )


def signature(dateline: str) -> str | None:
    """Who signs a dateline: "Reuters" in "OSLO, May 4 (Reuters) -"."""
    for paren in _PAREN.findall(dateline):
        name = str(paren).strip("() ")
        if _signs(paren) and not find_stamps(name):
            return name
    return None


def picture_credit(line: Line) -> int | None:
    """Where in the line a picture's credit begins (0: the whole line is one); None where there is none."""
    if _is_picture_credit(line):
        return 0
    offset = max(len(line.text) - 140, 0)
    m = _PICTURE_PAREN.search(line.text[offset:])
    if m and (_names_pictures(m["credit"]) or ("/" in m["credit"] and names_only(m["credit"]))):
        return offset + m.start()
    return _picture_tail(line.text)


def _picture_tail(text: str) -> int | None:
    """Where "/ Jane Doe" or "| Jane Doe/AP Photo" begins at the end of a caption."""
    offset = max(len(text) - 80, 0)
    for m in _PICTURE_MARK.finditer(text, offset):
        credit = text[m.end() :]
        certain = m["before"] in '.!?”"' or _names_pictures(credit) or is_agency(credit)
        if certain and not _NO_CREDIT.search(credit) and names_only(credit) and len(words_of(credit)) <= 8:
            return m.start("mark")
    return None


def _is_picture_credit(line: Line) -> bool:
    """ "Photo: Jane Doe, AP", "Jane Doe/AFP", "Jane Doe | Getty Images"."""
    if len(line.words) > 14 or line.ends_sentence:
        return False
    head, colon, rest = line.text.partition(":")
    if colon and (head in furniture().picture_beginnings or head in furniture().captions) and names_only(rest):
        return True
    owner = re.split(r"[/|]", line.text)[-1]
    return owner != line.text and names_only(line.text) and (is_agency(owner) or _names_pictures(owner))


def _names_pictures(text: str) -> bool:
    return furniture().picture_words.within(words_of(text))


def is_labelled_caption(line: Line) -> bool:
    """ "Photo: A man waits", "Image caption A man waits"."""
    head, _, rest = line.text.partition(":")
    f = furniture()
    if rest.strip() and (head in f.picture_beginnings or head in f.captions):
        return not names_only(rest)
    if _FILE.match(line.text):
        return True
    return f.captions.at(line.words, 0) >= 2 and len(line.words) > 5


def stamp_tail(text: str) -> int | None:
    """Where "Posted on May 4, 2031, 9:10 AM" begins at the end of a line that says something else before."""
    m = _LABELLED.search(text, max(len(text) - 120, 1))
    if not m:
        return None
    stamps = find_stamps(text[m.start() :])
    return m.start() if stamps and not without_stamps(text[m.start() :], stamps) else None


def title_tail(text: str) -> int | None:
    """Where the site's name begins that a page's title ends with ("… | The Courier")."""
    m = _TITLE_TAIL.search(text)
    if not m or not names_only(m["site"]):
        return None
    certain = m["mark"] in "|«" or names_outlet(m["site"])
    return m.start("mark") if certain and len(words_of(m["site"])) <= 5 else None


def credit_tail(text: str) -> int | None:
    """Where the agency's signature after the last sentence begins: "… he said. (AP)", "… he said. — Reuters"."""
    window = text[-60:]
    m = _CREDIT_TAIL.search(window)
    if not m:
        return None
    name = m["paren"] or m["dash"]
    words = words_of(name)
    if not (outlets().agencies.make_up(words) or furniture().credit_beginnings.begin(words)):
        return None
    return len(text) - len(window) + m.start() + len(m.group()) - len(m.group().lstrip())


def desk_queries(text: str) -> Iterator[tuple[int, int]]:
    """Notes of a desk left in mid sentence: TK, CQ, and a question word in capitals that asks nothing ("a meeting WHEN with …").

    In other languages these letters mean other things.
    """
    if language_read() != ENGLISH:
        return
    for m in _QUERY.finditer(text):
        word = m[1].strip("()?")
        following = _LOWER.match(text, m.end() + 1)
        if (
            word in ("TK", "TKTK", "TKs", "CQ")
            or (m[1].endswith("?") and following)
            or (following and following.group() in _AFTER_QUERY)
            or text[m.end() : m.end() + 1] in (",", ".", ";")
        ):
            yield m.start(1), m.end()


def _short_end(line: Line) -> bool:
    """A final full stop that belongs to an abbreviation or a time ("6 p.m.", "Jr.")."""
    return re.search(r"\b(?:[ap]\.m|jr|sr|inc|ltd|co|[A-Z])\.\Z", line.text, re.IGNORECASE) is not None


def _names_somebody(pieces: list[str]) -> bool:
    return any(words_of(_unsigned(p)) for p in pieces)
