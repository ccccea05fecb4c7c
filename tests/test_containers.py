"""Zips, mails and folders: each document within is one of its own, and what cannot be read has its line."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from mails import mail, outlook, zipped

from api import cli
from ingest import Contents, read, read_all
from ingest.containers.budget import DEEPEST
from ingest.errors import UnreadableDocument
from ingest.mail.compressed_rtf import unpacked

CONTRACT = "Avtal om städning\n\n1 Vite\n\nBeställaren har rätt till vite om 10 000 kronor.\n".encode()


def names(contents: Contents) -> list[str]:
    return [document.name for document in contents.documents]


def refused(contents: Contents) -> dict[str, str]:
    return {each.name: str(each.error) for each in contents.refusals}


def test_a_zip_gives_a_document_for_each_member() -> None:
    contents = read_all(zipped({"avtal.txt": CONTRACT, "bilagor/bilaga 1.txt": CONTRACT}), name="arkiv.zip")
    assert names(contents) == ["arkiv.zip/avtal.txt", "arkiv.zip/bilagor/bilaga 1.txt"]
    assert all("vite om 10 000 kronor" in document.text for document in contents.documents)
    assert all(document.ledger.complete for document in contents.documents)


def test_a_file_that_is_no_container_is_its_own_only_document(tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    path.write_bytes(CONTRACT)
    assert names(read_all(path)) == ["avtal.txt"]


def test_zips_and_mails_lie_in_one_another() -> None:
    inner = zipped({"c.txt": CONTRACT})
    contents = read_all(zipped({"b.eml": mail(attachments=(("inner.zip", inner),))}), name="a.zip")
    assert names(contents) == ["a.zip/b.eml", "a.zip/b.eml/inner.zip/c.txt"]


def test_deeper_than_the_limit_is_refused_and_the_rest_is_read() -> None:
    data = zipped({"djupast.txt": CONTRACT})
    for _ in range(DEEPEST + 1):
        data = zipped({"i.zip": data, "avtal.txt": CONTRACT})
    contents = read_all(data, name="a.zip")
    assert len(contents.documents) == DEEPEST + 1
    assert [text for text in refused(contents).values() if "djupare" in text]


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/rot/avtal.txt", "rot/avtal.txt"),
        ("C:\\avtal\\a.txt", "avtal/a.txt"),
        ("a/./../b.txt", "a/b.txt"),
        ("rad\nbrytning.txt", "rad\nbrytning.txt"),
    ],
)
def test_names_that_would_climb_are_harmless(written: str, called: str) -> None:
    assert names(read_all(zipped({written: CONTRACT}), name="z.zip")) == [f"z.zip/{called}"]


def test_names_of_a_mac_zip_are_read_as_utf8_and_composed() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xxxx.txt", CONTRACT)
    data = made.getvalue().replace(b"xxxx.txt", "äö.txt".encode())  # as long in bytes, and no flag for UTF-8
    assert names(read_all(data, name="z.zip")) == ["z.zip/äö.txt"]


def test_the_same_name_twice_is_two_names() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", CONTRACT)
        archive.writestr("a.txt", CONTRACT)
    assert names(read_all(made.getvalue(), name="z.zip")) == ["z.zip/a.txt", "z.zip/a (2).txt"]


def test_hidden_files_and_programs_own_are_passed_over_and_counted() -> None:
    junk = ("__MACOSX/._a.txt", ".DS_Store", "mapp/Thumbs.db", "mapp/.dold.txt", "~$avtal.docx", "desktop.ini")
    contents = read_all(zipped({"a.txt": CONTRACT, **dict.fromkeys(junk, b"x")}), name="z.zip")
    assert (names(contents), contents.refusals, contents.left_out) == (["z.zip/a.txt"], (), len(junk))


def test_what_cannot_be_read_has_a_line_each_and_the_rest_is_read() -> None:
    contents = read_all(
        zipped({"a.txt": CONTRACT, "b.bin": bytes(range(256)) * 9, "tom.txt": b"", "c.pdf": b"%PDF-1.7 trasig"}),
        name="z.zip",
    )
    assert names(contents) == ["z.zip/a.txt"]
    assert set(refused(contents)) == {"z.zip/b.bin", "z.zip/tom.txt", "z.zip/c.pdf"}


def locked(data: bytes, password: bytes) -> bytes:
    """A zip's one stored member locked with ZIP's old cipher, which the standard library opens and never writes."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [0] * 256
    for number in range(256):
        code = number
        for _ in range(8):
            code = code >> 1 ^ (0xEDB88320 if code & 1 else 0)
        table[number] = code

    def turn(sign: int) -> None:
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ sign) & 255]
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 255]

    def hidden(sign: int) -> int:
        key = keys[2] | 2
        shown = sign ^ (key * (key ^ 1) >> 8 & 255)
        turn(sign)
        return shown

    for sign in password:
        turn(sign)
    crc = zlib.crc32(data)
    secret = bytes(hidden(sign) for sign in bytes(11) + bytes([crc >> 24]) + data)
    sizes = struct.pack("<III", crc, len(secret), len(data))
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 1, 0, 0, 33) + sizes + struct.pack("<HH", 9, 0) + b"avtal.txt"
    central = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 1, 0, 0, 33) + sizes
    central += struct.pack("<HHHHHII", 9, 0, 0, 0, 0, 0, 0) + b"avtal.txt"
    place = len(local) + len(secret)
    return local + secret + central + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), place, 0)


