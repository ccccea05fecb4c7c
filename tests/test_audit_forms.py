"""Reports and responses in forms that no one form foresaw: each with traps, and with what must be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checks import check_audit
from checks.audit.asked import recommendations
from tests.audits import DAY, document

FORMS = Path(__file__).parent / "audit_forms"
OPENING = """# Granskning

Revisionsrapport, 14 januari 2026

1. Sammanfattning ........ 2
2. Rekommendationer ........ 9

## Inledning

### Bakgrund

Revisorerna har i sin riskanalys bedömt att området behöver granskas. Nämnden ska enligt kommunallagen se till att
den interna kontrollen är tillräcklig.

### Revisionsfrågor

Granskningen ska besvara följande frågor:

- Finns det en ändamålsenlig organisation?
- Säkerställer nämnden att rutinerna följs?

### Revisionskriterier

Med revisionskriterier avses de grunder som bedömningen utgår från. Nämnden bör enligt reglementet:

- besluta om en plan för intern kontroll
- följa upp planen minst en gång per år

### Tidigare granskning

I en granskning 2019 rekommenderades nämnden att stärka sin uppföljning. Rekommendationerna var att:

- upprätta ett årshjul för nämndens arbete
- rapportera avvikelser till fullmäktige

## Iakttagelser

Enligt de intervjuade bör nämnden anställa fler handläggare. En chef menar att nämnden måste prioritera annorlunda.
Av riktlinjen framgår att chefer ska:

- informera nya medarbetare
- hålla medarbetarsamtal varje år

"""
END = """
## Revisorernas fortsatta arbete

Revisorerna kommer att:

- följa upp granskningen under 2027
- bjuda in nämnden till ett samtal

## Bilaga 1. Intervjuade och granskade dokument

- Förvaltningschef
- Reglemente för intern kontroll
"""


def _forms(name: str) -> list[Any]:
    return [
        pytest.param(form, id=form["name"])
        for form in yaml.safe_load((FORMS / f"{name}.yaml").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("form", _forms("reports"))
@pytest.mark.parametrize("name", ["rapport.md", "rapport.txt"])
def test_recommendations_are_found_in_every_form(form: dict[str, Any], name: str) -> None:
    text = OPENING + form["text"] + END
    report = document(_plain(text) if name.endswith("txt") else text, name)
    found = recommendations(report)
    assert [" ".join(report.quote(asked.span).split()) for asked in found] == form["want"]
    if "to" in form:
        assert list(found[0].addressees) == form["to"]


def _plain(text: str) -> str:
    """The same as a typed letter: headings in capitals, no marks of Markdown, tables in columns."""
    lines = []
    for line in text.splitlines():
        if line.startswith("#"):
            line = line.lstrip("# ").upper() if line.startswith("##") else line.lstrip("# ")
        elif line.startswith("|"):
            if "---" in line:
                continue
            line = "  ".join(cell.strip().ljust(44) for cell in line.strip("|").split("|"))
        lines.append(line.replace("**", "").replace("*", "").removeprefix("> ").removeprefix(">"))
    return "\n".join(lines)


ASKED = """# Granskning av tekniska nämnden

Revisionsrapport, 14 januari 2026

## Broar

Sjutton av fyrtio broar saknar plan för underhållet.

## Inköp

Konsulter köps ofta utanför ramavtalen. Fakturor från entreprenörer betalas utan kontroll.

## Rekommendationer

Vi rekommenderar tekniska nämnden att:

1. Upprätta underhållsplaner för samtliga broar
2. Säkerställa att ramavtal används vid inköp av konsulter
3. Utbilda projektledare i hot och otillåten påverkan
4. Införa stickprovskontroller av fakturor från entreprenörer
"""
HEAD = "# Svar på granskning\n\nTekniska nämndens yttrande, 2026-03-12\n\n"


@pytest.mark.parametrize("form", _forms("responses"))
def test_answers_are_read_in_every_form(form: dict[str, Any]) -> None:
    found = check_audit(document(ASKED, "rapport.md"), [document(HEAD + form["text"])], today=DAY)
    answers = [each.answers[0] for each in found.recommendations]
    assert [answer.status.value for answer in answers] == form["want"]
    for number, dates in form.get("dates", {}).items():
        assert [deadline.date.isoformat() for deadline in answers[number - 1].deadlines] == dates
