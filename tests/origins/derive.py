"""A family of texts whose tree is known: invented reports, and copies derived from them by a script of edits."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from rashomon.records import Article

STORIES = (
    (
        "Glass house for the night moths of Velm",
        "VELM botanists opened a greenhouse on Friday that is lit by nothing but the moon, so that night moths can be watched at work among flowers which open only after dark.",
        "Professor Halina Dorsey, who spent eleven years persuading the town to pay for it, said the first visitors had whispered as if they were in a church and stayed until the gates were locked.",
        "The roof is made of 4,200 panes, no two of the same size, because the glazier bought them from eleven ruined orangeries along the river and refused to cut a single one.",
        "Dorsey expects the hawk moths to arrive in the second week of June, when the wind turns to the south and carries them over the hills in numbers that darken the street lamps.",
        "Neighbours had feared for their sleep, and a petition with ninety names was handed in, but only three of those who signed it came to the hearing and two of them changed their minds.",
    ),
    (
        "Ferrymen of Ost refuse to carry the bell",
        "The ferrymen of Ost will not take the cathedral's new bell across the water this autumn, their guild decided, because the last one sank with its barge within sight of the quay.",
        "Guild master Teodor Pryce told the chapter in a letter that no wage could buy off a warning like that, and proposed to wait for ice thick enough to bear a sledge.",
        "The bell weighs nine tonnes and was cast in a pit behind the brewery over two nights in August, while half the town stood on the walls with buckets in case the sheds caught fire.",
        "Dean Lucia Ambrose answered that the treasury had paid for a crossing before Advent and would look for other boats, if need be from the far shore, where nobody believes in omens.",
        "Pryce is a descendant of the man who steered the lost barge, and keeps its tiller over his door, painted afresh every spring in the guild's green and white.",
    ),
    (
        "Cheese thieves leave a trail of rind",
        "Forty wheels of mountain cheese were taken from a cellar above Grauen in a single night, and police followed a trail of rind for six kilometres before it ended at a railway halt.",
        "Inspector Pia Lorne said the thieves must have known the cellar, for they passed over the young wheels near the door and took only those that had been turned by hand for three years.",
        "The dairy's owner put the loss at more than the building is worth, and has hired two shepherds with dogs to sleep on the straw until a new lock arrives from the smith.",
        "A station clerk remembered four men with skis and heavy rucksacks who bought tickets to the coast and asked whether the carriages were heated, which in hindsight he found odd.",
        "Lorne has asked cheesemongers in eleven towns to look at the stamp on every wheel they are offered, a goat above a crescent, which cannot be shaved off without spoiling the crust.",
    ),
    (
        "The library that lends its ladders",
        "A village library with more shelves than readers has begun to lend its ladders, and every one of the thirty was gone by noon on the first day, most of them to apple growers.",
        "Librarian Egon Mistral noticed years ago that people came in to look at the ladders rather than the books, and measured them for a catalogue with a card for every rung.",
        "Borrowers leave a book of their own as a pledge, which has brought in a cookery manual of 1790, two novels nobody had heard of and a railway timetable with notes in the margin.",
        "The council's auditor, Wanda Foyle, wanted to know who would answer for a broken leg, and was shown a page of rules that forbids the use of a ladder after supper.",
        "Mistral says the scheme will go on until the last apple is in, after which the ladders return to their wall and the pledges may be fetched or left for the winter.",
    ),
    (
        "A clock that runs on applause",
        "The theatre clock in Serrano Bay, which had stood still since the war, now runs on applause: a bellows under the balcony turns the noise of the audience into a breath that winds it.",
        "Its maker, the organ builder Juno Albrecht, calculated that a good comedy keeps it going for two days and a tragedy for four, since people clap longer when they have been crying.",
        "On Sunday the clock fell eleven minutes behind after a matinee for schools, and the caretaker was seen clapping alone in the dark with his coat already buttoned.",
        "Critics complain that actors now play for the minute hand, and one of them claims to have counted nine bows after a farce that deserved none at all.",
        "Albrecht is not troubled and has promised the town of Port Lisle a fountain that will rise with the laughter of those who sit around it.",
    ),
    (
        "Salt road reopened after forty years",
        "Mules walked the salt road over the Kessel again on Monday, forty years after a rockslide closed it, with sacks that weighed as much as the drivers and bells cast for the day.",
        "The path was cleared by students under the surveyor Matthias Orlov, who slept in tents for two summers and lost only a kettle and a violin, both blown into the gorge.",
        "Engineers had twice called the slope hopeless, but a shepherd showed them a ledge that his sheep had used all along, wide enough for a mule that keeps its mind on the matter.",
        "Orlov wants the salt to be sold at the pass in paper bags with a map on them, and has already been asked by three restaurants to name the day of the next train of mules.",
        "The drivers were paid in coins struck for the occasion, which they may change at the town hall or keep; by evening all but two had been drunk away or given to children.",
    ),
)  # fmt: skip

FILLER = (
    "Trains on the branch line ran late for most of the week, and the company promised to look into the matter before the holidays.",
    "In other matters the council put off a vote on the market stalls, which have been a bone of contention since the spring.",
    "It was the warmest such day since records began in the valley, and the ice cream van sold out before the band had tuned.",
    "Readers who know more are asked to write to the editor, who will answer every letter that is signed and some that are not.",
    "The mayor's office had nothing to add when it was rung up in the afternoon, and in the evening the telephone was not answered.",
    "A museum of pencils in the next town has a room about the affair, with the original shavings in a jar and a guide on weekends.",
)

SUBSTITUTES = {
    "began": "started", "refused": "declined", "wanted": "wished", "noticed": "saw", "town": "community", "owner": "proprietor",
    "showed": "pointed out to", "remembered": "recalled", "decided": "resolved", "opened": "inaugurated", "promised": "pledged",
    "asked": "requested", "evening": "nightfall", "complain": "grumble", "answered": "replied", "already": "by now",
}  # fmt: skip
SPELLINGS = {
    "Neighbours": "Neighbors",
    "tonnes": "tons",
    "kilometres": "kilometers",
    "theatre": "theater",
    "colour": "color",
}
HEADLINES = ("What we know so far", "A strange business", "Letter from the provinces", "Seen and heard", "Elsewhere")
TOWNS = (
    "Velm",
    "Ost",
    "Grauen",
    "Serrano Bay",
    "Kessel",
    "Port Lisle",
    "Hallam Weir",
    "Dunmere",
    "Brack",
    "Ilvany",
    "Torre Alta",
    "Nim",
)
OUTLETS = tuple(f"The {town} {title}" for title in ("Lantern", "Clarion", "Argus", "Examiner") for town in TOWNS)


@dataclass
class Family:
    """Articles, the parents of each derived one, and the pairs (copy, parent) whose direction the texts give away, with the reason."""

    articles: list[Article] = field(default_factory=list)
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    telling: dict[tuple[str, str], str] = field(default_factory=dict)

    def ancestors(self, article: str) -> set[str]:
        """All that an article descends from."""
        found: set[str] = set()
        for parent in self.parents.get(article, ()):
            found |= {parent} | self.ancestors(parent)
        return found


def derive(seed: int) -> Family:
    """A family of thirty-odd texts: six originals and several generations of copies."""
    dice = random.Random(seed)
    family = Family()
    known: list[tuple[str, list[str], str | None]] = []
    for i, (headline, *paragraphs) in enumerate(STORIES):
        day = dice.choice([None, f"2031-03-{3 + i:02}", f"2031-03-{3 + i:02}T06:{dice.randrange(60):02}:00Z"])
        known.append((f"o{seed}-{i}", list(paragraphs), day))
        family.articles.append(_article(f"o{seed}-{i}", headline, paragraphs, day, OUTLETS[i]))
    for n in range(30):
        _add_copy(f"c{seed}-{n}", dice, family, known)
    dice.shuffle(family.articles)
    return family


def _add_copy(name: str, dice: random.Random, family: Family, known: list[tuple[str, list[str], str | None]]) -> None:
    parent, paragraphs, _ = dice.choice(known)
    parents = [parent]
    copy = _edited(paragraphs, dice)
    if dice.random() < 0.2:
        other, more, _ = dice.choice(known)
        if not ({other} | family.ancestors(other)) & ({parent} | family.ancestors(parent)):
            parents.append(other)
            copy += _edited(more, dice)[:2]
    later = dice.choice([None, "date", "moment"])
    when = (
        None
        if later is None
        else f"2031-04-{1 + len(known) // 2:02}" + ("" if later == "date" else f"T{len(known) % 24:02}:00:00Z")
    )
    outlet = OUTLETS[len(known)]
    source = next(a for a in family.articles if a.id == parent)
    if dice.random() < 0.3 and source.outlet != outlet:
        copy.append(f"Source: {source.outlet}")
        family.telling[name, parent] = "credit"
    for p in parents:
        before = next(d for k, _, d in known if k == p)
        if when and before:
            family.telling.setdefault((name, p), "time")
    known.append((name, copy, when))
    family.parents[name] = tuple(parents)
    family.articles.append(_article(name, dice.choice(HEADLINES), copy, when, outlet))


def _edited(paragraphs: list[str], dice: random.Random) -> list[str]:
    """One to three edits that leave most of a text as it was."""
    copy = [p for p in paragraphs if not p.startswith("Source:")]
    for edit in dice.sample([_cut, _reordered, _paraphrased, _respelt, _filled, _requoted], dice.choice([1, 2, 3])):
        copy = edit(copy, dice)
    return copy


def _cut(p: list[str], dice: random.Random) -> list[str]:
    if len(p) < 4:
        return p
    gone = set(dice.sample(range(1, len(p)), dice.choice([1, 2])))
    return [x for i, x in enumerate(p) if i not in gone]


def _reordered(p: list[str], dice: random.Random) -> list[str]:
    rest = p[1:]
    dice.shuffle(rest)
    return [*p[:1], *rest]


def _paraphrased(p: list[str], dice: random.Random) -> list[str]:
    return [" ".join(SUBSTITUTES.get(w, w) if dice.random() < 0.7 else w for w in x.split(" ")) for x in p]


def _respelt(p: list[str], dice: random.Random) -> list[str]:  # noqa: ARG001  one signature for all edits
    return [" ".join(SPELLINGS.get(w, w) for w in x.split(" ")) for x in p]


def _filled(p: list[str], dice: random.Random) -> list[str]:
    at = dice.randrange(1, len(p) + 1)
    return [*p[:at], dice.choice(FILLER), *p[at:]]


def _requoted(p: list[str], dice: random.Random) -> list[str]:  # noqa: ARG001
    return [x.replace(" said ", " said: “").replace("'", "’") + ("”" if " said " in x else "") for x in p]


def _article(name: str, headline: str, paragraphs: list[str], day: str | None, outlet: str) -> Article:
    return Article(id=name, text="\n".join([headline, *paragraphs]), outlet=outlet, published=day)
