"""klausul's own words in English, by the Swedish ones."""

from __future__ import annotations

ENGLISH = {
    "motsägs": "contradicted",
    "saknas": "missing",
    "oklart": "unclear",
    "delvis": "partial",
    "uppfyllt": "met",
    "och": "and",
    "sida": "page",
}
