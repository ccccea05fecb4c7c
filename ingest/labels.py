"""Which labels count, by their neighbours: "A. Svensson" is no list item, and "i)" after "h)" is a letter."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import BlockKind
from ingest.draft import Draft
from ingest.numbers import Family, Label, follows, label

_LABELLED = frozenset(
    {
        None,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.HEADING,
        BlockKind.TABLE_HEAD,
        BlockKind.TABLE_ROW,
        BlockKind.CONTENTS,
    }
)


def labels_of(drafts: list[Draft]) -> list[Label | None]:
    """The label of every draft that begins with one."""
    labels = [_label_of(draft) for draft in drafts]
    _settle(labels)
    return labels


def _label_of(draft: Draft) -> Label | None:
    if draft.kind not in _LABELLED:
        return None
    found = label(draft.text)
    if found is None and draft.number and draft.text.startswith(draft.number):
        end = len(draft.number)
        while end < len(draft.text) and draft.text[end].isspace():
            end += 1
        return Label(draft.number, end, Family.BULLET, (), draft.number)
    return (
        replace(found, open=False) if found and found.open and draft.number == found.printed and draft.kind else found
    )


def _settle(labels: list[Label | None]) -> None:
    """Drop labels that prove nothing alone and have no neighbour in their series; read i) after h) as a letter."""
    found = [(index, each) for index, each in enumerate(labels) if each]
    for place, (index, each) in enumerate(found):
        if not each.open and each.family is not Family.ROMAN:
            continue
        near = [other for _, other in found[max(0, place - 12) : place + 13] if other is not each]
        if each.family is Family.ROMAN and len(each.printed.strip("().")) == 1:
            letter = Label(each.printed, each.end, Family.LETTER, (ord(each.printed.strip("().")) - 96,), each.shape)
            if any(follows(letter, other) for other in near):
                each = labels[index] = letter
                found[place] = (index, letter)
        if each.open and not any(follows(each, other) or follows(other, each) for other in near):
            labels[index] = None
