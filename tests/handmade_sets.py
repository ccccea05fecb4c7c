"""An audit's follow-up and a coverage made by hand, for tests of the doors: every status, and words that try to break
out of pages, workbooks and calendars.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checks.coverage_report import (
    Action,
    Age,
    Conflict,
    CoverageReport,
    Depth,
    Force,
    Gap,
    How,
    MissingReference,
    Passage,
    Piece,
    ReplacedLaw,
    TopicCoverage,
    TopicInDocument,
    TopicStatus,
)
from checks.followup import (
    Adequacy,
    Answer,
    AnswerPassage,
    AnswerStatus,
    AuditReport,
    Deadline,
    Decided,
    Decision,
    Earlier,
    EarlierPromise,
    FollowUp,
    NearestPassage,
    Note,
    NoteKind,
    Recommendation,
    Response,
    Signal,
)
from clauses.framework_files import load_framework
from ingest.document import Block, BlockKind, Document, Ledger, Span

TITLE = "Granskning av <b>bidrag</b>"
PROMISE = '=HYPERLINK("http://x";"Rutinen") ska beslutas våren 2026 av chefsjuristen.\x07\x1b[31m _x0041_'
DONE = "Nämnden har genom § 41 beslutat en rutin. <script>alert(\"1\")</script> & 'citat'"
KIND = "Nämnden ser positivt på granskningen; och tackar,\r\nför den."
FORMULAS = ("=1+1", "+46 70", "-1", "@SUM(A1)", "\tflik", "\rretur")
CHECKED = date(2026, 11, 20)
TEXT = f"{TITLE}\n{PROMISE}\n{DONE}\n{KIND}\n" + "\n".join(FORMULAS) + "\n"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document(name: str, *, complete: bool = True) -> Document:
    return Document(
        name=name,
        sha256="0" * 64,
        format="docx",
        text=TEXT,
        blocks=(Block(BlockKind.HEADING, span(TITLE), level=1),),
        sections=(),
        statements=(),
        pages=(),
        ledger=Ledger(complete=complete, unread=() if complete else ("bild 1",)),
    )


def passage(words: str, *signals: Signal, marked: str = "") -> AnswerPassage:
    return AnswerPassage(span(words), "6", "Rutin", 4, signals, (span(marked),) if marked else ())


def answer(status: AnswerStatus, response: int, **given: object) -> Answer:
    known: dict[str, object] = {"because": f"Läst så: {status.value}.", "confidence": 0.92}
    if status in (AnswerStatus.PLANNED, AnswerStatus.ONGOING):
        known |= {
            "signals": (Signal.PLANNED,),
            "evidence": (passage(PROMISE, Signal.PLANNED, marked="ska beslutas"),),
            "deadlines": (Deadline(span("våren 2026"), date(2026, 5, 31), resolved=True),),
            "responsible": span("chefsjuristen"),
        }
    elif status is AnswerStatus.IMPLEMENTED:
        known |= {
            "signals": (Signal.DONE,),
            "evidence": (passage(DONE, Signal.DONE, marked="har"),),
            "decisions": (Decision(span("§ 41"), date(2026, 2, 3)),),
            "decided": Decided.DECIDED,
        }
    elif status is not AnswerStatus.UNANSWERED:
        known |= {"evidence": (passage(KIND),), "hedged": True}
    return Answer(response, status, **known | given)


def audit() -> AuditReport:
    """Three recommendations and two responses: every status, one short, one not asked, one pointing to another."""
    rows = (
        (answer(AnswerStatus.PLANNED, 0), answer(AnswerStatus.UNANSWERED, 1, nearest=(near(),), points_to="Styrelsen")),
        (
            answer(AnswerStatus.IMPLEMENTED, 0, adequacy=Adequacy.SHORT, adequacy_because="Mindre än det som begärts."),
            answer(AnswerStatus.UNANSWERED, 1, asked=False),
        ),
        (answer(AnswerStatus.REJECTED, 0), answer(AnswerStatus.DEFERRED, 1)),
        (answer(AnswerStatus.ONGOING, 0, deadlines=(), responsible=None), answer(AnswerStatus.IMPLEMENTED, 1)),
    )
    recommendations = tuple(
        Recommendation(
            number,
            f"säkerställa <i>rutin</i> {number}",
            span("rutin"),
            ("Styrelsen",),
            "3",
            7,
            answers,
            label=f"R{number}",
        )
        for number, answers in enumerate(rows, start=1)
    )
    responses = (
        Response(document("svar-a.docx"), "=Nämnden & <u>A</u>", date(2026, 1, 9), Decided.DECIDED, (passage(KIND),)),
        Response(document("svar-b.docx", complete=False), None, None, Decided.PROPOSED),
    )
    old = document("svar-2024.docx")
    return AuditReport(
        report=document("rapport.docx"),
        responses=responses,
        recommendations=(*recommendations[:3], replace(recommendations[3], returns=(0, 0))),
        notes=(
            Note(NoteKind.SHORT, "A, rekommendation 2: sägs vara genomfört, men ger mindre.", 2, 0),
            Note(NoteKind.OVERDUE, "A, rekommendation 1: datumet 2026-05-31 har passerat.", 1, 0),
            Note(NoteKind.RETURNED, "Rekommendation 4 fanns redan i en tidigare granskning.", 4),
            *(Note(NoteKind.UNANSWERED, "inget svar.", number, 1) for number in (1,)),
            Note(NoteKind.NO_DEADLINE, "ett löfte utan datum.", 4, 0),
            Note(NoteKind.UNMATCHED, "A: ett stycke svarar inte på någon rekommendation.", None, 0),
            Note(NoteKind.READING, "Läs gärna svaret själv."),
        ),
        follow_up=(
            FollowUp(
                date(2026, 5, 31), 1, 0, AnswerStatus.PLANNED, span(PROMISE), span("våren 2026"), None, overdue=True
            ),
            FollowUp(date(2026, 12, 31), 1, 0, AnswerStatus.PLANNED, span(PROMISE), span("våren 2026")),
            FollowUp(None, 4, 0, AnswerStatus.ONGOING, span(PROMISE), responsible=span("chefsjuristen")),
        ),
        checked=CHECKED,
        dated=date(2025, 10, 14),
        earlier=Earlier((old,), ("införa rutin",), (EarlierPromise(0, span(DONE), date(2025, 6, 30), True, 4),)),
    )


def near() -> NearestPassage:
    return NearestPassage(span(KIND), "6", 4, "Stycket rör ämnet, men säger inget.")


def well() -> AuditReport:
    """Everything done: the page has nothing to ask about."""
    whole = audit()
    done = replace(whole.recommendations[0], answers=(answer(AnswerStatus.IMPLEMENTED, 0),))
    return replace(
        whole, responses=whole.responses[:1], recommendations=(done,), notes=(), follow_up=(), earlier=Earlier()
    )


def nothing() -> AuditReport:
    """A report without recommendations."""
    whole = audit()
    note = Note(NoteKind.READING, "Inga rekommendationer hittades; kontrollera att rätt fil angavs som rapport.")
    return replace(whole, recommendations=(), notes=(note,), follow_up=(), earlier=Earlier())


NAMES = ("=policy.docx", "attest<i>.docx")
CYCLE = (TopicStatus.COVERED, TopicStatus.MENTIONED, TopicStatus.ABSENT, TopicStatus.UNDETERMINED)


def said(name: str, words: str = PROMISE, how: How = How.BINDS) -> Passage:
    return Passage(name, span(words), "3", "Rutiner", 2, how, "Säger vem.")


def cell(topic: str, name: str, status: TopicStatus, how: How) -> TopicInDocument:
    found = (said(name, DONE, how),) if status in (TopicStatus.COVERED, TopicStatus.MENTIONED) else ()
    given = found[0] if status is TopicStatus.COVERED else None
    depth = tuple(Depth(piece, given, "chefsjuristen" if given else "") for piece in Piece)
    force = Force.BINDING if given else Force.INTENTION
    return TopicInDocument(topic, name, status, f"Läst så: {status.value}.", found * 3, depth, force, 0.9)


def coverage(statuses: tuple[TopicStatus, ...] = CYCLE) -> CoverageReport:
    """Two documents: every status, every way of mentioning, and everything else that a report can tell."""
    framework = load_framework("welfare-crime-guidelines")
    ways = (How.RISK, How.INTENT, How.REFERS, How.LACKING, How.HEADING, How.ADDS)
    topics = []
    for place, topic in enumerate(framework.topics):
        status = statuses[place % len(statuses)]
        cells = (
            cell(topic.id, NAMES[0], status, ways[place // len(CYCLE) % len(ways)]),
            cell(topic.id, NAMES[1], TopicStatus.ABSENT, How.BINDS),
        )
        topics.append(TopicCoverage(topic.id, status, cells[0].evidence[0] if cells[0].evidence else None, cells))
    gaps = tuple(
        Gap(each.topic, each.status, f"{each.topic} saknas <b>helt</b>.", (Piece.WHO,))
        for each in topics
        if each.status is not TopicStatus.COVERED
    )
    first = framework.topics[0].id
    return CoverageReport(
        framework=framework,
        documents=(document(NAMES[0]), document(NAMES[1], complete=False)),
        topics=tuple(topics),
        conflicts=(Conflict(first, "De säger olika.", said(NAMES[0]), said(NAMES[1])),),
        missing=(MissingReference("Regler om <b>bisyssla</b>", said(NAMES[0]), (first,)),),
        ages=(Age(NAMES[0], date(2015, 3, 5), date(2025, 12, 31), False, True, True, None),),
        replaced=(ReplacedLaw("SFS 2007:1091", "lagen (2016:1145)", False, said(NAMES[0])),),
        actions=(
            Action((first,), "+Ta fram rutin", "chefsjuristen", "T2 2026", date(2026, 8, 31), said(NAMES[0])),
            Action((), "Följ upp", "", "", None, said(NAMES[0])),
        ),
        gaps=gaps,
        notes=("Ett dokument kunde inte läsas i sin helhet.",),
    )


def covered() -> CoverageReport:
    """Every topic covered, in depth, and nothing else to tell."""
    return replace(
        coverage((TopicStatus.COVERED,)),
        conflicts=(), missing=(), ages=(), replaced=(), actions=(), notes=(),
    )  # fmt: skip
