"""The forms of the workbench: one a verb. What they hold is checked again by the services."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from claims import verdicts
from claims.admin import amounts
from claims.models import Claim, Evidence, Reading
from claims.models.claim import BOUNDS, PLACES
from claims.models.rows import LONGEST_ADDRESS
from claims.services import assignments, readings, telling
from claims.services.evidence import Terms

GROUPED = {
    "en": re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,10}(?:\.[0-9]{1,10})?"),
    "id": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,10}(?:,[0-9]{1,10})?"),
}
UNGROUPED = {
    "en": re.compile(r"[0-9]{1,32}(?:\.[0-9]{1,10})?"),
    "id": re.compile(r"[0-9]{1,32}(?:,[0-9]{1,10})?"),
}
TWO_WAYS = re.compile(r"[-−]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Digits whose one mark parts thousands in one language and decimals in another."""
SHORTENED = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
"""An address without its scheme: names with dots between, the last of letters."""
VERDICT_KEYS = {
    "t": "true", "p": "partly_true", "u": "unproven", "m": "misleading", "f": "false", "n": "not_checkable",
    "x": "unverified",
}  # fmt: skip
"""The key after v that chooses a verdict."""


class Amount(forms.Field):
    """A number as the reader's language writes it. "1.4" is refused in Indonesian instead of being read as 14, and so is "1.400" in
    English, where an Indonesian text lies beside it: nobody means three decimals, or they write a fourth."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 60})
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        shown = telling.number(value)
        return f"{shown}0" if value % 1 and TWO_WAYS.fullmatch(shown) else shown

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip().replace(" ", "")
        if not text:
            return None
        sign, digits = ("-", text[1:]) if text[0] in "-−" else ("", text)
        language = "id" if (get_language() or "en").startswith("id") else "en"
        if not GROUPED[language].fullmatch(digits) and not UNGROUPED[language].fullmatch(digits):
            example = "1.400 · 1400 · 0,5" if language == "id" else "1,400 · 1400 · 0.5"
            raise ValidationError(gettext("Write the number like one of these: %(example)s.") % {"example": example})
        plain = digits.replace(".", "").replace(",", ".") if language == "id" else digits.replace(",", "")
        if "." in plain and TWO_WAYS.fullmatch(digits):
            both = {"typed": text, "whole": re.sub(r"[.,]", "", text), "part": f"{text}0"}
            raise ValidationError(
                gettext("“%(typed)s” can be two numbers. Write %(whole)s for thousands, %(part)s for decimals.") % both
            )
        return Decimal(sign + plain).quantize(Decimal(1).scaleb(-PLACES))


class Address(forms.CharField):
    """An address on the web. As it is read out or copied from a page that shortens it, "bps.go.id/tabel", it is one of https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"max_length": LONGEST_ADDRESS, "widget": forms.TextInput(attrs={"inputmode": "url"}), **kwargs}
        )

    def to_python(self, value: Any) -> str:
        given = (super().to_python(value) or "").strip()
        return f"https://{given}" if SHORTENED.fullmatch(given) else given


class Unit(forms.CharField):
    """A unit by its name in the reader's language, kept by its code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 40, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return amounts.unit_name(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        return amounts.unit_code(super().to_python(value) or "")


class Verb(forms.Form):
    """Any act on one claim, with the version of the claim that the editor saw."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    done = _("Done.")

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id-{claim.pk}-{type(self).__name__.lower()}-%s")
        super().__init__(*args, **kwargs)
        self.claim = claim
        self.initial.setdefault("row_version", claim.row_version)


