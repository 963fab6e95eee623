import pytest

from claims.extraction.language import available, load
from claims.extraction.speech.chain import chain_words


@pytest.mark.parametrize("code", available())
def test_each_list_of_the_file_is_kept_by_its_name(code: str) -> None:
    table = load(code).tables["quotes"]["chain"]
    chain = chain_words(table)
    for name, words in table.items():
        assert set(getattr(chain, name)) == set(map(str.lower, words)), name


def test_nouns_of_several_lists() -> None:
    chain = chain_words(load("en").tables["quotes"]["chain"])
    assert {"interview", "lawyer"} <= chain.channels
    assert {"interview", "newspaper"} <= chain.any_medium
    assert {"reporters", "summit"} <= chain.audiences
    assert {"interview", "summit", "inquest"} <= chain.occasions
