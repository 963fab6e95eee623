"""An outlet's zone is a real one."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Outlet


@pytest.mark.django_db
@pytest.mark.parametrize(("zone", "is_good"), [("Asia/Jayapura", True), ("Jakarta", False), ("WIB+7", False)])
def test_a_zone_is_an_iana_name(zone: str, is_good: bool) -> None:
    outlet = Outlet(name="Harian", zone=zone)
    if is_good:
        outlet.full_clean()
    else:
        with pytest.raises(ValidationError, match="IANA"):
            outlet.full_clean()
