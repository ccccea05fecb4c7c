import pytest

from ingest.characters import clean


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Vite utgår.", "Vite utgår."),
        ("pa\u030aföljd fo\u0308r", "påföljd för"),
        ("a\u00ad\u030a", "å"),
        ("under\u00adleverantör", "underleverantör"),
        ("10\u00a0000\u202fkr\u2009§\u20037", "10 000 kr § 7"),
        ("le\u200bve\u200drans\ufeff", "leverans"),
        ("\u200eHej\u202c", "Hej"),
        ("IT\u2011drift och hälso\u2010 och sjukvård", "IT-drift och hälso- och sjukvård"),
        ("\ufb01nansiell o\ufb03ciell", "finansiell officiell"),
        ("\uf0b7 ett", "• ett"),
        ("\uf0a7 två", "• två"),
        ("\uf0fe Ja \uf0a8 Nej", "☑ Ja ☐ Nej"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c", "abc"),
        ("kvar\tär  båda", "kvar\tär  båda"),
        ("2–3 % — “citat” ”så” …", "2–3 % — “citat” ”så” …"),
        ("\u212bngström", "Ångström"),
        ("", ""),
    ],
)
def test_what_looks_the_same_becomes_the_same(raw: str, plain: str) -> None:
    assert clean(raw) == plain
    assert clean(plain) == plain


def test_every_character_gives_a_stable_result() -> None:
    for code in range(0x10000):
        if not 0xD800 <= code < 0xE000:
            once = clean(f"a{chr(code)}b")
            assert clean(once) == once, hex(code)