class RuleForm(Verb):
    done = _("Ruled.")
    verdict = forms.ChoiceField(label=_("Verdict"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Readers will see it."),
    )
    readings = forms.ModelMultipleChoiceField(
        queryset=Reading.objects.none(), label=_("Rests on"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(claim, *args, **kwargs)
        verdict, rests_on = self.fields["verdict"], self.fields["readings"]
        assert isinstance(verdict, forms.ChoiceField)
        assert isinstance(rests_on, forms.ModelMultipleChoiceField)
        # "Unverified" takes a ruling back: where none stands there is nothing to take.
        untold = {verdicts.UNVERIFIED} if claim.verdict == verdicts.UNVERIFIED else set()
        verdict.choices = [(key, amounts.verdict(key)) for key in verdicts.VERDICTS if key not in untold]
        rests_on.queryset = claim.readings.all()

    def keys(self) -> dict[str, str]:
        """Verdict → its key on the keyboard."""
        return {verdict: key for key, verdict in VERDICT_KEYS.items()}


def attached(count: int) -> str:
    """The message to an editor who has attached a source to so many claims."""
    several = ngettext("Attached. A worker reads it now.", "Attached to %(n)s claims. A worker reads it now.", count)
    return several % {"n": count}


class SourceForm(forms.Form):
    """A source and how it stands to claims."""

    url = Address(label=_("Address"))
    publisher = forms.CharField(
        label=_("Publisher"), max_length=300, required=False, widget=forms.TextInput(attrs={"list": "publishers"})
    )
    stance = forms.ChoiceField(label=_("Stance"), choices=Evidence.Stance.choices, initial=Evidence.Stance.SUPPORTS)

    def source(self) -> dict[str, Any]:
        """The source as the services want it."""
        return {name: self.cleaned_data[name] for name in ("url", "publisher", "stance")}


class AttachForm(SourceForm, Verb):
    locator = forms.CharField(label=_("Place in the page"), max_length=500, required=False)
    tolerance = Amount(label=_("Tolerance"))
    is_percent = forms.BooleanField(label=_("in percent"), required=False)
    also = forms.ModelMultipleChoiceField(label=_("Other claims"), queryset=Claim.objects.none(), required=False)

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(claim, *args, **kwargs)
        others = self.fields["also"]
        assert isinstance(others, forms.ModelMultipleChoiceField)
        others.queryset = Claim.objects.on_desk().filter(article=claim.article_id).exclude(pk=claim.pk)

    def terms(self) -> Terms:
        """How the claim is to be held against the source."""
        return Terms(**{name: self.cleaned_data[name] for name in ("locator", "tolerance", "is_percent")})

    def ticked(self) -> list[Claim]:
        """The other claims that were ticked, in a form that is sent back."""
        return list(self.cleaned_data.get("also", ()))


class AttachManyForm(SourceForm):
    """A source for the claims that are ticked."""

    claims = forms.ModelMultipleChoiceField(label=_("Claims"), queryset=Claim.objects.on_desk())


class CorrectFigureForm(Verb):
    value = Amount(label=_("Value"))
    high = Amount(label=_("Upper end"))
    bound = forms.ChoiceField(label=_("Bound"), choices=BOUNDS)
    unit = Unit(label=_("Unit"))
    counted = forms.CharField(label=_("What is counted"), max_length=300, required=False)
    population = forms.CharField(label=_("Population"), max_length=300, required=False)
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    event = forms.ChoiceField(label=_("Event"), required=False)
    event_date = forms.CharField(label=_("Event date"), max_length=32, required=False)
    speaker_name = forms.CharField(label=_("Who said it"), max_length=300, required=False)
    reason = forms.CharField(label=_("Why you read it differently"), max_length=500)
    done = _("The reading is corrected.")
    columns: tuple[str, ...] = (
        "value",
        "high",
        "bound",
        "unit",
        "counted",
        "population",
        "place",
        "event",
        "event_date",
        "speaker_name",
    )

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(claim, *args, **kwargs)
        reading = claim.reading
        if "event" in self.fields:
            # Field has no choices for mypy, which cannot know that "event" is a ChoiceField.
            self.fields["event"].choices = self.events(getattr(reading, "event", ""))  # type: ignore[attr-defined]
        if reading is not None and not self.is_bound:
            self.initial.update({name: getattr(reading, name, "") for name in self.columns})
            self.initial["speaker_name"] = readings.speaker(reading)

    def events(self, standing: str) -> list[tuple[str, str]]:
        """What can be chosen: no event, those of the engine, and the one that stands."""
        known = amounts.events()
        strange = [(standing, amounts.event(standing))] if standing not in {"", *dict(known)} else []
        return [("", "–"), *strange, *known]

    def columns_given(self) -> dict[str, Any]:
        """The reading's columns as the editor left them."""
        return {name: self.cleaned_data[name] for name in self.columns}


class CorrectQuoteForm(CorrectFigureForm):
    value = high = bound = unit = counted = population = place = event = event_date = None  # type: ignore[assignment]  # fields taken back
    speaker_name = forms.CharField(label=_("Speaker"), max_length=300, required=False)
    role = forms.CharField(label=_("Role"), max_length=300, required=False)
    cue = forms.CharField(label=_("Cue"), max_length=120, required=False)
    form = forms.ChoiceField(
        label=_("Form"),
        choices=(
            ("direct", _("direct")),
            ("mixed", _("mixed")),
            ("floating", _("floating")),
            ("indirect", _("indirect")),
        ),
    )
    columns = ("speaker_name", "role", "cue", "form")
    field_order = ("speaker_name", "role", "cue", "form", "reason")


class ReasonForm(Verb):
    reason = forms.CharField(label=_("Reason"), max_length=400)


class DiscardForm(ReasonForm):
    done = _("Discarded. It is kept, with the reason.")


class WithdrawForm(ReasonForm):
    done = _("Withdrawn. Anonymous readers see it no more.")


class ReleaseForm(Verb):
    reason = forms.CharField(label=_("Note"), max_length=500, required=False)
    done = _("Released. Anyone can read it over the API now.")


class RestoreForm(Verb):
    done = _("Back on the desk.")


class Editors(forms.ModelChoiceField):
    """Somebody who may rule, by the name that colleagues know."""

    def label_from_instance(self, obj: Any) -> str:
        return amounts.person(obj)


class AssignForm(Verb):
    assignee = Editors(label=_("Assigned to"), queryset=User.objects.none(), required=False, empty_label=_("nobody"))
    reason = forms.CharField(label=_("Note"), max_length=500, required=False)
    done = _("Assigned.")

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        super().__init__(claim, *args, **kwargs)
        people = self.fields["assignee"]
        assert isinstance(people, forms.ModelChoiceField)
        people.queryset = assignments.assignable()
        self.initial.setdefault("assignee", claim.assigned_to_id)


FORMS: dict[str, type[Verb]] = {
    "rule": RuleForm,
    "attach": AttachForm,
    "correct": CorrectFigureForm,
    "discard": DiscardForm,
    "restore": RestoreForm,
    "assign": AssignForm,
    "release": ReleaseForm,
    "withdraw": WithdrawForm,
}


def form_of(verb: str, claim: Claim) -> type[Verb]:
    """The form of a verb on a claim: of a quote other columns are corrected than of a figure."""
    return CorrectQuoteForm if verb == "correct" and claim.kind == Claim.Kind.QUOTE else FORMS[verb]


class MarkForm(forms.Form):
    """A claim that the engine missed: the words (by selection, or typed as they stand) and its first reading."""

    start = forms.IntegerField(widget=forms.HiddenInput, required=False)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Words"), strip=False, max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Claim.Kind.choices, widget=forms.RadioSelect, initial="figure")
    value = Amount(label=_("Value"))
    high = Amount(label=_("Upper end"))
    bound = forms.ChoiceField(label=_("Bound"), choices=BOUNDS, initial="exact", required=False)
    unit = Unit(label=_("Unit"))
    counted = forms.CharField(label=_("What is counted"), max_length=300, required=False)
    speaker_name = forms.CharField(label=_("Speaker"), max_length=300, required=False)
    role = forms.CharField(label=_("Role"), max_length=300, required=False)
    cue = forms.CharField(label=_("Cue"), max_length=120, required=False)

    def columns_given(self) -> dict[str, Any]:
        """The columns of the first reading, of the chosen kind."""
        figure = ("value", "high", "bound", "unit", "counted")
        names = figure if self.cleaned_data["kind"] == Claim.Kind.FIGURE else ("speaker_name", "role", "cue")
        given = {name: self.cleaned_data[name] for name in names}
        if "bound" in given:
            given["bound"] = given["bound"] or "exact"
        return given

    def place(self, text: str) -> tuple[int, int]:
        """Where the words stand, in code points. Raises ValidationError when that is not certain."""
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        words = self.cleaned_data["words"].replace("\r\n", "\n").replace("\r", "\n")
        if start is not None and end is not None:
            if words and text[start:end] != words:
                raise ValidationError(
                    {"words": gettext("The text changed since you selected these words. Select them again.")}
                )
            return start, end
        words = words.strip()
        if not words:
            raise ValidationError(
                {"words": gettext("Select the words of the claim first, or type them as they stand.")}
            )
        first = text.find(words)
        if first < 0:
            raise ValidationError({"words": gettext("These words do not stand in the article.")})
        if text.find(words, first + 1) >= 0:
            raise ValidationError(
                {"words": gettext("These words stand more than once. Add some of the words around them.")}
            )
        return first, first + len(words)
