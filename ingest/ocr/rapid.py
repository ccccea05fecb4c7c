"""RapidOCR's models, run by onnxruntime: one finds the text on an image, one reads each stretch of it.

The models ship in the package `rapidocr`; they are opened as files, so nothing can be downloaded. The reading model
knows some 18,700 signs, most of them Chinese: only those that European text is written with are let through.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ingest.ocr.recognised import OcrUnavailable, Stretch
from ingest.ocr.upright import Pixels, turned

NAME = "rapidocr"
# The longer side of the image in which text is looked for, in pixels: letters are still four pixels high.
_SIDE = 1408
_SURE = 0.3
_BOX_SURE = 0.5
_UNCLIP = 1.6
_HIGH = 48
# Lines are stretched by this before they are read: narrow faces give the model too few columns for each letter.
_WIDE = 1.3
_STEP = 8
_WIDEST = 3200
# How much more than the model's own odds a sign gets. It has seen few Swedish capitals with a ring or dots, few § and
# few en dashes, and gives them a hundredth where they stand and a ten-thousandth where they do not; a space that is
# narrow likewise.
_FAVOUR = {**dict.fromkeys("ÅÄÖåäö", 20.0), "§": 50.0, " ": 8.0, "–": 50.0}
_OTHER_SIGNS = "–—‘’‚“”„•·●○■□▪◦☐☑☒✓✔…‰€™←→−×≤≥≈½¼¾²³°§©®«»¿¡"


@cache
def _session(kind: str) -> Any:
    found = find_spec("rapidocr")
    folder = Path(found.origin).parent / "models" if found and found.origin else None
    models = sorted(folder.glob(f"*_{kind}_*.onnx")) if folder else []
    if not models:
        raise OcrUnavailable("textigenkänning (OCR) är inte installerad; installera paketet rapidocr")
    try:
        import onnxruntime
    except ImportError:
        raise OcrUnavailable("textigenkänning (OCR) kan inte starta; installera paketet onnxruntime") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(models[-1]), options, providers=["CPUExecutionProvider"])


@cache
def _signs() -> tuple[list[str], Pixels, Pixels]:
    """The signs that are let through, the first of them none; their numbers in the reading model; their favour."""
    names = _session("rec").get_modelmeta().custom_metadata_map["character"].splitlines()
    signs = ["", *names, " "]
    let = [at for at, sign in enumerate(signs) if not sign or _is_european(sign)]
    kept = [signs[at] for at in let]
    return kept, np.array(let), np.array([_FAVOUR.get(sign, 1.0) for sign in kept], dtype=np.float32)


def _is_european(sign: str) -> bool:
    return len(sign) == 1 and (" " <= sign <= "~" or "\u00a1" <= sign <= "\u017f" or sign in _OTHER_SIGNS)


class Rapid:
    """The engine. Raises OcrUnavailable where its models or their runtime are not there."""

    name = NAME

    def __init__(self) -> None:
        self._find = _session("det")
        self._read = _session("rec")
        self._find_input = self._find.get_inputs()[0].name
        self._read_input = self._read.get_inputs()[0].name
        self._signs, self._let, self._favour = _signs()

    def stretches(self, image: Image.Image) -> list[Stretch]:
        """The text of a level grey image, from the top."""
        return self.read(image, self.boxes(image))

    def turn(self, image: Image.Image) -> int:
        """How many quarters clockwise the image must turn to stand upright, by which way its text reads best."""
        boxes = self.boxes(image)
        tall = sum(box[3] - box[1] > 1.5 * (box[2] - box[0]) for box in boxes)
        ways = (1, 3) if tall * 2 > len(boxes) else (0, 2)
        scores = {}
        for way in ways:
            upright = turned(image, way)
            places = boxes if way == 0 else self.boxes(upright)
            sample = sorted(places, key=lambda box: box[0] - box[2])[:6]
            read = self.read(upright, sample)
            signs = sum(len(stretch.text) for stretch in read)
            scores[way] = sum(stretch.score * len(stretch.text) for stretch in read) / signs if signs else 0.0
        return max(scores, key=lambda way: scores[way])

    def boxes(self, image: Image.Image) -> list[tuple[float, float, float, float]]:
        """Where text stands, as (x0, top, x1, bottom)."""
        from scipy.ndimage import binary_dilation, find_objects, label, sum_labels

        scale = min(1.0, _SIDE / max(image.size))
        width, height = (max(32, round(side * scale / 32) * 32) for side in image.size)
        small = np.asarray(image.resize((width, height), Image.Resampling.BILINEAR), dtype=np.float32)
        inputs = np.repeat((small / 127.5 - 1)[None, None], 3, axis=1)
        sure = self._find.run(None, {self._find_input: inputs})[0][0, 0]
        mask = binary_dilation(sure > _SURE, structure=np.ones((2, 2)))
        marks, count = label(mask, structure=np.ones((3, 3)))
        if not count:
            return []
        sizes = np.bincount(marks.ravel(), minlength=count + 1)[1:]
        scores = sum_labels(sure, marks, range(1, count + 1)) / sizes
        wide, high = image.width / width, image.height / height
        found = []
        for (rows, columns), size, score in zip(find_objects(marks), sizes, scores, strict=True):
            h, w = rows.stop - rows.start, columns.stop - columns.start
            if score < _BOX_SURE or min(h, w) < 3 or size < 12:
                continue
            # The model marks the kernel of a line; its box is wider by a share of area to circumference.
            grow = h * w * _UNCLIP / (2 * (h + w))
            box = (columns.start - grow, rows.start - grow, columns.stop + grow, rows.stop + grow)
            found.append((
                max(0.0, box[0] * wide), max(0.0, box[1] * high),
                min(float(image.width), box[2] * wide), min(float(image.height), box[3] * high),
            ))  # fmt: skip
        return found

    def read(self, image: Image.Image, boxes: list[tuple[float, float, float, float]]) -> list[Stretch]:
        """The text in the boxes, those without any left out."""
        found = []
        for box in sorted(boxes, key=lambda box: (box[1], box[0])):
            stretch = self._stretch(image, box)
            if stretch is not None:
                found.append(stretch)
        return found

    def _stretch(self, image: Image.Image, box: tuple[float, float, float, float]) -> Stretch | None:
        x0, top, x1, bottom = box
        width = min(_WIDEST, max(_STEP * 2, ceil(_WIDE * _HIGH * (x1 - x0) / max(bottom - top, 1))))
        crop = image.resize((width, _HIGH), Image.Resampling.BILINEAR, box=box, reducing_gap=2.0)
        pixels = np.asarray(crop, dtype=np.float32) / 127.5 - 1
        inputs = np.repeat(pixels[None, None], 3, axis=1)
        odds = self._read.run(None, {self._read_input: inputs})[0][0][:, self._let]
        best = (odds * self._favour).argmax(axis=1)
        at = [int(i) for i in np.flatnonzero(best) if i == 0 or best[i] != best[i - 1]]
        while at and self._signs[best[at[-1]]] == " ":
            at.pop()
        while at and self._signs[best[at[0]]] == " ":
            at.pop(0)
        if not at:
            return None
        text = "".join(self._signs[best[i]] for i in at)
        step = (x1 - x0) / len(best)
        if "  " in text:
            at = [i for i, one, other in zip(at, text, text[1:] + "x", strict=True) if one != " " or other != " "]
            text = re.sub(" +", " ", text)
        middles = [x0 + (i + 0.5) * step for i in at]
        inner = [(one + other) / 2 for one, other in pairwise(middles)]
        edges = [max(x0, middles[0] - step), *inner, min(x1, middles[-1] + step)]
        return Stretch(text, edges, top, bottom, float(np.mean(odds.max(axis=1)[at])))
