"""From a chart's specification to an SVG that stands in a page: titled, free of fixed sizes, coloured by the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import vl_convert

from cliffhanger.report.charts import Spec

VEGA_LITE = "6.4"
SVG = "{http://www.w3.org/2000/svg}"
DROPPED = ("role", "class", "pointer-events", "font-family")  # the page gives the whole picture one role and its own font


def draw(spec: Spec, *, title: str, desc: str = "", names: Iterator[int] | None = None) -> str:
    """Render a specification as inline SVG.

    Parameters
    ----------
    title
        What the picture shows, in a sentence; read out in place of it.
    desc
        What it says, where that is more than the title; read out after it.
    names
        Numbers for the ids within, one sequence for each page, so that two pictures never share an id.
    """
    number = next(names if names is not None else itertools.count())
    text = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    root = ET.fromstring(text)  # noqa: S314  drawn from our own specification
    _simplify(root, f"chart{number}")
    root.attrib = {"viewBox": root.attrib["viewBox"], "role": "img", "aria-labelledby": f"chart{number}-title"}
    root.attrib["style"] = f"max-width:{root.attrib['viewBox'].split()[2]}px"
    heading = ET.Element(f"{SVG}title", {"id": f"chart{number}-title"})
    heading.text = title
    root.insert(0, heading)
    if desc:
        described = ET.Element(f"{SVG}desc", {"id": f"chart{number}-desc"})
        described.text = desc
        root.insert(1, described)
        root.attrib["aria-describedby"] = f"chart{number}-desc"
    ET.register_namespace("", SVG[1:-1])
    return ET.tostring(root, encoding="unicode")


def _simplify(element: ET.Element, prefix: str) -> None:
    """Take out roles, classes and empty shapes, and make ids the page's own."""
    for child in list(element):
        _simplify(child, prefix)
        empty = child.tag == f"{SVG}path" and (child.get("d") or "") in {"", "M0,0h0v0h0Z"}
        if empty or (child.tag == f"{SVG}g" and not len(child)):
            element.remove(child)
    for key, value in list(element.attrib.items()):
        if key in DROPPED or key.startswith("aria-"):
            del element.attrib[key]
        elif key == "id":
            element.set(key, f"{prefix}-{value}")
        elif value.startswith("url(#"):
            element.set(key, re.sub(r"url\(#", f"url(#{prefix}-", value))