@pytest.mark.parametrize(
    ("password", "line"), [(None, "--password"), ("fel", "stämmer inte"), ("hemligt", "")], ids=str
)
def test_a_locked_member_is_opened_with_its_password_and_else_refused(password: str | None, line: str) -> None:
    contents = read_all(locked(CONTRACT, b"hemligt"), name="z.zip", password=password)
    if line:
        assert line in refused(contents)["z.zip/avtal.txt"]
    else:
        assert "vite om 10 000 kronor" in contents.documents[0].text


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    contents = read_all(zipped({"bomb.txt": bytes(300 * 2**20), "a.txt": CONTRACT}), name="z.zip")
    assert names(contents) == ["z.zip/a.txt"]
    assert "zip-bomb" in refused(contents)["z.zip/bomb.txt"]


def test_a_broken_zip_is_one_line() -> None:
    with pytest.raises(UnreadableDocument, match="skadad"):
        read_all(zipped({"a.txt": CONTRACT})[:-30], name="z.zip")


def test_a_mail_is_its_own_words_and_its_attachments() -> None:
    contents = read_all(mail(attachments=(("avtal åäö.txt", CONTRACT),)), name="brev.eml")
    assert names(contents) == ["brev.eml", "brev.eml/avtal åäö.txt"]
    text = contents.documents[0].text
    assert "Avtal för påskrift – vård" in text
    assert "Från: Åsa Öberg <asa@exempel.se>" in text
    assert "Här kommer avtalet." in text
    part = next(part for part in contents.documents[0].ledger.parts if part.name == "avtal åäö.txt")
    assert part.fate == "left-out"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-unknown"])
def test_mails_in_any_charset(charset: str) -> None:
    codec = "utf-8" if charset.startswith("x-") else charset
    head = (
        "From: a@b.se\r\nSubject: =?iso-8859-1?Q?F=F6rslag?=\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    document = read(head.encode() + "Vite utgår för ålderdomliga åtaganden.\r\n".encode(codec), name="b.eml")
    assert document.format == "eml"
    assert "Förslag" in document.text
    assert "Vite utgår för ålderdomliga åtaganden." in document.text


def test_outlooks_packet_and_signatures_and_pictures_in_the_text_are_told_of() -> None:
    head = b'From: a@b.se\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="g"\n\n'
    parts = (
        b"Content-Type: text/plain\n\nHej, avtalet kommer sedan.\n",
        b'Content-Type: application/ms-tnef; name="winmail.dat"\n\nx\n',
        b'Content-Type: image/png; name="logo.png"\nContent-ID: <1>\nContent-Disposition: inline\n\nx\n',
        b'Content-Type: text/calendar; name="kallelse.ics"\n\nBEGIN:VCALENDAR\n',
        b'Content-Type: application/pkcs7-signature; name="smime.p7s"\n\nx\n',
    )
    contents = read_all(head + b"".join(b"--g\n" + part for part in parts) + b"--g--\n", name="b.eml")
    ledger = contents.documents[0].ledger
    assert names(contents) == ["b.eml"]
    assert (ledger.complete, ledger.unread) == (False, ("winmail.dat",))
    assert {part.name: part.fate for part in ledger.parts if part.fate == "left-out"} == {
        "logo.png": "left-out",
        "kallelse.ics": "left-out",
        "smime.p7s": "left-out",
    }


def test_an_encrypted_mail_is_refused() -> None:
    data = b"From: a@b.se\nMessage-ID: <1@b>\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA\n"
    with pytest.raises(UnreadableDocument, match="krypterat"):
        read(data, name="b.eml")


def test_a_forwarded_mail_is_a_document_of_its_own() -> None:
    head = b'From: a@b.se\nSubject: Vb\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="gg"\n\n'
    inner = mail(body="Inre brev.\n", attachments=(("avtal.txt", CONTRACT),))
    data = head + b"--gg\nContent-Type: message/rfc822\n\n" + inner + b"\n--gg--\n"
    contents = read_all(data, name="b.eml")
    assert names(contents) == ["b.eml", "b.eml/brev.eml", "b.eml/brev.eml/avtal.txt"]


def test_outlooks_own_mail() -> None:
    data = outlook(
        {0x0037: "Tillägg till avtalet", 0x0C1A: "Åsa Öberg", 0x0E04: "Upphandling", 0x1000: "Se bifogat avtal."},
        (("avtal.txt", CONTRACT),),
    )
    contents = read_all(data, name="brev.msg")
    assert names(contents) == ["brev.msg", "brev.msg/avtal.txt"]
    assert contents.documents[0].format == "msg"
    for words in ("Tillägg till avtalet", "Från: Åsa Öberg", "Till: Upphandling", "Se bifogat avtal."):
        assert words in contents.documents[0].text
    assert "vite om 10 000 kronor" in contents.documents[1].text


def test_packed_rtf_as_microsoft_shows_it() -> None:
    """The two examples of [MS-OXRTFCP] 4.1."""
    plain = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0".replace(
            " ", ""
        )
    )
    assert unpacked(plain) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_a_folder_with_all_that_lies_about(tmp_path: Path) -> None:
    home, outside = tmp_path / "mapp", tmp_path / "utanför.txt"
    (home / "under").mkdir(parents=True)
    outside.write_bytes(CONTRACT)
    (home / "a.txt").write_bytes(CONTRACT)
    (home / "under" / "b.txt").write_bytes(CONTRACT)
    (home / ".dold").write_bytes(b"x")
    (home / "ut.txt").symlink_to(outside)
    (home / "in.txt").symlink_to(home / "a.txt")
    (home / "ingenstans.txt").symlink_to(home / "finns inte")
    (home / "varv").symlink_to(home)
    (home / "rad\nrad.txt").write_bytes(CONTRACT)
    os.mkfifo(home / "rör.txt")
    Path(os.fsdecode(os.fsencode(str(home)) + b"/\xff\xfe.txt")).write_bytes(CONTRACT)
    contents = read_all(home)
    assert set(names(contents)) == {
        *("mapp/a.txt", "mapp/in.txt", "mapp/rad\nrad.txt", "mapp/under/b.txt"),
        os.fsdecode(b"mapp/\xff\xfe.txt"),
    }
    assert set(refused(contents)) == {"mapp/rör.txt", "mapp/ingenstans.txt"}
    assert contents.left_out == 3  # the hidden one, the link that leads out, the one that leads round


