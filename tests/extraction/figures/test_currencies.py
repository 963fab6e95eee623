import pytest

from claims.extraction.figures.currencies import Purse

CASES = [
    ("Parliament in Kampala, Uganda, heard of the loan.", "shs", "KES", "UGX"),
    ("Parliament in Nairobi heard of the loan.", "sh", "KES", "KES"),
    ("The bridge in Lahore was closed.", "rupees", "INR", "PKR"),
    ("The bridge was closed.", "rs", "INR", "INR"),
    ("The bridge in Lahore was closed.", "pkr", "PKR", "PKR"),
    ("Traders in Mexico City closed.", "pesos", "PHP", "MXN"),
    ("Singapore's port grew, and Singapore's ships and those of Singapore Lines too.", "$", "USD", "SGD"),
    ("Singapore's port grew, and Singapore's ships and those of Singapore Lines too.", "dollars", "USD", "SGD"),
    ("Skylane of Texas bought jets in the United States.", "dollars", "USD", "USD"),
    (f"Skylane bought jets. {'It flies. ' * 40} A carrier of Singapore bought two.", "$", "USD", "USD"),
    ("SINGAPORE: the port paid US$5.", "$", "USD", "SGD"),
]


@pytest.mark.parametrize(("text", "name", "code", "meant"), CASES)
def test_a_name_of_several_countries(text: str, name: str, code: str, meant: str) -> None:
    assert Purse(text, text.lower()).meaning(name, code) == meant
