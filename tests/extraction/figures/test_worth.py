from claims.extraction.pipeline import extract


def test_victims_are_worth_more_than_carried_people_and_small_counts_least() -> None:
    text = "The ship was carrying 340 people. The fire killed 340 people. She has two cats. It cost $340 million."
    carried, killed, cats, money = (figure.worthiness for figure in extract(text, language="en").figures)
    assert cats < carried < killed <= 1
    assert carried < money <= 1
