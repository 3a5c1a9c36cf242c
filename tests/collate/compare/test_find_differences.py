"""What is reported between two short reports, and what is kept silent."""

from __future__ import annotations

import pytest

from rashomon import collate

pytestmark = pytest.mark.model


def differences(*texts):
    return [d for d in collate(list(texts)).differences if d.kind != "omission"]


def found(*texts):
    return {(d.kind, d.severity) for d in differences(*texts)}


DIFFERENT = {
    "counts": ("number", "hard", "The ferry Alma carried 240 passengers.", "The ferry Alma carried 310 passengers."),
    "distances": (
        "number",
        "hard",
        "The rock fell 300 metres onto the road near Vardo.",
        "The rock fell 90 metres onto the road near Vardo.",
    ),
    "lengths": (
        "duration",
        "hard",
        "The ferry Alma drifted for three hours off Vardo.",
        "The ferry Alma drifted for forty minutes off Vardo.",
    ),
    "days": (
        "date",
        "hard",
        "The ferry Alma sank off Vardo on 3 March 2021.",
        "The ferry Alma sank off Vardo on 5 March 2021.",
    ),
    "yes and no": (
        "polarity",
        "hard",
        "Captain Nils Berg wore a life jacket on the ferry.",
        "Captain Nils Berg did not wear a life jacket on the ferry.",
    ),
    "opposites": (
        "polarity",
        "hard",
        "Mayor Ines Sand accepted the harbour plan.",
        "Mayor Ines Sand rejected the harbour plan.",
    ),
    "willingness": (
        "stance",
        "hard",
        "Mayor Ines Sand is interested in a new bridge, her office said.",
        "Mayor Ines Sand is uninterested in building a bridge, Nils Berg said.",
    ),
    "a length before its noun": (
        "number",
        "medium",
        "The crew climbed onto the 14-metre-long trawler.",
        "The larger boat was described as a 24- to 30-foot trawler.",
    ),
    "more of a sort than of its kind": (
        "number",
        "medium",
        "The navy seized two boats off Vardo.",
        "The navy seized nets and three speedboats off Vardo.",
    ),
    "an attempt in other words": (
        "update",
        "soft",
        "Ines Sand was seen trying to snatch a lantern off the pilot's belt.",
        "After a minute Ines Sand grabbed the lantern.",
    ),
    "clocks against GMT": (
        "date",
        "soft",
        "The blast, heard at 1815 (1615 GMT), broke windows on the islands.",
        "A blast was recorded at 18:40 hours (1540 GMT) on Monday.",
    ),
    "what is not believed": (
        "polarity",
        "medium",
        "Officials in Vardo do not believe that Nils Berg sank the trawler.",
        "Nils Berg sank the trawler.",
    ),
    "a speaker in another paragraph": (
        "attribution",
        "soft",
        'Nils Berg met the press.\n\n"I was pushed," he said.\n\n"It\'s a shame that he gave the harbour away to strangers."',
        '"It\'s a shame that he gave the harbour away to strangers," Ines Sand said.',
    ),
    "a claim and its denial": (
        "stance",
        "medium",
        "Captain Karl Lund rejected the claim that Nils Berg stole the nets.",
        "Nils Berg stole the nets, Ines Sand said.",
    ),
    "two colours": (
        "stance",
        "hard",
        "The signal before the tunnel was green, Nils Berg said.",
        "The signal before the tunnel was red when the train stopped, Ines Sand said.",
    ),
    "a price": (
        "number",
        "medium",
        "Alma Lines agreed to buy the ferry Sula for 1.4 billion crowns.",
        "Alma Lines will buy the ferry Sula in a deal worth about 1.5 billion crowns.",
    ),
    "a state that one is not sure of": (
        "modality",
        "soft",
        "The gunman was deliberately seeking out these people, Nils Berg said.",
        "I'm not positive that all three of the people were targeted, Ines Sand said.",
    ),
    "a name held back": (
        "update",
        "soft",
        "A diver drowned off Vardo on Monday. The diver's name will not be released until the family has been told.",
        "Nils Berg, 41, drowned off Vardo on Monday.",
    ),
    "a search and an arrest": (
        "update",
        "soft",
        "Police were searching for the gunman who shot two sailors in Vardo.",
        "A man was arrested in Vardo on Tuesday after two sailors were shot.",
    ),
    "an attempt and its success": (
        "update",
        "soft",
        "Engineers were struggling to restore power to the villages near Vardo.",
        "Power was restored to the villages near Vardo on Friday.",
    ),
    "all and some": (
        "extent",
        "medium",
        "All sailings from Vardo were cancelled on Monday.",
        "Some sailings from Vardo were cancelled on Monday.",
    ),
    "two offences": (
        "identity",
        "medium",
        "Nils Berg pleaded guilty on Monday to bribery in the harbour court.",
        "Nils Berg pleaded guilty on Monday to one count of theft in the harbour court.",
    ),
    "two nations": (
        "identity",
        "medium",
        "The frigate Alma sank a Danish trawler off Vardo.",
        "The Alma sank a Polish smuggling vessel, the navy said.",
    ),
    "two places of a death": (
        "place",
        "medium",
        "A woman was shot in Vardo and died at the scene.",
        "The woman died on the way to the hospital, police in Vardo said.",
    ),
    "results of a vote": (
        "number",
        "hard",
        "The harbour board of Vardo approved the quay by seven votes to four.",
        "Vardo's harbour board voted 7-3 for the quay.",
    ),
    "hope and expectation": (
        "modality",
        "medium",
        "Mayor Ines Sand hopes to visit the harbour of Vardo on Friday.",
        "Mayor Ines Sand is expected to visit the harbour of Vardo on Friday.",
    ),
    "plan and deed": (
        "update",
        "soft",
        "Mayor Ines Sand will open the harbour bridge.",
        "Mayor Ines Sand opened the harbour bridge.",
    ),
    "wordings": (
        "quotation",
        "medium",
        '"We will rebuild the harbour bridge before the winter," Mayor Ines Sand said.',
        '"We hope to rebuild the harbour bridge before the spring," Mayor Ines Sand said.',
    ),
    "directions": (
        "place",
        "hard",
        "The ferry Alma lay 20 miles east of Vardo.",
        "The ferry Alma lay 20 miles west of Vardo.",
    ),
    "ways": (
        "polarity",
        "hard",
        "Captain Nils Berg was well equipped for the storm.",
        "Captain Nils Berg was poorly equipped for the storm.",
    ),
    "bounds": (
        "number",
        "medium",
        "More than 200 people were killed in the storm.",
        "More than 300 people were killed in the storm.",
    ),
    "weapons": (
        "identity",
        "medium",
        "The man walked into the harbour office with a rifle.",
        "The man brought a shotgun into the harbour office.",
    ),
    "reasons": (
        "reason",
        "soft",
        "The company closed the harbour bridge because of ice.",
        "The company closed the harbour bridge because of a strike by its workers.",
    ),
    "part and whole": (
        "extent",
        "soft",
        "Norway halted some deliveries of timber to the harbour.",
        "Norway halted deliveries of timber to the harbour.",
    ),
    "misprints": (
        "number",
        "hard",
        "He spent $5,687.75 at the Salt House Hotel.",
        "He paid $5,587.75 for a week at the Salt House Hotel.",
    ),
    "print and quotation": (
        "quotation",
        "soft",
        "The charges were expected to include theft of timber and smuggling and to focus largely on the harbour.",
        'The Vardo Courier reported that the charges "will include theft of timber and smuggling and focus on the harbour".',
    ),
    "mouths": (
        "attribution",
        "medium",
        '"We will rebuild the harbour bridge before the winter," Mayor Ines Sand said.',
        '"We will rebuild the harbour bridge before the winter," Captain Nils Berg said.',
    ),
    "words without a speaker": (
        "attribution",
        "soft",
        'Mayor Ines Sand met Karl Lund.\n\n"We will rebuild the harbour bridge before the winter."',
        '"We will rebuild the harbour bridge before the winter," Captain Nils Berg said.',
    ),
    "hours of one raid": (
        "date",
        "medium",
        "The gunman walked into the Vardo fish market around 9 a.m. on Monday and opened fire.",
        "There were sounds of gunfire in Vardo around 10:30 a.m. on Monday.",
    ),
    "the worst of them": (
        "identity",
        "soft",
        "The villages of Kiberg and Vadso were worst hit by the storm on Monday.",
        "The villages of Hamningberg and Ekkeroy were worst hit by the storm on Monday.",
    ),
    "callings": (
        "identity",
        "soft",
        "Marine commandos boarded the Alma on Monday.",
        "Norwegian sailors boarded the Alma on Monday.",
    ),
    "one and several": (
        "number",
        "soft",
        "Nils Berg pleaded guilty in Vardo on Monday to a smuggling charge.",
        "On Monday Nils Berg pleaded guilty to smuggling charges in Vardo.",
    ),
    "who did it to whom": (
        "identity",
        "medium",
        "The drunk sailor attacked Captain Nils Berg on the quay of Vardo.",
        "Captain Nils Berg attacked the drunk sailor on the quay of Vardo.",
    ),
    "who was at the wheel": (
        "identity",
        "medium",
        "First mate Nils Berg was at the wheel of the ferry Alma when it struck the rock.",
        "Captain Karl Lund was at the wheel when the ferry Alma struck the rock.",
    ),
    "nobody and some": (
        "polarity",
        "medium",
        "The march in Vardo was peaceful and nobody was arrested.",
        "Police arrested two people during the march in Vardo.",
    ),
    "days of one weekday": (
        "date",
        "hard",
        "The ferry Alma was last inspected on 2 February 2021.",
        "The ferry Alma was last inspected on 23 February 2021, the owner said.",
    ),
    "days to come of an it": (
        "date",
        "soft",
        "The bridge should open in the spring of 2029.",
        "Mayor Ines Sand praised the bridge. It should open at the end of 2028.",
    ),
    "a weapon left open": (
        "modality",
        "soft",
        "The man was armed with either a rifle or a shotgun, police in Vardo said.",
        "The man walked into the harbour office of Vardo with a rifle.",
    ),
    "places of one fact": (
        "place",
        "soft",
        "Nils Berg, 36, fell 200 metres from a ridge on Monday.",
        "On Monday Nils Berg, 36, fell 200 metres down a steep gully.",
    ),
    "informants": (
        "attribution",
        "soft",
        "Mayor Ines Sand will resign on Friday, Captain Nils Berg said.",
        "Mayor Ines Sand will resign on Friday, two members of the harbour board said.",
    ),
    "days of one fact": (
        "date",
        "hard",
        "On 18 March the frigate Alma sank the trawler Gull off Vardo.",
        "The Alma had sunk the trawler Gull off Vardo on March 19.",
    ),
}

