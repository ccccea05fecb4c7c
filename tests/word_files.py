"""Word files for the tests, written as Word writes them: namespaces, rsids, mc:Ignorable, parts and relationships."""

import zipfile
from io import BytesIO

from ingest.draft import Draft
from ingest.formats.docx import drafts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" mc:Ignorable="w14"'
)
_TYPE = "application/vnd.openxmlformats-"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
WHO = 'w:author="Eva" w:date="2026-01-15T09:00:00Z"'
SECTION = '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

STYLES = f"""<w:styles {NAMESPACES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>
 <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Avtalsrubrik"><w:name w:val="Avtalsrubrik"/>
 <w:basedOn w:val="Rubrik1"/></w:style>
<w:style w:type="paragraph" w:styleId="EgenRubrik"><w:name w:val="Rubrik 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Onumrerad"><w:name w:val="Onumrerad rubrik"/><w:basedOn w:val="Rubrik1"/>
 <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Brdtext"><w:name w:val="Brödtext i rubrik"/><w:basedOn w:val="Rubrik1"/>
 <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="DoldUnder"><w:name w:val="Dold under"/><w:basedOn w:val="Dold"/></w:style>
<w:style w:type="character" w:styleId="DoltTecken"><w:name w:val="Dolt tecken"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="RingA"><w:name w:val="Ring A"/><w:basedOn w:val="RingB"/></w:style>
<w:style w:type="paragraph" w:styleId="RingB"><w:name w:val="Ring B"/><w:basedOn w:val="RingA"/></w:style>
<w:style w:type="numbering" w:styleId="Avtalslista"><w:name w:val="Avtalslista"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="Formell"><w:name w:val="Formell"/>
 <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
</w:styles>"""


def level(depth: int, shape: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 * (depth + 1)}"/></w:pPr></w:lvl>'
    )


def numbering(abstracts: dict[int, str], uses: dict[int, str]) -> str:
    """`abstracts`: levels by abstractNumId; `uses`: what a w:num holds, by numId ("0" or "0<w:lvlOverride .../>")."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstracts.items()
    )
    nums = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{use[0]}"/>{use[1:]}</w:num>' for key, use in uses.items()
    )
    return f"<w:numbering {NAMESPACES}>{lists}{nums}</w:numbering>"


OUTLINE = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%3)")
NUMBERING = numbering({0: OUTLINE}, {1: "0"})


def run(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidRPr="00C21A11">{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; content without markup becomes one run."""
    inner = content if content.startswith("<") else run(content)
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00A77B3E"><w:pPr>{properties}</w:pPr>{inner}</w:p>'


def styled(style: str, text: str, properties: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{properties}')


def item(text: str, list_id: int, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<w:p") or content.startswith("<w:tbl") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def story(kind: str, content: str) -> str:
    return f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def box(content: str) -> str:
    """A text box as Word writes it: once for new readers, once for old."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="200000" cy="9000"/>'
        '<a:graphic><a:graphicData uri="wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def note(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(" " + text))}</w:footnote>'


def complex_field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def word_file(
    body: str, parts: dict[str, str | bytes] | None = None, relations: dict[str, tuple[str, str]] | None = None
) -> bytes:
    """A .docx. `parts` by their name under word/; `relations`: id -> (kind, target), "!" before one outside it."""
    held: dict[str, str | bytes] = {"styles.xml": STYLES, "numbering.xml": NUMBERING, **(parts or {})}
    links = {f"rIdAuto{at}": (name.rsplit("/")[-1].rstrip("0123456789.xml"), name) for at, name in enumerate(held)}
    links |= relations or {}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")}))
        archive.writestr("word/_rels/document.xml.rels", _relations(links))
        archive.writestr("word/document.xml", story("document", f"<w:body>{body}{SECTION}</w:body>"))
        for name, content in held.items():
            archive.writestr(f"word/{name}", content)
    return out.getvalue()


def _relations(links: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target.lstrip("!")}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if target.startswith('!') else ''}/>"
        for key, (kind, target) in links.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def read(body: str, **more: object) -> list[Draft]:
    return drafts(word_file(body, **more)).blocks


def texts(body: str, **more: object) -> list[str]:
    return [draft.text for draft in read(body, **more)]
