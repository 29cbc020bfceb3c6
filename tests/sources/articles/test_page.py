from __future__ import annotations

import html
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.claims.article import Article
from cliffhanger.sources.articles.page import article, is_html

SAMPLES = Path(__file__).parent / "samples"
MARKED = [json.loads(line) for line in (SAMPLES / "marked.jsonl").read_text(encoding="utf-8").splitlines()]
LONG = "The network has renewed the drama for a second season of eight episodes, it said on Monday. "


def read(raw: str) -> Article:
    return article(raw, name="a")


def shown(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def masked(found: Article) -> list[tuple[str, str]]:
    return [(one.why, found.raw[one.start : one.end]) for one in found.masked]


def page(body: str) -> str:
    return f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"


def words(body: str) -> list[str]:
    return [text for _, text in shown(read(page(body)))]


def hold(found: Article) -> None:
    """Check what every article must be."""
    assert len(found.text) == len(found.starts) == len(found.ends)
    for place, sign in enumerate(found.text):
        if not sign.isspace():
            piece = found.raw[found.starts[place] : found.ends[place]]
            assert sign == piece or sign in html.unescape(piece) or (len(piece) > 12 and sign == "\ufffd")
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        start, end = found.raw_span(block.start, block.end)
        assert 0 <= start < end <= len(found.raw)
        last = block.end
    assert all(0 <= one.start < one.end <= len(found.raw) for one in found.masked)


SIGNS = [
    "<p>", "</p>", "<div class=ad>", "</div>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</td>",
    "</table>", "<br>", "<!--", "-->", "<script>", "</script>", "<nav>", "</nav>", "<a href='", '"', "'", ">", "<", "&",
    "&amp;", "&#x1f600;", "&notit;", "&NotEqualTilde;", "&#0;", "&nbsp;", "&#99999999999999;", "<header>", "<svg>",
    "Next article", "READ MORE: x", " ", "é", "word ", "Tags: a", "<h1>", "</h1>", "<title>", "<form>",
    "<span class=share>", "</span>", "\n", "\u200b", "\u202e",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


class TestAnyText:
    @given(st.text())
    def test_plain_text_holds(self, raw: str) -> None:
        hold(read(raw))

    @given(st.text())
    def test_a_page_holds(self, raw: str) -> None:
        hold(read("<!doctype html>" + raw))

    @given(MARKUP)
    def test_broken_markup_holds(self, raw: str) -> None:
        hold(read("<html><p>One. <p>" + raw))

    @given(st.text(alphabet="&#xX;0123456789abcdltgmpnoi =", max_size=30))
    def test_entities_say_what_python_says(self, raw: str) -> None:
        found = read(f"<!doctype html><pre>.{raw}")
        unseen = {sign for sign in html.unescape(raw) if unicodedata.category(sign) in {"Cc", "Cf"}}
        expected = "".join(sign for sign in html.unescape("." + raw) if sign not in unseen or sign.isspace())
        if len(raw) < 12:
            assert " ".join(found.text.split()) == " ".join(expected.split())


class TestSamples:
    @pytest.mark.parametrize("marked", MARKED, ids=lambda one: one["id"])
    def test_furniture_is_not_in_the_text_and_every_quote_is(self, marked: dict) -> None:
        with (SAMPLES / marked["file"]).open(encoding="utf-8", newline="") as file:
            found = read(file.read())
        hold(found)
        seen = {at for b in found.blocks for at in range(found.starts[b.start], found.ends[b.end - 1])}
        kept = {at for start, end in zip(found.starts, found.ends, strict=True) for at in range(start, end)}
        for start, end, why in marked["furniture"]:
            assert not kept.intersection(range(start, end)), why
        for start, end, text in marked["quotes"]:
            assert found.raw[start:end] == text
            assert seen.issuperset(range(start, end)), text

    def test_a_page_says_what_it_is(self) -> None:
        found = read((SAMPLES / "d06.html").read_text(encoding="utf-8"))
        assert (found.title, str(found.published), found.language) == (
            "Crown of Ash Street Season 2 Release Date Update",
            "2024-10-30",
            "en",
        )
        assert {why for why, _ in masked(found)} == {"code", "navigation", "advertisement", "related", "footer"}


class TestBlocks:
    def test_each_element_has_its_kind(self) -> None:
        found = read(page("<h2>Cast</h2><p>One &amp; two.</p><ul><li>A &mdash; B<li>C</ul><blockquote>Said.</blockquote>"))
        assert shown(found) == [
            ("heading", "Cast"),
            ("paragraph", "One & two."),
            ("item", "A — B"),
            ("item", "C"),
            ("paragraph", "Said."),
        ]

    def test_cells_are_parted_by_tabs(self) -> None:
        rows = "<table><tr><th>Show<th>Season<tr><td><p>Harbor</p> Nine</td><td> 2 </td></tr></table>"
        assert shown(read(page(rows))) == [("row", "Show\tSeason"), ("row", "Harbor Nine\t2")]

    def test_a_page_laid_out_in_a_table_has_paragraphs(self) -> None:
        body = f"<table><tr><td><p>{LONG * 3}</p><p>{LONG}</p></td></tr></table>"
        assert words(body) == [(LONG * 3).strip(), LONG.strip()]

    def test_white_space_runs_are_one_blank_and_a_break_ends_a_block(self) -> None:
        assert words("<p>  One\n\t two&nbsp; three <br> four </p>") == ["One two three", "four"]

    def test_phrases_do_not_end_a_block(self) -> None:
        assert words("<p>The <b>second</b> <a href=x>season</a>, <em>at last</em>.</p>") == ["The second season, at last."]

    def test_unseen_signs_are_left_out_and_the_places_stay_right(self) -> None:
        found = read(page("<p>re\u200bnew\u202eed &zwnj;now&shy;!</p>"))
        assert shown(found) == [("paragraph", "renewed now!")]
        start, end = found.raw_span(0, 7)
        assert found.raw[start:end] == "re\u200bnew\u202eed"

    def test_a_misnested_paragraph_does_not_free_the_menu(self) -> None:
        assert words(f"<p>{LONG}</p><div class=menu><p>Home</div><p>{LONG}") == [LONG.strip()] * 2

    def test_comments_and_declarations_are_code(self) -> None:
        found = read(page("<p>One.<!-- <p>not --> Two.<![CDATA[x]]></p>"))
        assert shown(found) == [("paragraph", "One. Two.")]
        assert ("code", "<!-- <p>not -->") in masked(found)


class TestMasks:
    @pytest.mark.parametrize(
        ("element", "why"),
        [
            ("<nav>Winter Pact renewed</nav>", "navigation"),
            ("<header><a>Logo</a> TV news</header>", "navigation"),
            ("<div role=navigation>x y</div>", "navigation"),
            ("<div class='site-nav'>x</div>", "navigation"),
            ("<div class='topnav'>x</div>", "navigation"),
            ("<div class='rel'>x</div>", "related"),
            ("<ol id=breadcrumbs><li>Home</ol>", "navigation"),
            ("<footer>x</footer>", "footer"),
            ("<aside>The Quiet Floor cancelled</aside>", "related"),
            ("<div class='post relatedPosts'>x</div>", "related"),
            ("<section class=you-may-also-like>x</section>", "related"),
            ("<p>READ MORE: Lanark Hill renewed</p>", "related"),
            ("<div class='ad-slot'>x</div>", "advertisement"),
            ("<p>SPONSORED: three months free</p>", "advertisement"),
            ("<div id='cookie-banner'>x</div>", "consent"),
            ("<div class=newsletter_signup>x</div>", "newsletter"),
            ("<div class=post-share>x</div>", "share"),
            ("<div class=jp-relatedposts>x</div>", "related"),
            ("<div class=comments-area>x</div>", "comments"),
            ("<div class=entry-tags>x</div>", "tags"),
            ("<p class=legal>x</p>", "footer"),
            ("<p hidden>x</p>", "hidden"),
            ("<p aria-hidden=true>x</p>", "hidden"),
            ("<p style='color:red; display : none'>x</p>", "hidden"),
            ("<script>var a = '<p>x</p>'</script>", "code"),
            ("<template><p>x</p></template>", "code"),
            ("<svg><text>x</text></svg>", "code"),
            ("<noscript>x</noscript>", "code"),
        ],
    )
    def test_furniture_is_left_out_with_a_reason(self, element: str, why: str) -> None:
        found = read(page(f"<article><p>{LONG}</p></article>{element}<p>{LONG}</p>"))
        assert shown(found) == [("paragraph", LONG.strip())] * 2
        assert why in {one for one, _ in masked(found)}

    @pytest.mark.parametrize(
        "name",
        [
            "read-more-lede",
            "article-body",
            "has-sidebar",
            "no-ads",
            "canvas",
            "header",
            "shared-world",
            "load",
            "post-with-ads",
            "share-headline",
            "moreover",
            "tagged",
            "advent",
        ],
    )
    def test_a_word_within_a_class_is_no_furniture(self, name: str) -> None:
        assert words(f"<p class='{name}'>Kept.</p><p>{LONG}</p><p>{LONG}</p>")[0] == "Kept."

    @pytest.mark.parametrize("name", ["class=widget", "class=promo", "id=more", "class='layout sidebar'"])
    def test_an_element_with_most_of_the_page_is_kept(self, name: str) -> None:
        assert words(f"<div {name}><p>{LONG}</p><div class=ad>Buy.</div></div><p>By Staff</p>") == [LONG.strip(), "By Staff"]

    def test_a_form_about_the_whole_page_and_a_menu_never_closed_do_not_take_it_away(self) -> None:
        assert words(f"<form action=x><p>{LONG}</p></form>") == [LONG.strip()]
        assert LONG.strip() in words(f"<nav><a href=/>Home</a><p>{LONG}</p>")
        assert LONG.strip() in words(f"<button>Menu<p>{LONG}</p>")

    def test_a_menu_longer_than_the_article_stays_out(self) -> None:
        assert words(f"<nav>{LONG * 5}</nav><p>{LONG}</p>") == [LONG.strip()]
        links = "".join(f"<li><a href=/{n}>Show {n} renewed for another season</a>" for n in range(90))
        assert words(f"<div class=menu><ul>{links}</ul></div><p>{LONG}</p>") == [LONG.strip()]

    def test_the_headline_before_next_article_is_none_of_ours(self) -> None:
        assert words(f"<p>{LONG}</p><h4>Winter Pact cancelled</h4><p>Next article</p><p>{LONG}</p>") == [LONG.strip()] * 2
        assert words(f"<p>{LONG}</p><p>Previous article</p>") == [LONG.strip()]


class TestHostile:
    def test_a_script_in_a_title_is_words(self) -> None:
        found = read(f"<html><head><title><script>alert(1)</script> & co</title></head><p>{LONG}</p>")
        assert found.title == "<script>alert(1)</script> & co"
        assert shown(found) == [("paragraph", LONG.strip())]

    def test_an_unclosed_script_shows_nothing_of_itself(self) -> None:
        assert words("<p>One.</p><script>alert('<p>Two.</p>')") == ["One."]

    @pytest.mark.parametrize("tail", ["<p class='x", '<a href="', "<!-- ", "<![CDATA[", "<", "</", "&", "&am", "&#", "<!", "</p"])
    def test_a_page_that_breaks_off_keeps_what_came_before(self, tail: str) -> None:
        assert words("<p>One two.</p>" + tail)[0] == "One two."

    def test_attributes_with_angles_and_odd_quotes(self) -> None:
        assert words("""<p title="a > b" data-x='{"y":">"}'>One.</p><p class=it's>Two.</p><p =">Three.</p>""")[:2] == [
            "One.",
            "Two.",
        ]

    @pytest.mark.parametrize("piece", ["<div>", "<div class=ad>", "<span>", "<ul><li>", "<table><tr><td>", "<b><p>"])
    def test_fifty_thousand_nested_elements(self, piece: str) -> None:
        found = read(f"<!doctype html><p>{LONG}</p>" + piece * 50_000 + "deep</section></span>")
        assert shown(found)[0] == ("paragraph", LONG.strip())
        hold(found)

    @pytest.mark.parametrize("start", ["", "<!doctype html><p>"])
    def test_five_megabytes_in_one_line(self, start: str) -> None:
        found = read(start + LONG * (5_000_000 // len(LONG)))
        assert [block.kind for block in found.blocks] == ["paragraph"]

    def test_a_number_of_thousands_of_digits(self) -> None:
        assert words(f"<p>a&#{'9' * 6_000};b&#x{'0' * 6_000}41;</p>") == ["a\ufffdbA"]


class TestPlain:
    def test_text_is_the_file(self) -> None:
        raw = "Title of it\r\n\r\nOne.\r\n"
        found = read(raw)
        assert (found.text, found.starts, found.ends) == (raw, range(len(raw)), range(1, len(raw) + 1))
        assert shown(found) == [("heading", "Title of it"), ("paragraph", "One.")]
        assert found.title == "Title of it"
        assert found.published is None

    @pytest.mark.parametrize("mark", ["•", "-", "*", "–", "1."])
    def test_a_mark_makes_an_item_and_is_left_out(self, mark: str) -> None:
        assert shown(read(f"Cast\n\n{mark} Aoife Brannigan as Nell\n"))[1] == ("item", "Aoife Brannigan as Nell")

    def test_a_number_that_begins_a_sentence_is_no_mark(self) -> None:
        assert shown(read(f"{LONG}\n1.5 million people watched.\n"))[1] == ("paragraph", "1.5 million people watched.")

    def test_a_short_line_before_a_paragraph_is_a_heading(self) -> None:
        assert shown(read(f"{LONG}\n\nWho is in it\n{LONG}\n"))[1] == ("heading", "Who is in it")

    def test_unseen_signs_stay_in_the_file_only(self) -> None:
        found = read("\u202eThe sea\u200bson ends.\n")
        assert found.text == "The season ends.\n"
        start, end = found.raw_span(4, 10)
        assert found.raw[start:end] == "sea\u200bson"

    def test_furniture_is_in_no_block(self) -> None:
        lines = f"{LONG}\nREAD MORE: Winter Pact\nWinter Pact cancelled\nNext article\n© 2024 Daily. All rights reserved.\n"
        found = read(lines)
        assert shown(found) == [("paragraph", LONG.strip())]
        assert [why for why, _ in masked(found)] == ["related", "related", "navigation", "footer"]

    def test_a_sentence_before_next_article_is_ours(self) -> None:
        assert len(shown(read(f"{LONG}\nNext article\n"))) == 1


class TestKindOfFile:
    @pytest.mark.parametrize("raw", ["  <!DOCTYPE html>", "<html lang=en>", "<?xml version='1.0'?>", "<p>a</p>", "x <div>a<li>b"])
    def test_html(self, raw: str) -> None:
        assert is_html(raw)

    @pytest.mark.parametrize("raw", ["", "The <p> tag", "a < b and c > d", "I <3 this", "<b>bold</b> words"])
    def test_plain(self, raw: str) -> None:
        assert not is_html(raw)


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            (LONG * 2, "en"),
            (
                "La cadena ha renovado la serie para una segunda temporada y se estrena con los actores de la primera.",
                "es",
            ),
            ("Der Sender hat die Serie nicht verlängert, und das ist mit den Fans von der ersten Staffel ein Streit.", "de"),
            (
                "La chaîne a renouvelé la série pour une saison et les acteurs de la première sont dans le casting par contrat.",
                "fr",
            ),
            ("La rete ha rinnovato la serie per una stagione che non è di gli attori della prima con una storia.", "it"),
            ("A emissora renovou a série para uma temporada com os atores da primeira e não se sabe o dia que vem.", "pt"),
            ("Qwerty zxcv asdf", None),
            ("", None),
        ],
    )
    def test_small_words_tell(self, text: str, language: str | None) -> None:
        assert read(text).language == language


def test_stretches_in_other_letters_are_known_by_their_place_in_the_text() -> None:
    raw = page(
        "<article><p>Vela has renewed <em> Copper <a href=x>Bay</a></em>, and <b><i>Salt &amp; Light</i></b>.</p><p>It is "
        "<strong>not</strong> over.</p><nav><em>Home</em></nav><p><i>never closed</p></article>"
    )
    found = read(raw)
    assert [(found.text[one.start : one.end], one.how) for one in found.set_apart] == [
        ("Copper Bay", "slanted"),
        ("Salt & Light", "slanted"),
        ("not", "bold"),
    ]
    assert [one.how for one in read("News\n\nVela renewed *Copper Bay*; **Night Desk** ends, 3 * 4 * 5.").set_apart] == [
        "slanted",
        "bold",
    ]


def test_a_paragraph_that_is_nothing_but_a_link_is_another_article_s_headline() -> None:
    body = (
        f"<article><p>{LONG}</p></article><div><h3>Latest</h3><p><a href=a>Night Desk: casting told at last</a></p><ul><li><a "
        "href=b>Star: ‘I turned the spin-off down’</a></li><li><a href=c>Mara Voss</a></li><li><a href=d>Jonas Feld</a> as the "
        "vicar of Wick</li></ul></div><p><a href=e>This whole sentence is a link, and it ends as sentences do.</a></p>"
    )
    assert words(body) == [
        LONG.strip(),
        "Latest",
        "Mara Voss",
        "Jonas Feld as the vicar of Wick",
        "This whole sentence is a link, and it ends as sentences do.",
    ]
    assert "related" in {why for why, _ in masked(read(page(body)))}