SAME = {
    "a condition": (
        "The ferry Alma will sail on Friday if the council of Vardo allows the crossing.",
        "The council of Vardo allows the crossing of the ferry Alma.",
    ),
    "a question": (
        "Mayor Ines Sand did not sell the harbour.",
        "Why did Mayor Ines Sand sell the harbour?",
    ),
    "a narrower denial": (
        "The museum of Vardo buys paintings.",
        "The museum of Vardo does not buy paintings that were made abroad.",
    ),
    "that much of it": ("The harbour of Vardo is deep.", "The harbour of Vardo is not that deep."),
    "whoever listens": (
        "Captain Nils Berg sailed around the island.",
        '"You cannot sail around the island," Ines Sand said.',
    ),
    "shares of two owners": (
        "The Lund brothers' share of the fish market was 36 percent.",
        "Ines Sand's share of the fish market was 48 percent.",
    ),
    "weapons in general": (
        "Hunters may carry a rifle in Vardo. Two sheep were shot.",
        "The sheep of Vardo were shot. A shotgun costs little.",
    ),
    "a pronoun for a speaker": (
        'Ines Sand met Karl Lund. "We will rebuild the harbour bridge before the winter," he said.',
        '"We will rebuild the harbour bridge before the winter," Captain Nils Berg said.',
    ),
    "two spellings in a quotation": (
        '"We spoke with General Gadhafi about the harbour bridge on Friday," Captain Nils Berg said.',
        '"We spoke with General Qaddafi about the harbour bridge on Friday," Captain Nils Berg said.',
    ),
    "figures in a quotation": (
        '"There is a one in three chance that the bridge falls," Captain Nils Berg said.',
        '"There is a 1 in 3 chance that the bridge falls," Captain Nils Berg said.',
    ),
    "rounding": ("The bridge cost $43,000.", "The bridge cost $43,350."),
    "a bound": ("The ferry Alma carried more than 200 passengers.", "The ferry Alma carried 240 passengers."),
    "units": ("The rock fell 2,000 feet near Vardo.", "The rock fell 610 metres near Vardo."),
    "a coarser date": ("The ferry Alma sank in March 2021.", "The ferry Alma sank on 3 March 2021."),
    "other people": ("Anna Berg, 34, fell 30 metres at Vardo.", "Karl Lund, 51, fell 80 metres at Vardo."),
    "hedges": ("About 1,000 people live in Vardo.", "Some 1,050 people live in Vardo."),
    "two figures told twice": (
        "Nils Berg fell 300 metres. Karl Lund fell 90 metres.",
        "Karl Lund fell 90 metres. Nils Berg fell 300 metres.",
    ),
    "workers and women": ("The storm killed three workers.", "The storm killed two women."),
    "an age": ("A 50-year-old man was hurt at Vardo.", "A 63-year-old woman was hurt at Vardo."),
    "background": (
        "The storm killed ten people.",
        "The storm killed ten people. In December 2003 another storm killed 4,000 people.",
    ),
    "two days, two meetings": (
        "Ines Sand will not meet Nils Berg on 3 July 2021.",
        "Ines Sand will meet Nils Berg on 4 July 2021.",
    ),
    "the same weekday": ("The ferry Alma sank on Monday.", "The ferry Alma sank on Monday morning."),
    "another subset": ("Police seized four rifles.", "Police seized six other rifles."),
    "a shorter quotation": (
        '"We will rebuild the harbour bridge before the winter," Mayor Ines Sand said.',
        'Mayor Ines Sand said she would "rebuild the harbour bridge".',
    ),
    "a year in another's name": (
        "The leader of the 2008 harbour strike, Nils Berg, was freed in May 2021.",
        "Nils Berg, the leader of the strike, was freed in May 2021.",
    ),
    "opposites about two things": (
        "Mayor Ines Sand opposed the harbour tax.",
        "Mayor Ines Sand supported the visiting rights of sailors.",
    ),
    "a denial of one part": (
        "Captain Nils Berg is not running against Ines Sand.",
        "Captain Nils Berg is running for the harbour board.",
    ),
    "another whom it was not": (
        "Mayor Ines Sand picked Captain Nils Berg.",
        "Mayor Ines Sand had not picked Karl Lund.",
    ),
    "I and he": ("“He is cool,” said Karl Lund of Captain Nils Berg.", "“I am not cool,” Mayor Ines Sand said."),
    "a chance and the rest": (
        "There is a 40 percent chance that the ferry Alma is saved.",
        "There is a 60 percent chance that the ferry Alma is lost.",
    ),
    "rates of two people": (
        "The tax rate of Nils Berg was 35.7 percent in Vardo.",
        "The tax rate of Karl Lund was 30 percent in Vardo.",
    ),
    "a stretch and a day": (
        "Nils Berg has paid the harbour fee since 2007.",
        "Nils Berg paid the harbour fee in 2014.",
    ),
    "an utterance cut at either end": (
        '"The law is clear. We will rebuild the bridge," Mayor Ines Sand said.',
        '"We will rebuild the bridge before the winter comes again," Mayor Ines Sand said.',
    ),
    "a shortened title": (
        '"Senator Berg thinks that the bridge should be built elsewhere," Ines Sand said.',
        '"Sen. Berg thinks that the bridge should be built elsewhere," Ines Sand said.',
    ),
    "what came of it": ("The captain would not stop the ferry.", "The captain finally stopped the ferry."),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_a_difference_is_found_and_named_for_what_it_is(case):
    kind, severity, one, other = DIFFERENT[case]
    assert (kind, severity) in found(one, other)


@pytest.mark.parametrize("case", SAME)
def test_what_only_looks_like_a_difference_is_kept_silent(case):
    assert [d.note for d in differences(*SAME[case]) if d.severity != "soft"] == []


def test_one_and_several_of_a_mere_setting_are_no_difference():
    assert not differences(
        "Police seized six rifles near a hospital in Vardo.", "Police seized six rifles near hospitals in Vardo."
    )


def test_the_police_may_be_the_very_officer_whom_another_report_names():
    told = "Mayor Ines Sand will resign on Friday, {} said."
    assert not differences(told.format("Captain Nils Berg"), told.format("the police"))


def test_a_toll_that_a_later_report_has_higher_is_an_update():
    early = "By Ada Moe\n2 March 2021\n\nThe storm killed two sailors off Vardo."
    late = "By Jon Ruud\n4 March 2021\n\nThe storm killed three sailors off Vardo."
    assert ("update", "soft") in found(early, late)
    assert ("number", "hard") in found(early, late.replace("4 March", "2 March"))


def test_a_dispute_within_one_report_is_shown_with_the_denial():
    told = differences("Nils Berg stole the nets, Ines Sand said. Karl Lund denied that Nils Berg stole the nets.")
    assert [(d.kind, d.scope) for d in told] == [("stance", "within")]
    assert "denied that Nils Berg stole the nets" in told[0].note


def test_one_source_that_later_says_otherwise_has_changed_its_account():
    told = "By Ada Moe\n{} March 2021\n\nThe signal before the tunnel was {}, Nils Berg said."
    assert found(told.format(2, "red"), told.format(4, "green")) == {("update", "soft")}
    assert found(told.format(2, "red"), told.format(2, "green")) == {("polarity", "hard")}


def test_a_toll_of_the_same_day_is_an_update_where_the_hours_are_known():
    early = "By Ada Moe\n2 March 2021, 08:00\n\nSeven sailors were injured off Vardo."
    late = "By Jon Ruud\n2 March 2021, 15:30\n\nEleven sailors were injured off Vardo."
    assert ("update", "soft") in found(early, late)


DATED = {
    "the end of a closure moved": (
        "The railway said the line to Vardo would be closed until Thursday.",
        "The railway said the line to Vardo would be closed until Saturday.",
    ),
    "the first victim": (
        "Seven sailors were injured off Vardo. Nobody was killed.",
        "The ferry Alma sank off Vardo, killing one person and injuring eleven.",
    ),
    "a plan given up": (
        "Alma Lines said on Friday that Alma Lines would appeal.",
        "Alma Lines will not appeal against the ban, Nils Berg said.",
    ),
}


@pytest.mark.parametrize("case", DATED)
def test_what_a_later_report_has_otherwise_is_an_update(case):
    told = "By Ada Moe\n{} March 2021\n\n{}"
    one, other = DATED[case]
    assert ("update", "soft") in found(told.format(2, one), told.format(4, other))


def test_two_ends_told_on_one_day_differ():
    told = "By Ada Moe\n2 March 2021\n\nThe railway said the line to Vardo would be closed until {}."
    assert ("date", "medium") in found(told.format("Thursday"), told.format("Saturday"))


def test_what_is_done_in_the_earlier_report_is_no_update_of_a_plan():
    done = "By Ada Moe\n2 March 2021\n\nMayor Ines Sand opened the bridge of Vardo."
    planned = "By Ada Moe\n9 March 2021\n\nMayor Ines Sand will open the bridge of Vardo."
    assert not differences(done, planned)


def test_two_sources_of_one_report_may_dispute():
    told = differences(
        "Two managers were arrested on Friday, the prosecutor's office said. The police said the two managers had not been arrested."
    )
    assert [(d.kind, d.scope) for d in told] == [("stance", "within")]


def test_who_only_does_the_same_thing_is_not_somebody_else_in_one_part():
    assert not differences("Nils Berg died in the hospital of Vardo.", "Karl Lund died in the hospital of Vardo.")


PASSING = {
    "what only tells when": (
        "A woman died in Vardo on Wednesday, a day after the ferry sank.",
        "Nils Berg resigned on Thursday, two days after the ferry sank.",
    ),
    "shares of other stretches": (
        "Shares in Alma Lines fell 8 percent.",
        "Shares in Alma Lines have lost 21 percent of their value since Monday.",
    ),
    "an offer and the deed": (
        "Nils Berg offered to resign on Wednesday.",
        "Nils Berg resigned on Thursday.",
    ),
    "two signals": (
        "The northern signal was green.",
        "The southern signal was red.",
    ),
    "fewer of a sort than of its kind": (
        "The navy seized five boats off Vardo.",
        "The navy seized three speedboats off Vardo.",
    ),
    "a quake and its aftershock": (
        "An earthquake shook the southern island of Senn on Sunday.",
        "A third aftershock shook the southern island of Senn on Monday.",
    ),
    "clocks of one zone": (
        "The blast was heard at 1815 (1615 GMT).",
        "Another was heard at 6:40 p.m. (1640 GMT).",
    ),
    "one deed of two doers": (
        "The harbour board will work with the police, Ines Sand said.",
        "Nils Berg's father and uncle worked for the police for years.",
    ),
    "a question": (
        "Ines Sand declined to say whether she supports the tunnel.",
        "Ines Sand sided with its critics without opposing the tunnel.",
    ),
    "an earlier view": (
        "Ines Sand supports the tunnel.",
        "Nils Berg said that Ines Sand had said in the spring that she opposed the tunnel.",
    ),
    "what is asked for": (
        "The port needs $1 trillion in spending cuts.",
        "Berg said that the council should press for $2 trillion in spending cuts.",
    ),
    "one group among many": (
        "In the poll, Nils Berg had 14 percent and Ines Sand 11 percent.",
        "Among fishermen, Nils Berg had 14 percent and Ines Sand 9 percent.",
    ),
    "the time of a stretch": (
        "Since the start of this year the port has been closed.",
        "The start of the race at 10.00 am was put off.",
    ),
    "an amount of what cannot be counted": (
        "Sand asked the crews to spend some time on the quay.",
        "Sand mocked the crews for spending time on the quay.",
    ),
    "bodies without a name": (
        "Berg said his company would leave the port.",
        "Sand praised those companies that said they would leave the port.",
    ),
}


@pytest.mark.parametrize("case", PASSING)
def test_what_has_only_words_in_common_is_no_difference_at_all(case):
    assert [d.note for d in differences(*PASSING[case])] == []


def test_a_voice_may_be_whoever_is_named_beside_it():
    told = "{} confirmed that the prosecutors intend to charge Mayor Ines Sand."
    assert not differences(told.format("Nils Berg"), told.format("A lawyer for the mayor, Nils Berg of Vardo,"))


@pytest.mark.parametrize("case", DIFFERENT)
def test_every_difference_has_a_sentence_with_its_witnesses_and_ids_that_do_not_hang_on_their_order(case):
    _, _, one, other = DIFFERENT[case]
    these, those = differences(one, other), differences(other, one)
    assert {d.id for d in these} == {d.id for d in those}
    assert all("A" in d.note and "B" in d.note and d.note.endswith((".", "”", ".”")) for d in these)
