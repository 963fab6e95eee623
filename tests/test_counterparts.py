"""Which words of two languages name the same place, thing or scope."""

import pytest

from claims.counterparts import counterparts, places_in, same_place, same_thing, scope_of, things_in, topics_in

PLACES = [
    ("warga Gaza", "Palestinians", True),
    ("Jalur Gaza", "the Gaza Strip", True),
    ("warga Palestina di Tepi Barat", "Gaza", False),
    ("Israel selatan", "southern Israel", True),
    ("Aren Tengah", "Central Aren", True),
    ("Aren Tengah", "North Aren", False),
    ("warga Israel", "Palestinians", False),
    ("AS", "Americans", True),
    ("as many as", "Americans", None),
    ("Korea Utara", "South Korea", False),
    ("Cianjur", "Kabupaten Cianjur", True),
    ("Cianjur", "Garut", False),
    ("Cianjur", "Indonesia", False),
    ("Wanasari", "Indonesia", None),
    ("Wanasari", None, None),
    ("Jawa Barat", "Java", False),
    ("Banten", "Indonesia", False),
    ("Turki", "Türkiye", True),
    ("Papua Tengah", "Central Papua", True),
    ("Papua Tengah", "Papua Selatan", False),
    ("Lombok Timur", "East Lombok", True),
    ("Lombok Timur", "West Lombok", False),
    ("Kivu Utara", "North Kivu", True),
    ("Republik Demokratik Kongo", "Democratic Republic of Congo", True),
    ("Makedonia Utara", "North Macedonia", True),
]


@pytest.mark.parametrize(("one", "other", "same"), PLACES)
def test_places_and_their_people(one: str | None, other: str | None, same: bool | None) -> None:
    assert same_place([one], [other]) is same
    assert same_place([other], [one]) is same


def test_a_part_stands_for_the_larger_place_beside_it() -> None:
    assert places_in("Palestinians", "in the West Bank") == {"west_bank"}


THINGS = [
    ("orang", "people", True),
    ("warga Gaza", "people", True),
    ("warga Dusun Serai", "people", True),
    ("sandera", "hostages", True),
    ("sandera", "people", True),
    ("children", "people", False),
    ("anak-anak dan perempuan", "women and children", True),
    ("anak-anak dan perempuan", "children", False),
    ("warga sipil", "civilians", True),
    ("warga sipil", "orang", False),
    ("rumah", "houses", True),
    ("rumah", "orang", False),
    ("penumpang", "people", None),
    ("pedagang", "traders", True),
    ("hakim", "prosecutors", False),
    ("pendaki", "hikers", True),
    ("pendaki", "people", None),
    ("ekor kerbau", "buffaloes", True),
    ("gereja", "temples", False),
    ("paket sembako", "food parcels", True),
    ("pekerja migran", "migrant workers", True),
    ("korban", "deaths", True),
    ("deaths", "korban luka", False),
    ("dokter", "physicians", True),
    ("dokter", "nurses", False),
    ("pesawat nirawak", "drones", True),
    ("pesawat nirawak", "planes", False),
    ("gempa susulan", "aftershocks", True),
    ("gempa susulan", "earthquakes", False),
    ("tersangka", "suspects", True),
    ("tersangka", "prisoners", False),
    ("kematian ibu", "maternal deaths", True),
    ("kematian ibu", "deaths", False),
    ("jemaah umrah", "haj pilgrims", False),
    ("orang utan", "orangutans", True),
    ("orang utan", "people", False),
    ("suara tidak sah", "invalid votes", True),
    ("suara tidak sah", "votes", False),
    ("lowongan kerja", "job openings", True),
    ("tempat duduk", "seats", True),
    ("kapal selam", "ships", False),
    ("guru honorer", "contract teachers", True),
    ("ojol", "ride-hailing drivers", True),
    ("blorks", "people", None),
    ("blorks", "blorks", True),
    (None, "people", None),
]


@pytest.mark.parametrize(("one", "other", "same"), THINGS)
def test_things_are_the_same_in_every_language(one: str | None, other: str | None, same: bool | None) -> None:
    assert same_thing(one, other) is same
    assert same_thing(other, one) is same


