"""How stock pages of the admin print days and moments: as the desk does, a moment never without its zone."""

DATE = "j M Y"
MOMENT = "j M Y, H:i T"
