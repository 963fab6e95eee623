import pytest

from claims.extraction.quotes.cues import attributions
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Polisi memanggil Budi untuk mencocokkan keterangan dan mengonfirmasi kesaksian warga.", []),
        ("Budi mengatakan akan menelepon Rina dan memberitahu warga desa.", ["mengatakan"]),
        ("Budi meminta warga untuk tenang dan mengimbau mereka pulang.", ["meminta", "mengimbau"]),
        ("Budi datang untuk melihat korban dan mengatakan bahwa air surut.", ["mengatakan"]),
        ("Budi mengatakan bantuan akan datang dan menegaskan air surut.", ["mengatakan", "menegaskan"]),
        ('Budi mengatakan bahwa desa itu mendukung upaya untuk "menutup tambang".', ["mengatakan"]),
        ("Mereka akan ditugaskan mendampingi petani memperkirakan waktu tanam.", []),
        ("Mereka mengatakan sumur itu kering.", ["mengatakan"]),
        ('Desa itu mendukung upaya untuk "menutup tambang".', ["mendukung"]),
    ],
)
def test_cues_inside_a_purpose_or_a_report(text: str, cues: list[str]) -> None:
    assert [said.word for said in attributions(frame("id", text))] == cues
