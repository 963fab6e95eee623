"""Every pattern of the engine reads in linear time: no repeat without bound holds another one, none starts with a lazy one."""

import importlib
import pkgutil
import re
import re._parser as parser
from typing import Any

import pytest

import claims.extraction
from claims.extraction.figures.numberwords import number_words
from claims.extraction.language import available, load
from claims.extraction.people.holders import apposed_of
from claims.extraction.speech import speech_of

REPEATS = {parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT}
MANY = 1000
"""A repeat allowed that often counts as one without bound."""


def patterns() -> list[Any]:
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(claims.extraction.__path__, "claims.extraction."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found[f"{info.name.removeprefix('claims.extraction.')}.{name}"] = value
    for code in available():
        words = number_words(load(code))
        found[f"{code}.trigger"] = words.trigger.starter
        speech = speech_of(load(code))
        found[f"{code}.introduced"], found[f"{code}.apposed"] = speech.introduced, apposed_of(speech)
    return [pytest.param(value, id=name) for name, value in found.items()]


def separates(tree: Any) -> bool:
    """Whether what a repeat holds begins with a sign that no word has, so that "word(-word)*" can be read in one way only."""
    for operation, argument in tree:
        if operation in {parser.ASSERT, parser.ASSERT_NOT, parser.AT}:
            continue
        if operation is parser.LITERAL:
            return not chr(argument).isalnum()
        if operation is parser.IN:
            return all(kind is parser.LITERAL and not chr(value).isalnum() for kind, value in argument)
        if operation is parser.SUBPATTERN:
            return separates(argument[3])
        return operation is parser.BRANCH and all(separates(branch) for branch in argument[1])
    return False


def nested(tree: Any, inside: bool = False) -> bool:
    """Whether a repeat without bound stands inside another one."""
    for operation, argument in tree:
        if operation in REPEATS:
            _, most, body = argument
            endless = most is parser.MAXREPEAT or most > MANY
            if (endless and inside) or nested(body, inside or (endless and not separates(body))):
                return True
        elif operation is parser.SUBPATTERN:
            if nested(argument[3], inside):
                return True
        elif operation is parser.BRANCH:
            if any(nested(branch, inside) for branch in argument[1]):
                return True
        elif operation in {parser.ASSERT, parser.ASSERT_NOT}:
            if nested(argument[1], inside):
                return True
        elif operation is parser.ATOMIC_GROUP and nested(argument, inside):
            return True
    return False


@pytest.mark.parametrize("pattern", patterns())
def test_no_repeat_without_bound_inside_another(pattern: re.Pattern[str]) -> None:
    assert not nested(parser.parse(pattern.pattern, pattern.flags))


@pytest.mark.parametrize("bad", ["(a+)+", "(?:a*b?)*", "(?:(?:x+)y?)+", r"(?:\w-?\w+)*"])
def test_the_check_can_fail(bad: str) -> None:
    assert nested(parser.parse(bad))
