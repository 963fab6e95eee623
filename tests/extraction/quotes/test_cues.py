from claims.extraction.quotes.cues import SHAPES, attributions
from tests.extraction.speaking import frame, frames, name_of


def test_attributions_come_in_the_order_of_their_cues() -> None:
    read = frame("en", '"We are done," said Tom Hill, adding that the plan was dead, the BBC reported.')
    found = attributions(read)
    assert [said.word for said in found] == ["said", "adding", "reported"]
    assert [name_of(said) for said in found] == ["Tom Hill", "Tom Hill", "BBC"]
    assert [said.shared for said in found] == [False, True, False]


def test_a_cue_inside_a_quotation_is_none() -> None:
    assert [said.word for said in attributions(frame("id", '"Ia mengatakan tidak," kata Budi.'))] == ["kata"]


def test_each_rule_has_a_name() -> None:
    texts = ["Menurut Budi, air naik.", "Budi mengatakan air naik.", '"Ya," kata Budi.', '"Ya," ujarnya.']
    texts += [
        "Hari ini kata Budi air naik.",
        '"Ya, air naik," kata kepada wartawan.',
        "Dari data itu terlihat bahwa air naik.",
    ]
    rules = [said.rule for text in texts for read in frames("id", text) for said in attributions(read)]
    wanted = ["source_before", "subject_before", "cue_after", "own_after", "cue_inserted", "cue_nameless", "shown_in"]
    rules += [
        said.rule
        for read in frames(
            "en", "Noting that it had rained all day, Hill left. The dam, which Hill says has burst, is old."
        )
        for said in attributions(read)
    ]
    assert rules == [*wanted, "subject_behind", "relative"]
    assert len(SHAPES) == 16