SCOPES = [
    ("24,686 fully identified people", "identified"),
    ("10.000 jenazah belum teridentifikasi", "unidentified"),
    ("12 kasus terkonfirmasi", "confirmed"),
    ("7,028 people", None),
    (None, None),
]


@pytest.mark.parametrize(("words", "scope"), SCOPES)
def test_words_that_narrow_what_is_counted(words: str | None, scope: str | None) -> None:
    assert scope_of(words) == scope


def test_the_table_holds_together() -> None:
    table = counterparts()
    named = set(table.places.values())
    assert set(table.within) <= named
    assert set(table.within.values()) <= named
    assert set(table.kinds.values()) <= {"", "everyone", "state", "part", "group", "animal"}
    for words in (*table.places, *table.things, *(word for _, said in table.scopes for word in said)):
        assert words == words.lower()
        assert words.split()
    for place in table.within:
        seen = {place}
        while place in table.within:
            place = table.within[place]  # noqa: PLW2901
            assert place not in seen
            seen.add(place)


TOPICS = [
    ("48 persen tidak puas dengan kinerja presiden", "48 percent disapprove of the president's work", "opposition"),
    ("Tinggi gelombang 2,5 meter", "waves of 2.5 metres", "wave_height"),
    ("bawang putih Rp 40.000 per kilogram", "garlic sold for Rp 40,000 a kilogram", "garlic"),
    ("santunan Rp 15 juta", "compensation of Rp 15 million", "compensation"),
    ("PPN 12 persen", "a value-added tax of 12 percent", "vat"),
    ("nilai tukar petani naik 0,5 persen", "farmers' terms of trade rose 0.5 percent", "farmer_terms"),
    ("garis kemiskinan Rp 582.932", "a poverty line of Rp 582,932", "poverty_line"),
    ("rasio elektrifikasi 99 persen", "an electrification ratio of 99 percent", "electrification"),
    ("angka kematian ibu", "the maternal mortality rate", "maternal_mortality"),
    ("tinggi muka air 210 cm", "a water level of 210 cm", "water_level"),
    ("kredit macet 2,3 persen", "bad loans of 2.3 percent", "bad_loans"),
    ("judi daring", "online gambling", "online_gambling"),
]


@pytest.mark.parametrize(("one", "other", "topic"), TOPICS)
def test_a_topic_is_known_in_both_languages(one: str, other: str, topic: str) -> None:
    assert topic in topics_in(one) & topics_in(other)


@pytest.mark.parametrize(
    ("text", "things", "topics"),
    [
        ("The plane could not land.", set(), set()),
        ("40 hectares of land", set(), {"area", "land"}),
        ("Tanah longsor itu", {"landslide"}, {"landslide"}),
        ("the health minister said", set(), set()),
        ("spending on health", set(), {"budget", "health"}),
        ("12 gold medals", {"medal_gold"}, set()),
        ("gold prices", set(), {"gold", "price"}),
        ("the rupiah fell against the dollar", set(), {"exchange_rate"}),
        ("47 percent are against it", set(), {"opposition"}),
        ("a pilot project", set(), set()),
        ("two pilots", {"pilot"}, set()),
        ("di ibu kota", set(), set()),
        ("12 ibu", {"mother"}, set()),
        ("Paus Fransiskus", set(), set()),
        ("12 ekor paus", {"whale"}, set()),
    ],
)
def test_words_that_only_look_like_a_thing_or_a_topic(text: str, things: set[str], topics: set[str]) -> None:
    assert things_in(text) == things
    assert topics_in(text) == topics


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Israel's army", {"israel"}),
        ("the (Gaza) Strip, Gaza’s", {"gaza"}),
        ("Gaza.", {"gaza"}),
        ("xGaza israel xTurkey", set()),
        ("Gaza\u00a0Israel\u2028", {"gaza", "israel"}),
    ],
)
@pytest.mark.parametrize("around", ["", "and so on " * 200, "x" * 50 + " and so on" * 200 + " "])
def test_places_are_found_in_short_and_in_long_texts(text: str, places: set[str], around: str) -> None:
    assert places_in(around + text + " " + around) == places