def test_the_command_reports_on_each_document_of_a_zip_or_mail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": CONTRACT, "trasig.pdf": b"%PDF-1.7", "Thumbs.db": b"x"}))
    (tmp_path / "b.eml").write_bytes(mail(attachments=(("avtal.txt", CONTRACT),)))
    status = cli.run(["check", "--format", "json", str(tmp_path / "a.zip"), str(tmp_path / "b.eml")])
    captured = capsys.readouterr()
    assert status == 2
    reports = [json.loads(line)["document"]["name"] for line in captured.out.splitlines()]
    assert reports == ["a.zip/a.txt", "b.eml/avtal.txt"]  # a covering letter is no contract
    assert captured.err.count("\n") == 1
    assert captured.err.startswith(f"klausul: {tmp_path}/a.zip/trasig.pdf: PDF-filen är skadad")


def test_a_mail_alone_gets_a_report_of_its_own_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.eml").write_bytes(mail(body="Beställaren har rätt till vite om 10 000 kronor.\n"))
    assert cli.run(["check", "--format", "json", str(tmp_path / "b.eml")]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["name"] == "b.eml"


@pytest.mark.parametrize("data", [zipped({}), zipped({".dold": b"x"})], ids=["empty", "hidden"])
def test_an_archive_without_documents_is_a_line(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert cli.run(["check", str(tmp_path / "a.zip")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_text_shows_each_document_and_its_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": CONTRACT, "b.txt": CONTRACT}))
    assert cli.run(["text", "--ledger", str(tmp_path / "a.zip")]) == 0
    out = capsys.readouterr().out
    assert out.count("== Läsningen ==") == 2
    assert "==> a.zip/b.txt <==" in out


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8\u00e5?Q?F=F6rslag?=",
        "Subject: =?x-okänd?B?////?=",
        "Subject: =?utf-8?B?YQ?= =?utf-8?Q?=E5?=",
        "Content-Type: text/plain; charset=\"å\u00ff\"; name*=x''%ff",
        "Content-Disposition: attachment; filename==?utf-8\u00e5?Q?a?=",
        "Content-Transfer-Encoding: base64\u00e5",
    ],
)
def test_heads_that_are_no_heads_break_no_mail(head: str) -> None:
    """A character set that is no ASCII made the standard library raise its own CharsetError: found by the fuzz run."""
    data = f"From: a@b.se\r\nMessage-ID: <1@b>\r\n{head}\r\n\r\n".encode("latin-1", "replace") + CONTRACT
    assert "vite om 10 000 kronor" in "\n".join(each.text for each in read_all(data, name="b.eml").documents)
