"""OpenDocument files for the tests, as LibreOffice writes them: zipped, or flat in one XML."""

import zipfile
from io import BytesIO

from ingest.draft import Drafts
from ingest.formats import odt

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{short}="{_BASE}:{name}:1.0"'
    for short, name in (
        *((each, each) for each in ("office", "style", "text", "table", "presentation")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    )
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def level(depth: int, shape: str, after: str = "", more: str = "") -> str:
    """One level of a list style or of the outline."""
    return (
        f'<text:list-level-style-number text:level="{depth}" style:num-format="{shape}" style:num-suffix="{after}" '
        f"{more}/>"
    )


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def flat(body: str, styles: str = "", automatic: str = "", masters: str = "", kind: str = "text") -> bytes:
    """A flat file of a kind ("text", "presentation", "spreadsheet")."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:styles>{styles}</office:styles>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def packed(body: str, kind: str = "text", manifest: str = "<a/>", **more: str) -> bytes:
    """A zipped file. `more` are further parts, "__" in their names standing for a slash."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>",
        )
        for name, content in more.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def read(body: str, styles: str = "", automatic: str = "", masters: str = "") -> Drafts:
    return odt.drafts(flat(body, styles, automatic, masters))


def texts(body: str, styles: str = "", automatic: str = "", masters: str = "") -> list[str]:
    return [draft.text for draft in read(body, styles, automatic, masters).blocks]
